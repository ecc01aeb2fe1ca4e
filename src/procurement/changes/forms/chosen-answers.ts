import type { ContractDetail } from '../../contract.ts'
import type { Answer } from '../merge-detail.ts'
import { fieldsOfAnswer, fieldsOfDetail } from './detail-form.ts'
import type { Typed } from './typed.ts'

/** The field in which it is chosen whose answer is to stand. */
export const takeField = (answer: Answer): string => `take-${answer}`

/** The answers between which a form says that there is a choice. */
export const conflictsIn = (typed: Typed): Answer[] => (typed.conflict ?? []).map((answer) => answer as Answer)

/** Those of them for which nothing is chosen. */
export const unchosen = (typed: Typed): Answer[] =>
  conflictsIn(typed).filter((answer) => !['mine', 'theirs'].includes(typed[takeField(answer)]?.[0] ?? ''))

/** The form with the answers that were chosen in the place of one's own, and nothing left of the choosing. */
export function withChosen(typed: Typed, theirs: ContractDetail | undefined): Typed {
  const their = theirs ? fieldsOfDetail(theirs) : {}
  const taken = conflictsIn(typed)
    .filter((answer) => typed[takeField(answer)]?.[0] === 'theirs')
    .flatMap((answer) => fieldsOfAnswer(answer))
  const kept = Object.entries(typed).filter(([name]) => name !== 'conflict' && !name.startsWith('take-'))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(taken.map((name) => [name, their[name] ?? []])) }
}
