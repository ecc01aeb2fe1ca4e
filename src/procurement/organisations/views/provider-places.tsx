import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Section, State } from '../../../core/ui/parts/index.ts'
import { addDays } from '../../../core/values/index.ts'
import { suspendedOn } from '../../../providers/index.ts'
import { changeFormPath } from '../../changes/paths.ts'
import type { RateInForce } from '../../rate-in-force.ts'
import { roleWords, standingWords, unitWords } from '../../register/contract-words.ts'
import { contractPath } from '../../register/paths.ts'
import type { StandingState } from '../../standing.ts'
import { providersPath } from '../paths.ts'
import { endOf, type ProviderPlace } from '../provider-place.ts'
import type { ProviderPageProps } from './provider-page-props.ts'

/** Where a provider stands today, with rank and price; and on which other days it stood or will. */
export function ProviderPlaces(props: ProviderPageProps) {
  const { organisation, held, others, suspensions, today, mayWrite } = props
  const { slug } = props.partnership
  const gated = suspensions.some((one) => suspendedOn(one, today))
  const byContract = new Map(held.map((place) => [place.contract.id, place]))
  // A copy of another partnership's contract is changed there.
  const own = [...byContract.values()].filter(({ contract }) => !contract.shared)
  return (
    <Section
      id="places"
      heading={held.length === 1 ? 'It stands in one lot' : `It stands in ${number(held.length)} lots`}
    >
      {held.length === 0 ? (
        <EmptyState
          what="Lots stand here with rank and price."
          why={`${organisation.name} has no place in a lot today.`}
          link={{ text: 'Providers with a place today', href: providersPath(slug) }}
        />
      ) : (
        <DataTable
          caption="Places in lots today"
          captionHidden
          missing="no price"
          columns={[
            { heading: 'Contract' },
            { heading: 'Lot' },
            { heading: 'Role' },
            { heading: 'Rank', align: 'number' },
            { heading: 'Since' },
            { heading: 'Until' },
            { heading: 'Can be asked' },
            { heading: 'Price' },
          ]}
          rows={held.map((place) => [
            <ContractLink slug={slug} {...place} />,
            lotWords(place),
            roleWords[place.standing.role],
            place.standing.rank === null ? '–' : number(place.standing.rank),
            longDate(place.standing.from),
            lastDayWords(place),
            <Askable state={place.standing.state} gated={gated} />,
            <Price rate={place.rate} />,
          ])}
        />
      )}
      {mayWrite && own.length > 0 ? (
        <details class="m-figures">
          <summary>Transfer its places to another provider, as after a merger</summary>
          <p>The other takes its place, rank and prices in every lot of the contract.</p>
          <ul class="govuk-list govuk-list--bullet">
            {own.map(({ contract: { reference, title } }) => (
              <li>
                <a href={changeFormPath(slug, reference, 'transfer', { from: organisation.id })}>
                  Transfer {reference}, {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {others.length > 0 ? (
        <details class="m-figures">
          <summary>
            {others.length === 1 ? 'One other stretch' : `${number(others.length)} other stretches`}, past or to come
          </summary>
          <DataTable
            caption="Places on other days"
            captionHidden
            columns={[
              { heading: 'Contract' },
              { heading: 'Lot' },
              { heading: 'Role' },
              { heading: 'Rank', align: 'number' },
              { heading: 'Since' },
              { heading: 'Until' },
            ]}
            rows={others.map((place) => [
              <ContractLink slug={slug} {...place} />,
              lotWords(place),
              roleWords[place.standing.role],
              place.standing.rank === null ? '–' : number(place.standing.rank),
              longDate(place.standing.from),
              lastDayWords(place),
            ])}
          />
        </details>
      ) : null}
    </Section>
  )
}

const lotWords = ({ lot: { number: lot, name } }: ProviderPlace): string =>
  [lot && `Lot ${lot}`, name].filter(Boolean).join(': ') || 'The whole contract'

function lastDayWords(place: ProviderPlace): string {
  const end = endOf(place)
  return end ? longDate(addDays(end, -1)) : 'No end set'
}

function ContractLink({ slug, contract }: Pick<ProviderPlace, 'contract'> & { readonly slug: string }) {
  return (
    <>
      <a href={contractPath(slug, contract.reference)}>{contract.title}</a>
      <small class="m-under">{contract.reference}</small>
    </>
  )
}

function Askable({ state, gated }: { readonly state: StandingState; readonly gated: boolean }) {
  if (state === 'active' && !gated) return <State kind="done" word="Yes" />
  const why = state === 'active' ? 'placing is suspended' : standingWords[state].toLowerCase()
  return <State kind="stopped" word={`No: ${why}`} />
}

function Price({ rate }: { readonly rate: RateInForce | undefined }) {
  if (!rate?.found) return <>No price</>
  return (
    <>
      {pounds(rate.pence)} {unitWords[rate.unit]}
      {rate.cap === null ? null : <small class="m-under">cap {pounds(rate.cap)}</small>}
    </>
  )
}
