import { StackedBars } from '../../../core/ui/charts/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { DataTable, Facts, Section, State } from '../../../core/ui/parts/index.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import type { DrillPerson, DrillResult, DrillSum } from '../drill-result.ts'
import { extraCost, peopleWords, reasonName, unplacedWords } from '../drill-words.ts'
import type { HomesFound } from '../home-places.ts'

/** Who is hit, in a strip of facts. */
export function DrillFacts({ total, freeMinutes, leftMinutes }: DrillResult) {
  const without = total.people - total.placedPeople
  return (
    <Facts
      facts={[
        { term: 'People who lose care', value: number(total.people) },
        { term: 'Their hours a week', value: hoursOf(total.minutes) },
        { term: 'With nobody to go to', value: number(without), ...(without > 0 ? { tone: 'need' as const } : {}) },
        { term: 'Highest level of need', value: number(total.highest) },
        { term: 'Two carers at once', value: number(total.twoCarers) },
        { term: 'In hospital', value: number(total.inHospital) },
        { term: 'Hours others declared free', value: `${hoursOf(freeMinutes)}, ${hoursOf(leftMinutes)} left after` },
      ]}
    />
  )
}

const sumColumns = (what: string) =>
  [
    { heading: what },
    { heading: 'People', align: 'number' },
    { heading: 'Hours', unit: 'a week', align: 'number' },
    { heading: 'With nobody to go to', align: 'number' },
    { heading: 'Hours without', unit: 'a week', align: 'number' },
    { heading: 'Highest need', align: 'number' },
    { heading: 'Two carers', align: 'number' },
    { heading: 'Cost now', unit: 'a week', align: 'number' },
    { heading: 'Cost after', unit: 'a week, placed', align: 'number' },
  ] as const

const sumRow = (name: string, one: DrillSum): readonly string[] => [
  name,
  number(one.people),
  hoursOf(one.minutes),
  number(one.people - one.placedPeople),
  hoursOf(one.minutes - one.placedMinutes),
  number(one.highest),
  number(one.twoCarers),
  pounds(one.penceNow),
  pounds(one.penceAfter),
]

/** Where it hits, by area and by kind of service. */
export function DrillSums({ result }: { readonly result: DrillResult }) {
  const { byArea, byService, total, areas, services } = result
  const caption = 'People, hours and cost by area'
  const unpriced =
    total.unpriced > 0
      ? ` ${number(total.unpriced)} of them have no known price now or after, and are not in the cost.`
      : ''
  return (
    <Section id="areas" heading={extraCost(result)} intro={`By area, those hit hardest first.${unpriced}`}>
      <StackedBars
        tableOpen
        alternative={byArea
          .map(
            (one) =>
              `${areas[one.key] ?? one.key}: ${hoursOf(one.placedMinutes)} hours placed, ${hoursOf(one.minutes - one.placedMinutes)} without`,
          )
          .join('; ')}
        parts={[
          { name: 'Hours a week that others could give', tone: 'supply' },
          { name: 'Hours a week that nobody could', tone: 'need' },
        ]}
        rows={byArea.slice(0, 12).map((one) => ({
          name: areas[one.key] ?? one.key,
          values: [one.placedMinutes / 60, (one.minutes - one.placedMinutes) / 60],
        }))}
        format={(sum) => number(Math.round(sum * 2) / 2)}
        table={{
          caption,
          columns: sumColumns('Area'),
          rows: byArea.map((one) => sumRow(areas[one.key] ?? one.key, one)),
          footer: sumRow('All', total),
        }}
      />
      {byService.length > 1 ? (
        <DataTable
          caption="The same by kind of service"
          columns={sumColumns('Service')}
          rows={byService.map((one) => sumRow(services[one.key] ?? one.key, one))}
        />
      ) : null}
    </Section>
  )
}

const marks = ({ level, twoCarers, inHospital }: DrillPerson): string =>
  [level, twoCarers && 'two carers', inHospital && 'in hospital'].filter(Boolean).join(', ') || 'none marked'

/** Those with nobody to go to, and for want of what. */
export function Unplaced({ people, areas, services }: DrillResult) {
  const without = people.filter(({ to }) => to === null)
  if (without.length === 0) return null
  const reasons = [...Map.groupBy(without, ({ why }) => (why ? reasonName(why) : 'Other'))]
  return (
    <Section
      id="without"
      heading={`${peopleWords(new Set(without.map((one) => one.package)).size)} with nobody to go to, and for want of what`}
      intro={`${reasons.map(([reason, some]) => `${reason}: ${number(some.length)}`).join('. ')}.`}
    >
      <DataTable
        caption="Who has nobody to go to, the most urgent first"
        captionHidden
        columns={[
          { heading: 'Package' },
          { heading: 'Service and area' },
          { heading: 'Hours', unit: 'a week', align: 'number' },
          { heading: 'Urgency' },
          { heading: 'Why' },
        ]}
        rows={without.map((one) => [
          one.package,
          `${services[one.serviceType] ?? one.serviceType}, ${areas[one.area] ?? one.area}`,
          hoursOf(one.minutes),
          marks(one),
          one.why ? unplacedWords(one.why) : null,
        ])}
      />
    </Section>
  )
}

