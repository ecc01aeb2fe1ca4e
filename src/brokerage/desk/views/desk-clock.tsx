import { longDate } from '../../../core/ui/format.ts'
import { ClockChip, StoppedClock } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { DeskPackage, DeskWhy, Starting } from '../desk-row.ts'
import { shortDay, timeOfDay, whenWords } from '../row-words.ts'

export interface DeskClockProps {
  readonly why: DeskWhy
  readonly of: DeskPackage
  readonly minutesLeft: number | undefined
  readonly now: Date
}

/** The first thing of a row: how long is left, or why no clock runs. */
export function DeskClock({ why, of, minutesLeft, now }: DeskClockProps) {
  const { round, readyAt, origin, reviewOn } = of
  const running = round?.offers.find(({ state, dueAt }) => state === 'open' && dueAt !== null)
  switch (why) {
    case 'unmet':
      if (reviewOn !== null) return <StoppedClock words="Review due" why={`on ${longDate(reviewOn)}`} late />
      return <StoppedClock words="No steps left" why={`since ${whenWords(round?.closedAt ?? readyAt, now)}`} late />
    case 'unsent':
      return (
        <StoppedClock
          words={of.careEndsOn === null ? 'Nobody asked' : 'Given back'}
          why={of.careEndsOn === null ? `ready ${whenWords(readyAt, now)}` : endWords(of.careEndsOn, now)}
          late={origin === 'hospital'}
        />
      )
    case 'stuck':
      return <StoppedClock words="No offer out" why="nobody is asked" late />
    case 'question':
      return <StoppedClock words="Paused" why="question from provider" />
    case 'proposal':
      return <StoppedClock words="Paused" why="proposal from provider" />
    case 'approval':
      return <StoppedClock words="Paused" why="price to be approved" />
    case 'paused':
      return <StoppedClock words="Paused" why="by a broker" />
    default:
      if (!running?.dueAt) return <StoppedClock words="No clock" why="nobody has an offer" />
      return (
        <ClockChip
          now={now}
          due={running.dueAt}
          began={running.sentAt}
          minutesLeft={minutesLeft}
          what={running.dueAt < now ? 'answer' : undefined}
        />
      )
  }
}

const endWords = (endsOn: IsoDate, now: Date): string =>
  endsOn > londonDate(now) ? `care until ${longDate(addDays(endsOn, -1))}` : `no care since ${longDate(endsOn)}`

/** When care begins, or should have. */
export function StartClock({ start: { startsOn }, now }: { readonly start: Starting; readonly now: Date }) {
  const today: IsoDate = londonDate(now)
  if (startsOn < today) return <StoppedClock words="Not confirmed" why={`was to start ${shortDay(startsOn)}`} late />
  if (startsOn === today) return <StoppedClock words="Starts today" why={`it is ${timeOfDay(now)}`} />
  return <StoppedClock words={shortDay(startsOn)} why="start agreed" />
}
