import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Section, State } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { Standing } from '../../contract.ts'
import { providerPath } from '../../organisations/paths.ts'
import { roleWords, standingWords } from '../contract-words.ts'
import { dayWithin, type LotOnDay, type LotPlace } from '../lot-places.ts'
import { contractPath } from '../paths.ts'
import type { Names } from '../queries/contract-content.ts'
import type { ContractPageProps } from './contract-page-props.ts'

/** Who stands in which lot of a contract, in the order in which they are asked, and what is paid. */
export function ContractLots({ partnership: { slug }, contract, lots, names, on }: ContractPageProps) {
  const day = dayWithin(contract, on)
  const providers = new Set(lots.flatMap(({ places }) => places.map(({ standing }) => standing.organisationId)))
  const whole = lots.length === 1 && lots[0]?.lot.number === ''
  const rows = ({ places }: LotOnDay) => places.map((place) => rowOf(slug, place))
  if (providers.size === 0) {
    return (
      <Section id="lots" heading="Lots and providers">
        <EmptyState
          what="Providers stand here by lot, in the order in which they are asked."
          why={lots.length === 0 ? 'The contract has no lot.' : `Nobody stood in a lot on ${longDate(day)}.`}
          link={{ text: 'The contract as it is today', href: contractPath(slug, contract.reference) }}
        />
        <Others lots={lots} on={day} />
      </Section>
    )
  }
  return (
    <Section
      id="lots"
      heading={headingOf(providers.size, lots.length)}
      intro={day === on ? undefined : `As on ${longDate(day)}, the ${day > on ? 'first' : 'last'} day agreed.`}
    >
      <DataTable
        caption="Providers by lot, in the order in which they are asked"
        captionHidden
        missing="no price"
        columns={[
          { heading: 'Provider' },
          { heading: 'Role' },
          { heading: 'Rank', align: 'number' },
          { heading: 'Since' },
          { heading: 'State' },
          { heading: 'Price' },
        ]}
        rows={whole ? lots.flatMap(rows) : []}
        groups={whole ? [] : lots.map((one) => ({ ...titleOf(one, names), rows: rows(one) }))}
      />
      {whole && lots[0] ? <p class="m-t__note">{titleOf(lots[0], names).note}</p> : null}
      <Others lots={lots} on={day} />
    </Section>
  )
}

function headingOf(providers: number, lots: number): string {
  const who = providers === 1 ? 'One provider' : `${number(providers)} providers`
  return lots > 1 ? `${who} in ${number(lots)} lots` : who
}

function titleOf({ lot, places }: LotOnDay, names: Names): { readonly heading: string; readonly note: string } {
  const areas = lot.areas.map((code) => names.get(code) ?? code)
  const heading = [lot.number && `Lot ${lot.number}`, lot.name].filter(Boolean).join(': ') || 'Lot without a number'
  const notes = [
    areas.length > 0 ? areas.join(', ') : 'No area is served yet',
    lot.needsLead && !places.some(({ standing }) => standing.role === 'lead') ? 'without the lead that it needs' : '',
    lot.capped ? 'prices under a cap' : '',
  ]
  return { heading, note: notes.filter(Boolean).join('; ') }
}

const rowOf = (slug: string, { standing, price }: LotPlace) => [
  <a href={providerPath(slug, standing.organisationId)}>{standing.organisation}</a>,
  roleWords[standing.role],
  standing.rank === null ? '–' : number(standing.rank),
  <>
    {longDate(standing.from)}
    {standing.until ? <small class="m-under">until {longDate(addDays(standing.until, -1))}</small> : null}
  </>,
  <State kind={standing.state === 'active' ? 'done' : 'stopped'} word={standingWords[standing.state]} />,
  price ?? null,
]

function Others({ lots, on }: { readonly lots: readonly LotOnDay[]; readonly on: IsoDate }) {
  const lines = lots.flatMap(({ lot, others }) => others.map((standing) => whenWords(standing, lot.number, on)))
  if (lines.length === 0) return null
  return (
    <details class="m-figures">
      <summary>
        {lines.length === 1 ? 'One provider stands' : `${number(lines.length)} stand`} here on other days
      </summary>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function whenWords({ organisation, role, from, until }: Standing, lot: string, on: IsoDate): string {
  const where = `${organisation}, ${roleWords[role].toLowerCase()}${lot ? ` in lot ${lot}` : ''}`
  if (from > on) return `${where}: joins on ${longDate(from)}.`
  return `${where}: from ${longDate(from)}${until ? ` until ${longDate(addDays(until, -1))}` : ''}.`
}
