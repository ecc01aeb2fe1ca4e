import { z } from 'zod'
import { date, first, type Mistake, oneOf, type Read, readTyped, type Typed, words } from '../../core/forms/index.ts'
import { declineReasons } from '../offer.ts'
import type { Answer } from '../offers/answer.ts'
import { type Band, bands, type VisitLine, type Weekday, weekdays } from '../visit-line.ts'
import { lineField } from './paths.ts'

/** The four answers. */
export const firstAnswer = z.object({
  answer: oneOf(['yes', 'changes', 'more', 'no'], 'Choose an answer'),
})

const declineForm = z.object({
  reason: oneOf(declineReasons, 'Choose the main reason'),
  words: words('What you write', 1000),
})

const questionForm = z.object({
  words: z.string().min(1, 'Write your question').max(1000, 'Your question must be 1,000 characters or fewer'),
})

const partForm = z.object({
  visit: z.array(z.string()).min(1, 'Choose the visits that you can give'),
  start: date('Day on which care starts'),
})

const proposalForm = z.object({ from: date('Day on which care starts'), words: words('What you write', 1000) })

/** An answer that was finished on a page of its own. */
export function readAnswer(asked: string, typed: Typed, left: readonly VisitLine[]): Read<Answer> {
  if (asked === 'interest') return { read: { kind: 'interest' } }
  if (asked === 'ask') {
    const sent = readTyped(questionForm, typed)
    return sent.mistakes ? sent : { read: { kind: 'ask', ...sent.read } }
  }
  if (asked === 'part') return partOf(typed)
  return asked === 'propose' ? proposalOf(typed, left) : declineOf(typed)
}

function declineOf(typed: Typed): Read<Answer> {
  const sent = readTyped(declineForm, typed)
  return sent.mistakes ? sent : { read: { kind: 'decline', ...sent.read } }
}

function partOf(typed: Typed): Read<Answer> {
  const sent = readTyped(partForm, typed)
  if (sent.mistakes) return sent
  const visits = sent.read.visit.map((visit) => {
    const [lineId = '', day = ''] = visit.split(':')
    return { lineId, weekday: weekdays.find((weekday) => String(weekday) === day) ?? (0 as Weekday) }
  })
  return { read: { kind: 'accept-part', startOn: sent.read.start, visits } }
}

function proposalOf(typed: Typed, left: readonly VisitLine[]): Read<Answer> {
  const sent = readTyped(proposalForm, typed)
  const lines = left.map(({ id, band, days }) => ({
    id,
    asked: days.length,
    band: bands.find((one): one is Band => one === first(typed, lineField('band', id))) ?? band,
    days: weekdays.filter((day) => typed[lineField('day', id)]?.includes(String(day))),
  }))
  const wrong = lines.flatMap(({ id, asked, days }): Mistake[] =>
    days.length === asked
      ? []
      : [{ field: lineField('day', id), sentence: `Choose as many days as were asked for: ${asked}` }],
  )
  if (sent.mistakes || wrong.length > 0) return { mistakes: [...(sent.mistakes ?? []), ...wrong] }
  return {
    read: {
      kind: 'propose',
      proposal: { startOn: sent.read.from, lines: lines.map(({ asked: _, ...line }) => line), words: sent.read.words },
    },
  }
}

/** When care started. */
export const startForm = z.object({ started: date('Day on which care started') })

/** From when a placement is handed back, and why. */
export const handBackForm = z.object({
  on: date('First day without you'),
  reason: oneOf(declineReasons, 'Choose the main reason'),
  words: words('What you write', 1000),
})
