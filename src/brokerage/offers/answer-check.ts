import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate, isIsoDate, londonDate } from '../../core/values/index.ts'
import { declineReasons, liveStates, type Offer } from '../offer.ts'
import { overfullDay } from '../requests/request-problems.ts'
import { bands, type VisitLine, type WeeklyVisit, weekdays, weeklyMinutes } from '../visit-line.ts'
import type { Answer } from './answer.ts'
import { type Refusal, refused } from './outcome.ts'
import { freeFrom, type GivenVisit, linesWith, visitsOf } from './unplaced.ts'

/** What an answer is judged by. */
interface AnswerGround {
  readonly offer: Pick<Offer, 'state' | 'dueAt' | 'ask'>
  /** What of the offer nobody else took. */
  readonly left: readonly VisitLine[]
  /** Who gives which of the package's visits until when. */
  readonly given: readonly GivenVisit[]
  readonly assessedOn: IsoDate
  readonly at: Date
}

/** The last day on which care may start: as it was asked for, or tomorrow when that is over. */
export function latestStart({ offer, at }: Pick<AnswerGround, 'offer' | 'at'>): IsoDate {
  const tomorrow = addDays(londonDate(at), 1)
  return offer.ask.startBy > tomorrow ? offer.ask.startBy : tomorrow
}

/** Whether an offer can still be answered at all. */
export function overWhy({ offer, at }: Pick<AnswerGround, 'offer' | 'at'>): Refusal | undefined {
  if (!liveStates.some((state) => state === offer.state)) return refused('over', overWords[offer.state] ?? '')
  if (offer.dueAt && offer.dueAt <= at) {
    return refused('outside-window', 'The time to answer is over, and the next provider is asked.')
  }
  return undefined
}

const overWords: Partial<Record<Offer['state'], string>> = {
  accepted: 'This offer was accepted already.',
  'part-accepted': 'A part of this offer was accepted already.',
  declined: 'This offer was declined already.',
  lapsed: 'The time to answer is over, and the next provider is asked.',
  cancelled: 'The partnership took this offer back.',
  taken: 'Another provider took it first.',
}

/** Why an answer can't be taken; undefined when it can. */
export function answerProblem(ground: AnswerGround, answer: Answer): Refusal | undefined {
  const over = overWhy(ground)
  if (over) return over
  if (answer.kind === 'ask') {
    if (ground.offer.state !== 'open') return notOpen
    return answer.words.trim() === '' ? refused('no-words', 'Write your question.') : undefined
  }
  if (answer.kind === 'decline') {
    return declineReasons.includes(answer.reason) ? undefined : refused('no-reason', 'Choose why you can’t.')
  }
  if (answer.kind === 'propose') {
    return ground.offer.state === 'open' ? proposalProblem(ground, answer.proposal) : notOpen
  }
  if (answer.kind === 'interest') return undefined
  const visits = answer.kind === 'accept' ? visitsOf(ground.left) : answer.visits
  const problem = answer.kind === 'accept' ? wholeProblem(ground) : partProblem(ground, visits)
  return startProblem(ground, answer.startOn) ?? problem ?? notFreeProblem(ground.given, visits, answer.startOn)
}

const notOpen = refused(
  'not-open-now',
  'You asked or proposed something: the partnership answers that first. You can still accept or decline.',
)

function startProblem(ground: AnswerGround, startOn: IsoDate): Refusal | undefined {
  if (!isIsoDate(startOn)) return refused('start-too-early', 'Say on which day care starts.')
  if (startOn < ground.assessedOn) {
    return refused('start-too-early', `Care can’t start before the assessment of ${longDate(ground.assessedOn)}.`)
  }
  if (startOn < londonDate(ground.at)) return refused('start-too-early', 'Care can’t start before today.')
  const latest = latestStart(ground)
  if (startOn > latest) {
    return refused('start-too-late', `Care has to start by ${longDate(latest)}. To start later, propose that day.`)
  }
  return undefined
}

function wholeProblem({ offer, left }: AnswerGround): Refusal | undefined {
  if (weeklyMinutes(left) === weeklyMinutes(offer.ask.lines)) return undefined
  return refused('part-taken', 'Another provider took a part of it meanwhile. You can accept what is left.')
}

function partProblem({ offer, left }: AnswerGround, visits: readonly WeeklyVisit[]): Refusal | undefined {
  if (visits.length === 0) return refused('nothing-taken', 'Choose the visits that you can give.')
  if (!within(visits, offer.ask.lines)) {
    return refused('not-offered', 'These are more visits than were offered to you. Choose from those of the offer.')
  }
  if (!within(visits, left)) {
    return refused('part-taken', 'Another provider took some of these visits meanwhile. You can accept what is left.')
  }
  return undefined
}

function notFreeProblem(
  given: readonly GivenVisit[],
  visits: readonly WeeklyVisit[],
  startOn: IsoDate,
): Refusal | undefined {
  const free = freeFrom(visits, given)
  return free !== undefined && startOn < free
    ? refused(
        'start-too-early',
        `Another provider gives these visits until ${longDate(free)}: start on that day or later.`,
      )
    : undefined
}

const keyOf = ({ lineId, weekday }: WeeklyVisit): string => `${lineId} ${weekday}`

/** Whether visits are of some lines, each once. */
function within(visits: readonly WeeklyVisit[], lines: readonly VisitLine[]): boolean {
  const keys = new Set(visits.map(keyOf))
  return keys.size === visits.length && visitsOf(linesWith(lines, visits)).length === visits.length
}

/** Other times for whole lines of what is left: as many visits, each once, from a day that can be. */
export function proposalProblem(
  { left, given, assessedOn, at }: Omit<AnswerGround, 'offer'>,
  { startOn, lines }: Extract<Answer, { kind: 'propose' }>['proposal'],
): Refusal | undefined {
  if (!isIsoDate(startOn) || startOn < londonDate(at) || startOn < assessedOn) {
    return refused('start-too-early', 'Propose a day to start that is not over, and not before the assessment.')
  }
  if (lines.length === 0) return refused('nothing-taken', 'Propose times for at least one of the visits.')
  if (new Set(lines.map(({ id }) => id)).size < lines.length)
    return refused('bad-proposal', 'A visit is proposed twice.')
  for (const { id, band, days } of lines) {
    const asked = left.find((line) => line.id === id)
    if (!asked)
      return refused('not-offered', 'Visits are proposed that were not offered to you, or that another provider took.')
    const known = days.every((day) => weekdays.includes(day)) && bands.includes(band)
    if (!known || new Set(days).size !== asked.days.length || days.length !== asked.days.length) {
      return refused(
        'bad-proposal',
        `Propose as many visits a week as were asked for: ${asked.days.length}. To give fewer, accept a part.`,
      )
    }
    const problem = notFreeProblem(given, visitsOf([asked]), startOn)
    if (problem) return problem
  }
  const [overfull] = overfullDay(
    left.map((line) => {
      const proposed = lines.find(({ id }) => id === line.id)
      return proposed ? { ...line, days: proposed.days } : line
    }),
  )
  return overfull ? refused('bad-proposal', `${overfull}.`) : undefined
}
