import { InsetText } from '../../../core/ui/govuk/index.ts'
import { Stat } from '../../../core/ui/parts/index.ts'
import type { Offer } from '../../offer.ts'
import { windowWords } from '../../rules/rule-words.ts'
import { momentWords } from '../offer-words.ts'

export interface OfferClockProps {
  readonly offer: Pick<Offer, 'state' | 'dueAt' | 'leftMinutes'>
  readonly now: Date
  /** Working minutes until it is due. */
  readonly minutesLeft: number | null
}

/** Until when an offer can be answered, large; or why its clock rests. */
export function OfferClock({ offer: { state, dueAt, leftMinutes }, now, minutesLeft }: OfferClockProps) {
  if (dueAt) {
    return (
      <InsetText>
        <p class="m-2">Answer by</p>
        <Stat
          value={momentWords(dueAt, now)}
          unit={minutesLeft === null ? '' : `${windowWords(minutesLeft)} left`}
          comparator="No answer counts as a decline."
        />
      </InsetText>
    )
  }
  const why =
    state === 'asked'
      ? 'until your question is answered'
      : state === 'proposed'
        ? 'until your proposal is decided'
        : 'until the partnership lets it run on'
  return (
    <InsetText>
      <Stat
        value="The clock rests"
        unit={why}
        comparator={leftMinutes === null ? undefined : `Then you have ${windowWords(leftMinutes)} to answer.`}
      />
    </InsetText>
  )
}
