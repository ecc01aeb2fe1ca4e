import { longDate, number } from '../../core/ui/format.ts'
import { addDays, type IsoDate, londonDate } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { Unplaced } from '../offers/unplaced.ts'
import type { Spell } from '../spell.ts'

/** What a wait is told by. */
export interface Wait {
  readonly package: Pick<CarePackage, 'origin'>
  readonly spells: readonly Pick<Spell, 'kind' | 'beganAt' | 'endedOn'>[]
  readonly unplaced: Pick<Unplaced, 'on'> | undefined
  readonly now: Date
}

/** Whether and how long somebody waits, as their open spell of need counts it; who still has care says until when. */
export function waitTold({ package: of, spells, unplaced, now }: Wait): {
  readonly value: string
  readonly tone?: 'need'
} {
  const open = spells.find(({ kind, endedOn }) => kind === 'need' && endedOn === null)
  if (open)
    return {
      value: `${lengthWords(open.beganAt, now)}${of.origin === 'hospital' ? ', from hospital' : ''}`,
      tone: 'need',
    }
  return unplaced && unplaced.on > londonDate(now)
    ? { value: `Not yet: care until ${lastDay(unplaced.on)}` }
    : { value: 'No' }
}

const lastDay = (firstWithout: IsoDate): string => longDate(addDays(firstWithout, -1))

/** "1 day 2 hours", "40 minutes". */
function lengthWords(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const count = (many: number, one: string) => `${number(many)} ${one}${many === 1 ? '' : 's'}`
  if (days > 0) return [count(days, 'day'), hours > 0 && count(hours, 'hour')].filter(Boolean).join(' ')
  return hours > 0 ? count(hours, 'hour') : count(minutes, 'minute')
}
