import { longDate } from '../../core/ui/format.ts'
import { type IsoDate, isIsoDate, londonDate } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import { type Refusal, refused } from '../offers/outcome.ts'
import { isNeedCode } from '../requests/need-code.ts'
import { visitProblems } from '../requests/request-problems.ts'
import type { AskedLine } from './amend-lines.ts'

/** What is judged of a change. */
interface Asked {
  readonly from: IsoDate
  readonly lines?: readonly AskedLine[] | undefined
  readonly needs?: readonly string[] | undefined
  readonly startBy?: IsoDate | undefined
  readonly reason: string
}

/** Why a package can't be changed so; undefined when it can. */
export function amendProblem(
  of: Pick<CarePackage, 'assessedOn' | 'readyAt'> & { readonly endsOn: IsoDate | null },
  { from, lines, needs, startBy, reason }: Asked,
  today: IsoDate,
): Refusal | undefined {
  if (!isIsoDate(from) || from < today) return refused('bad-day', 'Say from which day on this holds: today or later.')
  if (from < londonDate(of.readyAt)) return refused('bad-day', 'This can’t hold from before care could begin.')
  if (of.endsOn !== null && from >= of.endsOn)
    return refused('bad-day', `This package ends on ${longDate(of.endsOn)}: nothing can change from then on.`)
  if (reason.trim() === '') return refused('no-reason', 'Enter why it changes.')
  const [visits] = lines ? visitProblems(lines) : []
  if (visits) return refused('bad-visits', `${visits}.`)
  if (needs && !needs.every(isNeedCode))
    return refused('bad-visits', 'Choose needs from the list only: nothing else, and no name, can stand among them.')
  if (startBy !== undefined && (!isIsoDate(startBy) || startBy < of.assessedOn))
    return refused('start-too-early', `Care can’t start before the assessment of ${longDate(of.assessedOn)}.`)
  return undefined
}
