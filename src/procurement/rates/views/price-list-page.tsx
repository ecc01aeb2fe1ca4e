import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Details, Input, NotificationBanner, Select } from '../../../core/ui/govuk/index.ts'
import { EmptyState, FilterPanel, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { lotText } from '../../changes/change-words.ts'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { holdsOn } from '../../standing.ts'
import { newUpliftPath } from '../../uplifts/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { enhancementsPath, nationalPath, pricesPath, setPricesPath } from '../paths.ts'
import { lineWords, priceText } from '../price-words.ts'
import type { PriceList } from '../queries/price-list.ts'
import { PriceHistory, PriceTable } from './price-table.tsx'

export interface PriceListPageProps extends PriceList {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly on: IsoDate
  /** It goes on: its prices can change. */
  readonly goesOn: boolean
  readonly maySet: boolean
  readonly mayUplift: boolean
  readonly notice: string | undefined
}

/** The price list of a lot: every price on a day, its cap, the wage to be paid from it, and what comes next. */
export function PriceListPage(props: PriceListPageProps) {
  const { partnership, contract, lot, rows, on, notice } = props
  const { slug } = partnership
  const heading = headingOf(props)
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: contract.reference, href: contractPath(slug, contract.reference) },
        { content: 'Prices' },
      ]}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      <PageTitle
        heading={heading}
        note={`${contract.detail.title}, ${lotText(lot)}, as at ${longDate(on)}.`}
        actions={<Actions {...props} />}
      />
      <Choose {...props} />
      {rows.length === 0 ? (
        <EmptyState
          what="The prices of the lot stand here, each against its cap and the wage to be paid from it."
          why="No price has been set for it yet."
          link={
            props.maySet && props.goesOn
              ? { text: 'Set its first prices', href: setPricesPath(slug, contract.reference, lot.number) }
              : { text: 'Back to the contract', href: contractPath(slug, contract.reference) }
          }
        />
      ) : (
        <>
          <PriceTable rows={rows} capped={lot.capped} />
          <Caps {...props} />
          <Enhanced {...props} />
          <Details summary="Every price with its days">
            <PriceHistory rows={rows} />
          </Details>
        </>
      )}
    </ContractsPage>
  )
}

function headingOf({ rows, on, lot }: PriceListPageProps): string {
  const priced = rows.filter(({ rate }) => rate !== undefined)
  const below = priced.filter(({ floor }) => floor.kind === 'below').length
  if (rows.length === 0) return `${lotTitle(lot.number)} has no price list yet`
  if (below > 0)
    return below === 1 ? 'One price is under a wage that binds' : `${number(below)} prices are under a wage that binds`
  if (priced.length === 0) return `No price holds on ${longDate(on)}`
  const count = priced.length === 1 ? 'One price' : `${number(priced.length)} prices`
  // Prices of a week or a session say nothing about an hour.
  return priced.every(({ floor }) => floor.kind === 'none') ? count : `${count}, none under a wage that binds`
}

const lotTitle = (lotNumber: string) => (lotNumber === '' ? 'The contract' : `Lot ${lotNumber}`)

function Actions({ partnership: { slug }, contract, lot, goesOn, maySet, mayUplift }: PriceListPageProps) {
  const { reference } = contract
  if (contract.sharedFrom) return <State kind="planned" word="Led by another partnership, which sets its prices" />
  if (!goesOn) return <State kind="stopped" word="This contract is over" />
  return (
    <>
      {maySet ? <Button href={setPricesPath(slug, reference, lot.number)}>Set prices</Button> : null}
      {mayUplift ? (
        <Button
          href={newUpliftPath(slug, { contract: reference, ...(lot.number && { lot: lot.number }) })}
          classes="govuk-button--secondary"
        >
          Start a round of uplift
        </Button>
      ) : null}
    </>
  )
}

function Choose({ partnership: { slug }, contract, lot, on, rows }: PriceListPageProps) {
  const { reference, lots } = contract
  return (
    <FilterPanel
      label="Choose the lot and the day"
      action={pricesPath(slug, reference)}
      result={rows.length === 1 ? 'One line' : rows.length === 0 ? 'No lines' : `${number(rows.length)} lines`}
    >
      {lots.length > 1 ? (
        <Select
          id="lot"
          name="lot"
          label="Lot"
          value={lot.number}
          items={lots.map(({ number: value, name }) => ({ value, text: [value, name].filter(Boolean).join(', ') }))}
        />
      ) : null}
      <Input id="on" name="on" label="On" value={on} attributes={{ type: 'date' }} />
    </FilterPanel>
  )
}

function Caps({ caps, on, lot }: PriceListPageProps) {
  if (!lot.capped) return null
  const held = caps.filter((cap) => holdsOn(cap, on))
  return (
    <Section id="caps" heading={held.length === 1 ? 'One cap holds' : `${number(held.length)} caps hold`}>
      <ul class="govuk-list">
        {held.map((cap) => (
          <li>
            At most {priceText(cap.pence)} the {lineWords({ ...cap, level: '' })}, from {longDate(cap.from)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Enhanced({ partnership: { slug }, contract, enhancements, on }: PriceListPageProps) {
  const held = enhancements.filter((each) => holdsOn(each, on))
  const due = held.filter(({ reviewOn }) => reviewOn <= on).length
  return (
    <Section
      id="enhanced"
      heading={
        held.length === 0
          ? 'No one’s care is paid for at a higher price'
          : held.length === 1
            ? 'One person’s care is paid for at a higher price'
            : `${number(held.length)} people’s care is paid for at a higher price`
      }
    >
      <p>
        {due > 0 ? (
          <State kind="attention" word={due === 1 ? 'One review is due.' : `${number(due)} reviews are due.`} />
        ) : null}{' '}
        <a href={enhancementsPath(slug, contract.reference)}>Enhanced prices of this contract</a>
      </p>
      <p>
        <a href={nationalPath(slug)}>National tables and wages</a>
      </p>
    </Section>
  )
}

/** A contract without lots has no prices: an in-house service, or one whose lots are not known yet. */
export function NoLotsPage({ partnership, contract }: Pick<PriceListPageProps, 'partnership' | 'contract'>) {
  const { reference } = contract
  const back = contractPath(partnership.slug, reference)
  return (
    <ContractsPage
      partnership={partnership}
      title={`${reference} has no lots`}
      breadcrumbs={[{ content: reference, href: back }, { content: 'Prices' }]}
    >
      <PageTitle heading={`${reference} has no lots`} note={contract.detail.title} />
      <EmptyState
        what="The prices of each lot stand here."
        why="Nothing is bought in lots under this contract, so there is no price list."
        link={{ text: 'Back to the contract', href: back }}
      />
    </ContractsPage>
  )
}
