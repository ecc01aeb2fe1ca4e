import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Button, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Tally } from '../../../core/ui/parts/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { OffFrameworkCount } from '../off-framework.ts'
import { newSpotPath, spotPath } from '../paths.ts'
import type { NamedContract } from '../queries/named-contracts.ts'
import type { ListedPurchase, MoveProgress, Shown, SpotCounts } from '../shown-purchases.ts'
import { MovesSection } from './moves-section.tsx'
import { OffFrameworkSection } from './off-framework-section.tsx'
import { PurchasesSection } from './purchases-section.tsx'

export interface SpotPageProps {
  readonly partnership: Partnership
  readonly on: IsoDate
  readonly counts: SpotCounts
  /** Of the months told, oldest first. */
  readonly months: readonly string[]
  readonly off: readonly OffFrameworkCount[]
  readonly moves: readonly MoveProgress[]
  readonly contracts: ReadonlyMap<Id, NamedContract>
  readonly list: {
    readonly purchases: readonly ListedPurchase[]
    readonly total: number
    readonly shown: Shown
    readonly page: number
  }
  readonly mayWrite: boolean
  /** Where a file of them is imported, for those who may. */
  readonly importHref: string | undefined
}

/** Care bought for one person at a time: how much, why a contract did not meet it, and what is moving to contracts. */
export function SpotPage(props: SpotPageProps) {
  const { partnership, on, counts, off, months, moves, contracts, list, mayWrite, importHref } = props
  const { slug } = partnership
  const orders = off.reduce((sum, one) => sum + one.orders, 0)
  const toMove = counts.toReview + counts.reviewed
  return (
    <ContractsPage partnership={partnership} of="spot" title="Spot purchases" breadcrumbs={[{ content: 'Spot' }]}>
      <PageTitle
        heading={headingOf(counts)}
        note={`Care bought for one person outside any lot, as at ${longDate(on)}.`}
        actions={
          mayWrite || importHref ? (
            <>
              {mayWrite ? <Button href={newSpotPath(slug)}>Enter a purchase</Button> : null}
              {importHref ? (
                <Button href={importHref} classes="govuk-button--secondary">
                  Import a file
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Tally
        label="Spot purchases in figures"
        items={[
          { value: number(counts.bought), what: 'bought today', href: spotPath(slug) },
          { value: pounds(counts.weeklyPence), what: 'a week' },
          { value: number(counts.outOfArea), what: 'out of the area' },
          { value: number(orders), what: 'off a contract in a year', href: '#off' },
          {
            value: number(toMove),
            what: 'still to move to a contract',
            href: '#moves',
            tone: toMove > 0 ? ('need' as const) : undefined,
          },
        ]}
      />
      <OffFrameworkSection slug={slug} off={off} months={months} contracts={contracts} />
      <MovesSection slug={slug} moves={moves} contracts={contracts} />
      <PurchasesSection slug={slug} on={on} all={counts.all} {...list} contracts={contracts} />
    </ContractsPage>
  )
}

/** Said above the page that follows something done. */
export const SpotDone = ({ done }: { readonly done: string | undefined }) =>
  done === undefined ? null : <NotificationBanner type="success">{done}</NotificationBanner>

function headingOf({ bought, weeklyPence }: SpotCounts): string {
  if (bought === 0) return 'Nothing is bought outside lots today'
  const what = bought === 1 ? 'One spot purchase costs' : `${number(bought)} spot purchases cost`
  return `${what} ${pounds(weeklyPence)} a week`
}
