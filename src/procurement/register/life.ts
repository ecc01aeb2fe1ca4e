import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { PlannedContract } from '../planning/decision.ts'
import { holdsOn } from '../standing.ts'

/** Where a contract stands in its life on a day. */
export type LifeState = 'to-come' | 'in-force' | 'suspended' | 'ended'

/** The life of a contract, as read off its terms; days are the last ones, both within. */
export interface Life {
  readonly state: LifeState
  readonly begins: IsoDate | undefined
  /** The last day agreed; undefined where no end is set. */
  readonly ends: IsoDate | undefined
  /** The last day if every option that is still open were taken. */
  readonly latestEnd: IsoDate | undefined
}

/** Where a contract stands on a day: a term that is ended is not agreed, whatever was before. */
export function lifeOf({ terms, options }: Pick<PlannedContract, 'terms' | 'options'>, on: IsoDate): Life {
  const agreed = terms.filter(({ state }) => state !== 'ended')
  const now = agreed.find((piece) => holdsOn(piece, on))
  const last = agreed.at(-1)
  const ends = last?.until ? addDays(last.until, -1) : undefined
  const open = options.filter(({ decision }) => decision === 'open').flatMap(({ until }) => until ?? [])
  return {
    state: stateOf(now?.state, agreed, on),
    begins: agreed[0]?.from,
    ends,
    latestEnd: ends && [ends, ...open.map((until) => addDays(until, -1))].sort().at(-1),
  }
}

function stateOf(
  now: 'agreed' | 'suspended' | 'ended' | undefined,
  agreed: PlannedContract['terms'],
  on: IsoDate,
): LifeState {
  if (now === 'suspended') return 'suspended'
  if (now) return 'in-force'
  return agreed.some(({ from }) => from > on) ? 'to-come' : 'ended'
}