/** Those who could go to somebody else; a page shows so many. */
export function Placed({ result, most }: { readonly result: DrillResult; readonly most: number }) {
  const { people, areas, services, names } = result
  const placed = people.filter(({ to }) => to !== null)
  if (placed.length === 0) return null
  const passed = placed.filter(({ passedOver }) => passedOver).length
  return (
    <Section
      id="placed"
      heading={`${peopleWords(new Set(placed.map((one) => one.package)).size)} could go to somebody else`}
      intro={`Each of them chooses and has to agree. For ${number(passed)} of them somebody stands earlier in the framework’s order and has no room.`}
    >
      <DataTable
        caption="Who could go where, the most urgent first"
        captionHidden
        columns={[
          { heading: 'Package' },
          { heading: 'Service and area' },
          { heading: 'Hours', unit: 'a week', align: 'number' },
          { heading: 'Urgency' },
          { heading: 'Could go to' },
          { heading: 'Cost now', unit: 'a week', align: 'number' },
          { heading: 'Cost after', unit: 'a week', align: 'number' },
        ]}
        rows={placed
          .slice(0, most)
          .map((one) => [
            one.package,
            `${services[one.serviceType] ?? one.serviceType}, ${areas[one.area] ?? one.area}`,
            hoursOf(one.minutes),
            marks(one),
            names[one.to ?? ''] ?? 'a provider that has left',
            one.penceNow === null ? null : pounds(one.penceNow),
            one.penceAfter === null ? null : pounds(one.penceAfter),
          ])}
        missing="no price is known"
      />
      {placed.length > most ? <p class="m-2">{number(placed.length - most)} more are in the file.</p> : null}
    </Section>
  )
}

/** People of other providers who would change theirs. */
export function Moved({ moved, areas, services, names, othersConsidered, othersLocked, refused }: DrillResult) {
  const note =
    refused > 0
      ? `Letting others move would have left ${peopleWords(refused)} of other providers without care. That was refused, and the drill was worked out again with everybody else locked.`
      : othersConsidered === 0
        ? `The care of everybody else stays as it is: ${number(othersLocked)} placements of other providers are locked.`
        : `${number(othersConsidered)} placements of other providers were looked at; none of them loses care.`
  if (moved.length === 0) {
    return (
      <Section id="moved" heading="Nobody of another provider has to move">
        <p>{note}</p>
      </Section>
    )
  }
  return (
    <Section
      id="moved"
      heading={`${peopleWords(moved.length)} of other providers would move, and each has to agree`}
      intro={note}
    >
      <DataTable
        caption="Who of other providers would move"
        captionHidden
        columns={[
          { heading: 'Package' },
          { heading: 'Service and area' },
          { heading: 'Hours', unit: 'a week', align: 'number' },
          { heading: 'From' },
          { heading: 'To' },
          { heading: 'Consent' },
        ]}
        rows={moved.map((one) => [
          one.package,
          `${services[one.serviceType] ?? one.serviceType}, ${areas[one.area] ?? one.area}`,
          hoursOf(one.minutes),
          names[one.from] ?? one.from,
          names[one.to ?? ''] ?? '',
          <State kind="attention" word="needs consent" />,
        ])}
      />
    </Section>
  )
}

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

/** How a drill was worked out, and what it can't say. */
export function DrillMethod({ result, policy, seed }: { result: DrillResult; policy: string; seed: number }) {
  const { gap, proved, waiting } = result
  const near = proved
    ? 'No better plan is possible for what was weighed.'
    : `The plan is at most ${number(Math.max(0.01, Math.round(gap * 10_000) / 100))}% of its weight from the best possible.`
  return (
    <Section id="method" heading="How this was worked out, and what it can’t say">
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Others are counted on for the hours that they have declared free, and for nothing where they declared none.
          Prices, places in lots and rules are those of the day on which the drill was run.
        </li>
        <li>
          Hours left without care weigh most, more so for the highest level of need, two carers and people in hospital.{' '}
          {policy === 'strict'
            ? 'Nobody is passed over in the framework’s order who has room.'
            : 'Somebody is passed over in the framework’s order where that places more hours or costs less.'}{' '}
          {near} Seed {seed}.
        </li>
        <li>Limits on shares and smallest runs hold nobody back in an emergency. Travel is not looked at.</li>
        {waiting > 0 ? (
          <li>
            {number(waiting)} packages of these services wait already. Their needs come on top, and would take of the
            same hours.
          </li>
        ) : null}
        <li>What a provider declared may have changed. Nobody was asked, and nothing is offered.</li>
      </ul>
    </Section>
  )
}
