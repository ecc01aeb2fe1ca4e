import { longDate } from '../../../core/ui/format.ts'
import { LedgerList } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import type { ToldDecision } from '../why.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Decisions about who is asked, each as it concerned one provider, with what proves that it was so. */
export const WhyList = ({
  label,
  decisions,
}: {
  readonly label: string
  readonly decisions: readonly ToldDecision[]
}) => (
  <LedgerList
    label={label}
    entries={decisions.map(({ seq, at, rule, inputs, outcome, replayed, digest, previous }) => ({
      entry: `${seq}, ${longDate(londonDate(at))}, ${clock.format(at)}`,
      rule,
      inputs: inputs.join(' '),
      outcome,
      more: [
        {
          term: 'Replayed',
          value: replayed
            ? 'now, by the same rule from the same inputs: it comes to the same end.'
            : 'now: it comes to another end. Ask the partnership why.',
        },
      ],
      fingerprint: digest,
      follows: previous,
    }))}
  />
)
