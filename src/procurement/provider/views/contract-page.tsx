import type { Partnership } from '../../../core/auth/index.ts'
import { TermBar, type TermPeriod, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { longDate, percent, pounds } from '../../../core/ui/format.ts'
import { DataTable, Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Lot, Standing } from '../../contract.ts'
import type { RateLine } from '../../rate-line.ts'
import { documentWords, versioned } from '../../register/contract-document.ts'
import { dayTypeWords, kindWords, roleWords, standingWords, unitWords } from '../../register/contract-words.ts'
import { termOf, yearsAbout } from '../../register/register-term.ts'
import { ownPlace } from '../own-place.ts'
import { providerDocumentPath } from '../paths.ts'
import { lotWords, nextWords } from '../place-words.ts'
import type { OwnContractContent } from '../queries/own-contract.ts'
import { contractsPlace, ProviderPage, type ProviderPlace } from './provider-page.tsx'

export interface ContractPageProps extends OwnContractContent {
  readonly organisation: string
  readonly demonstration: boolean
  readonly places: readonly ProviderPlace[]
  readonly partnership: Partnership
  readonly organisationId: Id
  readonly today: IsoDate
}

/** One contract as a provider in it is told of it: its term, its own lots and ranks, its prices, and the papers. */
export function ContractPage(props: ContractPageProps) {
  const { organisation, demonstration, places, partnership, contract, today } = props
  const { detail, reference } = contract
  const term = termOf(contract, [], today)
  const window = yearsAbout(today, 3, 5)
  const next = nextWords(contract, today)
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={places}
      of={contractsPlace}
      title={`${detail.title}, ${partnership.title}`}
      breadcrumbs={[{ content: detail.title }]}
    >
      <PageTitle heading={detail.title} note={`With ${partnership.name}, as at ${longDate(today)}.`} />
      <Facts
        facts={[
          { term: 'Reference', value: reference },
          { term: 'Kind', value: kindWords[detail.kind] },
          { term: 'Next', value: next ?? 'nothing is known yet' },
          ...(detail.noticeMonths === null
            ? []
            : [{ term: 'Notice', value: `${detail.noticeMonths} ${detail.noticeMonths === 1 ? 'month' : 'months'}` }]),
        ]}
      />
      <Section id="term" heading="How long it runs">
        <TermScale window={window} />
        <TermBar term={term} window={window} today={today} alternative={termWords(term, today)} />
        <DataTable
          caption="Term and options"
          captionHidden
          columns={[{ heading: 'What' }, { heading: 'From' }, { heading: 'To' }]}
          rows={[
            ...(term.agreed ? [['Agreed', ...days(term.agreed)]] : []),
            ...(term.options ?? []).map((option) => ['Option to extend', ...days(option)]),
            ...(term.planned ?? []).map((planned) => ['What follows, planned', ...days(planned)]),
          ]}
        />
      </Section>
      <Lots {...props} />
      <Prices {...props} />
      <Enhancements {...props} />
      <Documents {...props} />
      <Section id="management" heading="How it is managed">
        <Facts
          facts={[
            { term: 'How people come to it', value: detail.allocation || 'not recorded' },
            { term: 'Monitoring', value: detail.monitoring || 'not recorded' },
          ]}
        />
      </Section>
    </ProviderPage>
  )
}

const days = ({ from, to }: TermPeriod): string[] => [
  from ? longDate(from) : 'not recorded',
  to ? longDate(to) : 'no end set',
]

function Lots({ lots, services, areas, organisationId, today }: ContractPageProps) {
  const own = (lot: Lot): Standing | undefined =>
    ownPlace(
      lot.standings.filter((standing) => standing.organisationId === organisationId),
      today,
    )
  return (
    <Section id="lots" heading={lots.length === 1 ? 'Your place' : `Your places in ${lots.length} lots`}>
      <DataTable
        caption="Your places in the lots of this contract"
        captionHidden
        columns={[
          { heading: 'Lot' },
          { heading: 'Service and areas' },
          { heading: 'You are' },
          { heading: 'Rank', align: 'number' },
          { heading: 'State' },
          { heading: 'Days' },
        ]}
        missing="all are equal"
        rows={lots.map((lot) => {
          const place = own(lot)
          return [
            lotWords(lot) || 'The whole contract',
            [lot.serviceType && services.get(lot.serviceType), areasText(lot.areas, areas)].filter(Boolean).join(': '),
            place ? roleWords[place.role] : null,
            place?.rank ?? null,
            place ? standingWords[place.state] : null,
            place ? daysText(place) : null,
          ]
        })}
      />
    </Section>
  )
}

