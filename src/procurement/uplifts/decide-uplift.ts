import { number } from '../../core/ui/format.ts'
import { lineWords } from '../rates/price-words.ts'
import type { UpliftModel } from './model-uplift.ts'
import type { UpliftRound } from './round.ts'

/** Why a round cannot be applied. */
export type UpliftRefusal =
  | 'not-a-draft'
  | 'changed-meanwhile'
  | 'nothing-changes'
  | 'above-cap'
  | 'no-cap'
  | 'no-authority'

/** Whether a round may be applied, or why not, in a sentence. */
export type UpliftDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: UpliftRefusal; readonly sentence: string }

const refused = (because: UpliftRefusal, sentence: string): UpliftDecision => ({ allowed: false, because, sentence })

/** Decides on applying a round from what it comes to now and from what was seen by whoever applies it. */
export function decideUplift(
  round: Pick<UpliftRound, 'state' | 'version'>,
  seen: { readonly version: number; readonly fingerprint: string },
  model: UpliftModel,
): UpliftDecision {
  if (round.state === 'applied') return refused('not-a-draft', 'A colleague has applied this round already.')
  if (round.state === 'dropped') return refused('not-a-draft', 'A colleague has dropped this round.')
  if (round.version !== seen.version)
    return refused('changed-meanwhile', 'A colleague has changed this round. Look at it again before you apply it.')
  if (model.fingerprint !== seen.fingerprint)
    return refused(
      'changed-meanwhile',
      'Prices of this round have changed since you looked. Look at it again before you apply it.',
    )
  if (model.changed === 0) return refused('nothing-changes', 'This round would change no price.')
  const problem = model.lines.find(({ left, capProblem }) => left === null && capProblem !== null)
  if (problem) {
    const { line, capProblem } = problem
    const rest = model.capProblems - 1
    const others = rest === 0 ? '' : ` So ${rest === 1 ? 'is one other' : `are ${number(rest)} others`}.`
    const which = `${line.organisation ?? 'All providers'}, ${line.contract.reference}, ${lineWords(line)}`
    return capProblem === 'no-cap'
      ? refused('no-cap', `No cap is set for this price: ${which}.${others}`)
      : refused('above-cap', `The new price is above its cap: ${which}.${others}`)
  }
  return { allowed: true }
}
