import { longDate } from '../../core/ui/format.ts'
import { isIsoDate } from '../../core/values/index.ts'
import { unitWords } from '../../evidence/index.ts'
import type { Unclear } from './choose-sides.ts'
import type { GapAnswer } from './gap.ts'
import type { Side } from './side.ts'

/** What is told of a number that can't stand for a whole service. */
export const unclearWords = (_: Unclear, side: 'Need' | 'Supply'): string =>
  `${side} is given for several groups of people only. They may share people, so they are not added up.`

interface Remarks {
  readonly need: string | null
  readonly supply: string | null
  readonly unclear: string | null
}

/** Why there is no gap, or what is to be known about one that there is, in sentences; null when nothing is. */
export function becauseOf(
  answer: GapAnswer,
  { need, supply }: { readonly need: Side | null; readonly supply: Side | null },
  remarks: Remarks,
): string | null {
  const told = [
    whyOf(answer, need, supply),
    remarks.unclear,
    need ? null : remarks.need,
    remarks.supply,
    supply?.origin === 'use' && answer.kind === 'measured'
      ? 'What is used today stands for supply: how much more there could be is not known.'
      : null,
  ].filter((sentence) => sentence !== null)
  return told.length > 0 ? [...new Set(told)].join(' ') : null
}

function whyOf(answer: GapAnswer, need: Side | null, supply: Side | null): string | null {
  if (answer.kind === 'hidden') return 'A part of it is hidden to protect people, and so is the gap.'
  if (answer.kind === 'units-differ') {
    const [of, less] = [need, supply].map((side) => (side?.figure.unit ? unitWords(side.figure.unit, 2) : ''))
    return `Need is counted in ${of} and supply in ${less}, so one is not taken from the other.`
  }
  if (answer.kind === 'measured') {
    return answer.yearsDiffer ? `Need is of ${timeOf(need)} and supply of ${timeOf(supply)}.` : null
  }
  return { 'need-not-known': 'Need is not known.', 'supply-not-known': 'Supply is not known.', 'nothing-known': null }[
    answer.kind
  ]
}

function timeOf(side: Side | null): string {
  const period = side?.figure.period
  if (!period) return 'a time that is not printed'
  return isIsoDate(period) ? longDate(period) : period
}
