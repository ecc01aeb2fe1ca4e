import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { DrillResult } from '../drill-result.ts'
import { peopleWords } from '../drill-words.ts'
import { freeAtMost, type HomesFound, livingThere } from '../home-places.ts'

/** What closing homes comes to, in places: what registers know, what somebody says, and what nobody knows. */
export function Homes({ homes, services }: { readonly homes: HomesFound; readonly services: DrillResult['services'] }) {
  const { closing, places, others, otherPlaces, residents, othersFullPercent, withoutPlace } = homes
  const own = homes.known ?? 0
  const people = livingThere(residents, own)
  const least = residents === null ? 'at least ' : ''
  const heading =
    withoutPlace === null || people === null
      ? `${number(places)} registered places would go; ${people === null ? 'who lives in them is not known here' : `${least}${peopleWords(people)} would have to move`}`
      : withoutPlace === 0
        ? `${peopleWords(people)} could find a place, if other homes are ${othersFullPercent}% full`
        : `${number(withoutPlace)} of ${least}${peopleWords(people)} would find no place, if other homes are ${othersFullPercent}% full`
  const isKnown = others.some(({ known }) => (known ?? 0) > 0)
  const told = [
    own > 0
      ? `${peopleWords(own)} ${own === 1 ? 'lives' : 'live'} there whose care is bought from here.`
      : 'Of nobody who lives there the care is known to be bought from here.',
    residents === null
      ? 'Nobody has said how many live there in all.'
      : `${peopleWords(residents)} live there in all, as whoever ran the drill said.`,
    othersFullPercent === null
      ? 'How full other homes are is not known: vacancies are not kept here. Ring them.'
      : `That other homes are ${othersFullPercent}% full is an assumption of whoever ran the drill.`,
    ...(isKnown
      ? ['No more is free than the registered places less those of people whose care is bought from here.']
      : []),
  ]
  return (
    <Section
      id="homes"
      heading={heading}
      intro={`${told.join(' ')} ${others.length === 1 ? 'One other home of the same kind has' : `${number(others.length)} other homes of the same kind have`} ${number(otherPlaces)} registered places.`}
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
          ...(isKnown
            ? [
                { heading: 'People known here', align: 'number' as const },
                { heading: 'Free at most', align: 'number' as const },
              ]
            : []),
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
          ...(isKnown ? [home.known === null ? null : number(home.known ?? 0), number(freeAtMost(home))] : []),
          ...(othersFullPercent === null ? [] : [number(home.free ?? 0)]),
          ...(withoutPlace === null ? [] : [number(home.takes ?? 0)]),
        ])}
        missing="not known"
      />
    </Section>
  )
}
