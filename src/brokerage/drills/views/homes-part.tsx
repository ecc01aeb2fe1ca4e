import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { DrillResult } from '../drill-result.ts'
import { peopleWords } from '../drill-words.ts'
import type { HomesFound } from '../home-places.ts'

/** What closing homes comes to, in places: what registers know, what somebody says, and what nobody knows. */
export function Homes({ homes, services }: { readonly homes: HomesFound; readonly services: DrillResult['services'] }) {
  const { closing, places, others, otherPlaces, residents, othersFullPercent, withoutPlace } = homes
  const heading =
    withoutPlace === null
      ? `${number(places)} registered places would go; who lives in them is not known here`
      : withoutPlace === 0
        ? `${number(residents ?? 0)} people could find a place, if other homes are ${othersFullPercent}% full`
        : `${number(withoutPlace)} of ${number(residents ?? 0)} people would find no place, if other homes are ${othersFullPercent}% full`
  const known = [
    residents === null
      ? 'Nobody has said how many live there.'
      : `${peopleWords(residents)} live there, as whoever ran the drill said.`,
    othersFullPercent === null
      ? 'How full other homes are is not known: vacancies are not kept here. Ring them.'
      : `That other homes are ${othersFullPercent}% full is an assumption of whoever ran the drill.`,
  ]
  return (
    <Section
      id="homes"
      heading={heading}
      intro={`${known.join(' ')} ${number(others.length)} other homes of the same kind have ${number(otherPlaces)} registered places.`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {closing.map((home) => (
          <li>
            {home.name}
            {home.place ? `, ${home.place}` : ''}: {services[home.service] ?? home.service},{' '}
            {home.places === null ? 'places not registered' : `${number(home.places)} places`}, register of{' '}
            {longDate(home.asOf)}
          </li>
        ))}
      </ul>
      <DataTable
        caption="Other homes of the same kind, nearest or best graded first"
        columns={[
          { heading: 'Home' },
          { heading: 'Where' },
          { heading: 'Places', align: 'number' },
          { heading: 'Lowest grade', align: 'number' },
          ...(othersFullPercent === null ? [] : [{ heading: 'Free by assumption', align: 'number' as const }]),
          ...(withoutPlace === null ? [] : [{ heading: 'Could take', align: 'number' as const }]),
        ]}
        rows={others.slice(0, 60).map((home) => [
          <>
            {home.name}
            {home.provider ? (
              <>
                <br />
                <small>{home.provider}</small>
              </>
            ) : null}
          </>,
          home.place,
          number(home.places),
          home.grade === null ? null : number(home.grade),
          ...(othersFullPercent === null ? [] : [number(home.free ?? 0)]),
          ...(withoutPlace === null ? [] : [number(home.takes ?? 0)]),
        ])}
        missing="not in the register"
      />
    </Section>
  )
}
