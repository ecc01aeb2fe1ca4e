import { StackedBars } from '../../../core/ui/charts/index.ts'
import { number } from '../../../core/ui/format.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import type { MachineResult, Range } from '../machine-result.ts'
import { hoursRange } from '../machine-words.ts'

/** How many providers stand in the drawing. */
const mostDrawn = 6

/** How many stand in the table. */
const mostListed = 60

/** Who would have had how much, beside what they had. */
export function SharesPart({ providers, asItWas, changed }: MachineResult) {
  const listed = providers.slice(0, mostListed)
  const [first] = providers
  if (!first) return null
  return (
    <Section
      id="shares"
      heading={`${first.organisation} would have had the most`}
      intro="Hours a week placed with each provider."
    >
      <StackedBars
        tableOpen
        alternative={`Hours a week of the ${Math.min(mostDrawn, providers.length)} providers with the most under the change, each beside what it has as it was`}
        parts={[
          { name: 'As it was, drawn', tone: 'grey' },
          { name: 'With the change, drawn', tone: 'supply' },
        ]}
        rows={providers.slice(0, mostDrawn).flatMap((one) => [
          { name: `${one.organisation}: as it was`, values: [one.asItWas.middle / 60, null] },
          { name: `${one.organisation}: with the change`, values: [null, one.changed.middle / 60] },
        ])}
        format={(sum) => number(Math.round(sum * 2) / 2)}
        table={{
          caption: 'Hours a week and share by provider',
          columns: [
            { heading: 'Provider' },
            { heading: 'As it went', unit: 'hours', align: 'number' },
            { heading: 'As it was, drawn', unit: 'hours', align: 'number' },
            { heading: 'With the change, drawn', unit: 'hours', align: 'number' },
            { heading: 'Share as it was', align: 'number' },
            { heading: 'Share with the change', align: 'number' },
          ],
          rows: listed.map((one) => [
            one.organisation,
            hoursOf(one.thenMinutes),
            hoursRange(one.asItWas),
            hoursRange(one.changed),
            share(one.asItWas, asItWas.placedMinutes),
            share(one.changed, changed.placedMinutes),
          ]),
        }}
      />
      {providers.length > listed.length ? (
        <p class="m-2">{number(providers.length - listed.length)} more providers had less.</p>
      ) : null}
    </Section>
  )
}

/** A provider's part of what is placed, both in the middle of the draws. */
function share({ middle }: Range, whole: Range | null): string {
  return whole === null || whole.middle === 0 ? '0%' : `${number(Math.round((100 * middle) / whole.middle))}%`
}
