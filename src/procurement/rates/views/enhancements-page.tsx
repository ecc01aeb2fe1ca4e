import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number, percent } from '../../../core/ui/format.ts'
import { Button, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, State } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { EnhancedPrice } from '../enhancement.ts'
import { newEnhancementPath, pricesPath, reviewPath } from '../paths.ts'

export interface EnhancementsPageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly enhancements: readonly EnhancedPrice[]
  readonly today: IsoDate
  readonly mayDecide: boolean
  readonly notice: string | undefined
}

/** The people whose care is paid for at a higher price, each with evidence and the day of its review. */
export function EnhancementsPage(props: EnhancementsPageProps) {
  const { partnership, contract, enhancements, today, mayDecide, notice } = props
  const { slug } = partnership
  const { reference } = contract
  const inForce = enhancements.filter(({ until }) => until === null || until > today)
  const over = enhancements.filter(({ until }) => until !== null && until <= today)
  const due = inForce.filter(({ reviewOn }) => reviewOn <= today).length
  const heading = headingOf(inForce.length, due)
  const make = { text: 'Decide on a higher price', href: newEnhancementPath(slug, reference) }
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Prices', href: pricesPath(slug, reference) },
        { content: 'Enhanced prices' },
      ]}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      <PageTitle
        heading={heading}
        note={`${contract.detail.title}. A higher price for one person’s care is decided on evidence and reviewed.`}
        actions={mayDecide && enhancements.length > 0 ? <Button href={make.href}>{make.text}</Button> : undefined}
      />
      {enhancements.length === 0 ? (
        <EmptyState
          what="People whose care is paid for at a higher price stand here, by reference and never by name."
          why="None has been decided on."
          link={mayDecide ? make : { text: 'Back to the prices', href: pricesPath(slug, reference) }}
        />
      ) : (
        <DataTable
          caption="Enhanced prices, the next review first"
          captionHidden
          columns={[
            { heading: 'Person' },
            { heading: 'Provider' },
            { heading: 'More', align: 'number' },
            { heading: 'Days' },
            { heading: 'Evidence' },
            { heading: 'Review' },
          ]}
          rows={inForce.map((each) => rowOf(each, props))}
          groups={over.length > 0 ? [{ heading: 'Over', rows: over.map((each) => rowOf(each, props)) }] : []}
        />
      )}
    </ContractsPage>
  )
}

function headingOf(inForce: number, due: number): string {
  if (due > 0)
    return due === 1 ? 'One enhanced price is to be reviewed' : `${number(due)} enhanced prices are to be reviewed`
  if (inForce === 0) return 'No enhanced price holds'
  return inForce === 1 ? 'One enhanced price holds' : `${number(inForce)} enhanced prices hold`
}

function rowOf(each: EnhancedPrice, { partnership, contract, today, mayDecide }: EnhancementsPageProps) {
  const { id, personReference, organisation, lotNumber, basisPoints, from, until, evidence, reviewOn } = each
  const isOver = until !== null && until <= today
  const when = <>{longDate(reviewOn)}</>
  return [
    personReference,
    <>
      {organisation}
      {lotNumber === '' ? null : <small class="m-under">Lot {lotNumber}</small>}
    </>,
    `+${percent(basisPoints / 100, basisPoints % 100 === 0 ? 0 : 2)}`,
    until ? `${longDate(from)} to ${longDate(addDays(until, -1))}` : `from ${longDate(from)}`,
    evidence,
    isOver ? (
      '–'
    ) : (
      <>
        {reviewOn <= today ? <State kind="attention" word={`Due since ${longDate(reviewOn)}`} /> : when}
        {mayDecide ? (
          <small class="m-under">
            <a href={reviewPath(partnership.slug, contract.reference, id)}>
              Review <span class="m-vh">the price for {personReference}</span>
            </a>
          </small>
        ) : null}
      </>
    ),
  ]
}
