import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Select } from '../../../core/ui/govuk/index.ts'
import {
  DataTable,
  EmptyState,
  FilterPanel,
  Section,
  State,
  type StateKind,
  withQuery,
} from '../../../core/ui/parts/index.ts'
import { addDays, type Id, type IsoDate } from '../../../core/values/index.ts'
import { Pages } from '../../register/views/pages.tsx'
import { spotPath, spotPurchasePath } from '../paths.ts'
import { type MoveState, moveState } from '../purchase.ts'
import type { NamedContract } from '../queries/named-contracts.ts'
import {
  type ListedPurchase,
  moveWords,
  type Shown,
  shownChoices,
  shownWords,
  spotPageLength,
} from '../shown-purchases.ts'

interface Props {
  readonly slug: string
  readonly on: IsoDate
  readonly all: number
  readonly purchases: readonly ListedPurchase[]
  readonly total: number
  readonly shown: Shown
  readonly page: number
  readonly contracts: ReadonlyMap<Id, NamedContract>
}

const kinds: { readonly [state in Exclude<MoveState, 'none'>]: StateKind } = {
  'to-review': 'attention',
  reviewed: 'current',
  moved: 'done',
}

/** The purchases themselves, newest first. */
export function PurchasesSection({ slug, on, all, purchases, total, shown, page, contracts }: Props) {
  const address = withQuery(spotPath(slug), { show: shown === 'now' ? undefined : shown })
  return (
    <Section id="purchases" heading="Purchases">
      <FilterPanel
        label="Filter the purchases"
        action={spotPath(slug)}
        result={`${number(total)} of ${number(all)} ${all === 1 ? 'purchase' : 'purchases'}`}
      >
        <Select
          name="show"
          label={{ content: 'Show' }}
          value={shown}
          items={shownChoices.map((value) => ({ value, text: shownWords[value] }))}
        />
      </FilterPanel>
      {purchases.length === 0 ? (
        <EmptyState
          what="Purchases outside lots are listed here."
          why={all === 0 ? 'None has been entered or imported yet.' : 'There are none of those chosen.'}
          link={{ text: 'All spot purchases', href: withQuery(spotPath(slug), { show: 'all' }) }}
        />
      ) : (
        <DataTable
          caption={`${shownWords[shown]}, newest first`}
          captionHidden
          columns={[
            { heading: 'Purchase' },
            { heading: 'Provider' },
            { heading: 'Service and area' },
            { heading: 'Since' },
            { heading: 'A week', align: 'number' },
            { heading: 'Move' },
          ]}
          rows={purchases.map((one) => [
            <a href={spotPurchasePath(slug, one.id)}>{one.reference}</a>,
            one.provider,
            `${one.service}, ${one.area}${one.outOfArea ? ' (out of the area)' : ''}`,
            daysOf(one),
            pounds(one.weeklyPence),
            <Move purchase={one} on={on} contracts={contracts} />,
          ])}
        />
      )}
      <Pages address={address} page={page} length={spotPageLength} total={total} label="Pages of purchases" />
    </Section>
  )
}

const daysOf = ({ from, until }: ListedPurchase): string =>
  until === null ? longDate(from) : `${longDate(from)}, until ${longDate(addDays(until, -1))}`

function Move({ purchase, on, contracts }: { readonly purchase: ListedPurchase } & Pick<Props, 'on' | 'contracts'>) {
  const state = moveState(purchase, on)
  const contract = purchase.movesTo === null ? undefined : contracts.get(purchase.movesTo)
  return (
    <>
      {state === 'none' ? (
        <span class="m-2">{moveWords.none}</span>
      ) : (
        <State kind={kinds[state]} word={moveWords[state]} />
      )}
      {contract ? (
        <>
          <br />
          <span class="m-2">{contract.title}</span>
        </>
      ) : null}
    </>
  )
}
