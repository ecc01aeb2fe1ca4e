import type { OfferRule } from '../../offer-rule.ts'
import { hoursWords, stepWords } from '../rule-words.ts'

export interface RuleTextProps {
  readonly rule: Pick<OfferRule, 'steps' | 'hours'>
}

/** A rule as people read it: a sentence for each step, then when its clocks run. */
export function RuleText({ rule: { steps, hours } }: RuleTextProps) {
  return (
    <>
      <ul class="govuk-list govuk-list--spaced">
        {steps.map((step, at) => (
          <li>{stepWords(step, at + 1)}</li>
        ))}
      </ul>
      <p>
        What nobody takes is recorded as unmet. Clocks run {hoursWords(hours)}, and not on holidays; no answer in time
        counts as a decline.
      </p>
    </>
  )
}
