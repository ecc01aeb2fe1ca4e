import { number } from '../../../core/ui/format.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { Policy } from '../../../engines/allocation/index.ts'
import type { DrillResult } from '../drill-result.ts'

/** How a drill was worked out, and what it can't say. */
export function DrillMethod({ result, policy, seed }: { result: DrillResult; policy: Policy; seed: number }) {
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
