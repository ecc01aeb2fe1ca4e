import { longDate } from '../../core/ui/format.ts'
import { addDays, addMonths, type IsoDate } from '../../core/values/index.ts'
import type { DatedDecision, DecisionDates, DecisionKind, DecisionWords, PlannedContract } from './decision.ts'
import type { Framework, Planning } from './planning.ts'
import { monthsWords } from './span-words.ts'

type Made = Pick<DecisionDates, 'on'> & Partial<Pick<DecisionDates, 'decideBy' | 'late'>>

const made = (
  kind: DecisionKind,
  { on, decideBy = null, late = false }: Made,
  words: () => Pick<DecisionWords, 'heading' | 'detail'>,
): DatedDecision => ({
  kind,
  on,
  decideBy,
  latestSafeStart: null,
  due: decideBy ?? on,
  late,
  optionId: null,
  words: () => {
    const { heading, detail } = words()
    return { heading, detail, sentence: `${heading}. ${detail}` }
  },
})

/** How often a contract without an end is reviewed when nothing else is agreed, in months. */
const yearly = 12

/** When a contract is next to be reviewed; every year at least when it has no end. */
export function reviewDecision(
  { detail, terms }: PlannedContract,
  until: IsoDate | null,
  on: IsoDate,
): DatedDecision[] {
  const months = detail.reviewMonths ?? (until === null ? yearly : null)
  const since = detail.lastReviewedOn ?? terms[0]?.from
  if (months === null || since === undefined) return []
  const due = addMonths(since, months)
  if (until !== null && due >= until) return []
  const late = due < on
  return [
    made('review', { on: due, late }, () => {
      const every = `It is reviewed every ${months === yearly ? 'year' : monthsWords(months)}`
      return {
        heading: `Review ${late ? 'was due' : 'due'} ${longDate(due)}`,
        detail: detail.lastReviewedOn
          ? `${every}, the last time on ${longDate(detail.lastReviewedOn)}.`
          : `${every}; no review is noted since it began on ${longDate(since)}.`,
      }
    }),
  ]
}

/** What ends a contract that has no end of its own: notice, in time for what is planned to follow. */
export function noticeDecision({ detail }: PlannedContract, on: IsoDate): DatedDecision {
  const { noticeMonths, successorFrom } = detail
  if (noticeMonths === null)
    return made('notice', { on }, () => ({
      heading: 'No end and no notice period',
      detail: 'A contract without an end needs a notice period: agree one, or an end.',
    }))
  if (successorFrom !== null) {
    const decideBy = addMonths(addDays(successorFrom, -1), -noticeMonths)
    const late = decideBy < on
    return made('notice', { on: successorFrom, decideBy, late }, () => ({
      heading: late ? `Notice was due ${longDate(decideBy)}` : `Give notice by ${longDate(decideBy)}`,
      detail: `What follows is planned from ${longDate(successorFrom)}, and notice is ${monthsWords(noticeMonths)}.`,
    }))
  }
  const over = addMonths(on, noticeMonths)
  return made('notice', { on: over }, () => ({
    heading: `Goes on, with ${monthsWords(noticeMonths)}’${noticeMonths === 1 ? 's' : ''} notice`,
    detail: `It has no end; notice given on ${longDate(on)} ends it on ${longDate(over)} at the earliest.`,
  }))
}

/** What the owner of a national framework decides, and when it may end. */
export function nationalDecision(
  { detail }: PlannedContract,
  { frameworks }: Planning,
  until: IsoDate | null,
  on: IsoDate,
): DatedDecision {
  const framework = frameworks.get(detail.nationalFramework ?? '')
  const ends = until ?? framework?.until ?? null
  return made('national', { on: ends ?? nextApril(on) }, () => ({
    heading: `Decided by ${framework?.owner ?? 'the owner of the framework'}`,
    detail:
      ends === null ? 'Terms and fees are settled nationally, as a rule each April.' : endWords(ends, until, framework),
  }))
}

function endWords(ends: IsoDate, until: IsoDate | null, framework: Framework | undefined): string {
  const last = addDays(ends, -1)
  const own = until === null ? 'The framework ends' : 'It ends'
  const latest = framework?.latestEnd
  return latest && latest > last
    ? `${own} on ${longDate(last)}; with the framework’s options, on ${longDate(latest)} at the latest.`
    : `${own} on ${longDate(last)}, and what follows is settled nationally.`
}

/** National fees run by the financial year. */
const nextApril = (on: IsoDate): IsoDate => {
  const year = Number(on.slice(0, 4))
  const april = `${year}-04-01`
  return april > on ? april : `${year + 1}-04-01`
}
