import type { IsoDate } from '../../values/index.ts'
import { longDate } from '../format.ts'
import type { Term, TermPeriod } from './term-layout.ts'

/** A term as a sentence: what a `TermBar` shows, for those who don't see it. */
export function termWords({ agreed, options = [], planned = [], safeStart, decision }: Term, today: IsoDate): string {
  const words = [
    agreed && periodWords(agreed),
    ...options.map((option) => `option ${fromTo(option)}`),
    ...planned.map((plan) => `planned ${fromTo(plan)}`),
    safeStart && `latest safe start ${longDate(safeStart)}${safeStart < today ? ', passed' : ''}`,
    decision && `decision planned for ${longDate(decision)}`,
  ]
  const sentence = words.filter(Boolean).join('; ')
  return sentence ? `${sentence[0]?.toUpperCase()}${sentence.slice(1)}` : 'No term agreed'
}

function periodWords({ from, to }: TermPeriod): string {
  if (from && to) return `${longDate(from)} to ${longDate(to)}`
  if (from) return `from ${longDate(from)}, with no end set`
  return to ? `until ${longDate(to)}` : 'no end set'
}

function fromTo({ from, to }: TermPeriod): string {
  if (from && to) return `from ${longDate(from)} to ${longDate(to)}`
  if (from) return `from ${longDate(from)}`
  return to ? `to ${longDate(to)}` : 'without an end'
}
