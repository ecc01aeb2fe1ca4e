/** Why something was refused; the words come from `refusalWords`. */
export type Because =
  | 'conflict'
  | 'round-open'
  | 'no-round'
  | 'no-rule'
  | 'bad-step'
  | 'nothing-to-place'
  | 'not-live'
  | 'not-open-now'
  | 'over'
  | 'outside-window'
  | 'not-offered'
  | 'nothing-taken'
  | 'part-taken'
  | 'start-too-early'
  | 'start-too-late'
  | 'no-capacity'
  | 'no-words'
  | 'tells-who'
  | 'no-reason'
  | 'bad-proposal'
  | 'not-allowed'
  | 'decided'
  | 'not-begun'
  | 'begun'
  | 'at-rest'
  | 'bad-day'
  | 'notice-too-short'
  | 'bad-visits'
  | 'nothing-changed'
  | 'not-in-framework'
  | 'no-approver'

/** Something that can't be done now, in a sentence. */
export interface Refusal {
  readonly outcome: 'refused'
  readonly because: Because
  readonly sentence: string
}

/** It was done, or it was refused and nothing changed. */
export type Outcome<Done extends object = object> = ({ readonly outcome: 'done' } & Done) | Refusal

/** A refusal with its sentence. */
export const refused = (because: Because, sentence: string): Refusal => ({ outcome: 'refused', because, sentence })
