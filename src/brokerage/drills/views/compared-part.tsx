import { longDate, number, pounds, signed } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import { compareDrills, type DrillChange } from '../compare-drills.ts'
import type { DrillAsked } from '../drill-asked.ts'
import type { DrillResult } from '../drill-result.ts'
import { peopleWords } from '../drill-words.ts'
import { drillPath } from '../paths.ts'
import type { EarlierDrill } from '../queries/drills.ts'

/** How many references stand in a sentence. */
const mostNamed = 20

/** What became better or worse since the last drill of the same closing. */
export function ComparedPart({
  slug,
  before,
  after,
  asked,
}: {
  readonly slug: string
  readonly before: EarlierDrill
  readonly after: DrillResult
  readonly asked: DrillAsked
}) {
  const compared = compareDrills(before.result, after)
  const { unplacedPeople, unplacedMinutes, verdict } = compared
  const on = longDate(londonDate(before.askedAt))
  const change =
    unplacedPeople === 0 ? `${hoursOf(Math.abs(unplacedMinutes))} hours a week` : peopleWords(Math.abs(unplacedPeople))
  const heading =
    verdict === 'same'
      ? `As many have nobody to go to as in the drill of ${on}`
      : verdict === 'better'
        ? `Better than on ${on}: ${change} fewer without a place`
        : `Worse than on ${on}: ${change} more without a place`
  const was = before.result.total
  const is = after.total
  const row = (name: string, then: number, now: number, words: (value: number) => string) => [
    name,
    words(then),
    words(now),
    signed(now - then),
  ]
  const named = (what: string, changes: readonly DrillChange[]) =>
    changes.length === 0
      ? []
      : [
          `${what}: ${changes
            .slice(0, mostNamed)
            .map((one) => one.package)
            .join(', ')}${changes.length > mostNamed ? ` and ${number(changes.length - mostNamed)} more` : ''}.`,
        ]
  const lines = [
    ...named('Nobody then, somebody now', compared.found),
    ...named('Somebody then, nobody now', compared.lost),
    ...named('With this provider since', compared.arrived),
    ...named('No longer with it', compared.gone),
  ]
  return (
    <Section id="compared" heading={heading} intro={askedOtherwise(before.asked, asked)}>
      <DataTable
        caption="The last drill and this one"
        captionHidden
        columns={[
          { heading: 'Figure' },
          { heading: on, align: 'number' },
          { heading: 'This drill', align: 'number' },
          { heading: 'Change', align: 'number' },
        ]}
        rows={[
          row('People who lose care', was.people, is.people, number),
          row('With nobody to go to', was.people - was.placedPeople, is.people - is.placedPeople, number),
          [
            'Hours a week without',
            hoursOf(was.minutes - was.placedMinutes),
            hoursOf(is.minutes - is.placedMinutes),
            signed(Math.round(unplacedMinutes / 30) / 2, unplacedMinutes % 60 === 0 ? 0 : 1),
          ],
          [
            'Hours others declared free',
            hoursOf(before.result.freeMinutes),
            hoursOf(after.freeMinutes),
            signed(Math.round(compared.freeMinutes / 30) / 2, compared.freeMinutes % 60 === 0 ? 0 : 1),
          ],
          [
            'Cost more than now, of those placed',
            pounds(was.penceAfter - was.pencePlacedNow),
            pounds(is.penceAfter - is.pencePlacedNow),
            pounds(compared.extraPence),
          ],
        ]}
      />
      {lines.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={drillPath(slug, before.id)}>The drill of {on}</a>
      </p>
    </Section>
  )
}

/** In what the two were asked otherwise, because a part of the difference may come from that. */
function askedOtherwise(then: DrillAsked, now: DrillAsked): string | undefined {
  const told = [
    then.closesOn !== now.closesOn && `closing on ${longDate(then.closesOn)}`,
    then.othersMayMove !== now.othersMayMove &&
      (then.othersMayMove ? 'with others who might move' : 'with everybody else locked'),
    then.policy !== now.policy && 'with another way to keep the framework’s order',
  ].filter((one) => one !== false)
  return told.length === 0 ? undefined : `It was asked otherwise then: ${told.join(', ')}.`
}
