import { number, pounds } from '../../../core/ui/format.ts'
import { DataTable, Section, State } from '../../../core/ui/parts/index.ts'
import type { Policy } from '../../../engines/allocation/index.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import type { DrillPerson, DrillResult } from '../drill-result.ts'
import { peopleWords, reasonName, unplacedWords } from '../drill-words.ts'

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
export function Placed({
  result,
  policy,
  most,
}: {
  readonly result: DrillResult
  readonly policy: Policy
  readonly most: number
}) {
  const { people, areas, services, names } = result
  const placed = people.filter(({ to }) => to !== null)
  if (placed.length === 0) return null
  const passed = placed.filter(({ passedOver }) => passedOver).length
  return (
    <Section
      id="placed"
      heading={`${peopleWords(new Set(placed.map((one) => one.package)).size)} could go to somebody else`}
      intro={`Each of them chooses and has to agree.${
        passed > 0
          ? ` For ${number(passed)} of them somebody earlier in the framework’s order is passed over for want of declared hours${policy === 'priced' ? ' or for the price' : ''}.`
          : ''
      }`}
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