/** Areas by name while they are few. */
function areasText(codes: readonly string[], names: ReadonlyMap<string, string>): string {
  const shown = codes.slice(0, 6).map((code) => names.get(code) ?? code)
  return codes.length > shown.length ? `${shown.join(', ')} and ${codes.length - shown.length} more` : shown.join(', ')
}

const daysText = ({ from, until }: Standing): string =>
  until ? `${longDate(from)} until before ${longDate(until)}` : `from ${longDate(from)}`

function Prices({ prices }: ContractPageProps) {
  return (
    <Section
      id="prices"
      heading={prices.length === 0 ? 'No price is recorded for you' : 'Your prices'}
      intro="Prices of other providers are not shown to you, nor yours to them."
    >
      {prices.length === 0 ? (
        ''
      ) : (
        <DataTable
          caption="Your prices today, and the next that are known"
          captionHidden
          columns={[
            { heading: 'For' },
            { heading: 'Price', unit: '£', align: 'number' },
            { heading: 'Why' },
            { heading: 'Next' },
            { heading: 'Includes' },
          ]}
          missing="no price holds today"
          rows={prices.map(({ line, lot, pence, why, next }) => [
            <span>
              {lineText(line)}
              <small class="m-under">{lotWords(lot)}</small>
            </span>,
            pence === null ? null : inPounds(pence),
            why,
            next ? `${pounds(next.pence)} from ${longDate(next.from)}` : 'none is known',
            line.includes || 'not recorded',
          ])}
        />
      )}
    </Section>
  )
}

/** What a price buys: "An hour, nursing, on Sundays". */
function lineText({ unit, visitMinutes, dayType, level }: RateLine): string {
  const unitText = unitWords[unit]
  const length = visitMinutes === null ? '' : ` of ${visitMinutes} minutes`
  return [`${unitText.charAt(0).toUpperCase()}${unitText.slice(1)}${length}`, level, dayTypeWords[dayType]]
    .filter(Boolean)
    .join(', ')
}

const inPounds = (pence: number): string =>
  `${Math.trunc(pence / 100).toLocaleString('en-GB')}.${String(pence % 100).padStart(2, '0')}`

function Enhancements({ enhancements }: ContractPageProps) {
  if (enhancements.length === 0) return null
  return (
    <Section id="enhancements" heading="What is paid above the price for one person">
      <DataTable
        caption="Enhancements for one person’s care, decided on evidence"
        captionHidden
        columns={[{ heading: 'Person' }, { heading: 'More' }, { heading: 'From' }, { heading: 'Reviewed by' }]}
        rows={enhancements.map(({ person, basisPoints, from, reviewOn }) => [
          person,
          percent(basisPoints / 100),
          longDate(from),
          longDate(reviewOn),
        ])}
      />
    </Section>
  )
}

function Documents({ documents, partnership: { slug }, contract: { reference } }: ContractPageProps) {
  const latest = versioned(documents)
  return (
    <Section
      id="documents"
      heading={latest.length === 0 ? 'No document is shared with you' : 'Specification and conditions'}
    >
      {latest.length > 0 ? (
        <DataTable
          caption="Documents of this contract that are shared with you"
          captionHidden
          columns={[
            { heading: 'Document' },
            { heading: 'What it is' },
            { heading: 'Version' },
            { heading: 'Holds from' },
          ]}
          rows={latest.map(({ latest: { id, title, kind, version, holdsFrom } }) => [
            <a href={providerDocumentPath(slug, reference, id)}>{title}</a>,
            documentWords[kind],
            String(version),
            longDate(holdsFrom),
          ])}
        />
      ) : (
        <p>The partnership has put no specification or conditions on its register.</p>
      )}
    </Section>
  )
}
