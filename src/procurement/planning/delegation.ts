import { addDays, type Id, type IsoDate } from '../../core/values/index.ts'
import type { Authority } from './authority.ts'
import type { DelegatedLimit } from './standard-authorities.ts'

/** An authority that stands, and whether something was approved under it. */
export interface StandingAuthority extends Authority {
  readonly used: boolean
}

/** What has to be written so that roles may approve what is asked, and nothing else. */
export interface DelegationSteps {
  readonly drop: readonly Id[]
  readonly close: readonly { readonly id: Id; readonly until: IsoDate }[]
  readonly add: readonly (DelegatedLimit & { readonly from: IsoDate })[]
}

/**
 * From a day on, the limits that are asked for. What was approved under an authority has to stay readable, so a used one
 * is closed and another put after it; one that began on the very day and was used holds until that day is over.
 */
export function delegationSteps(
  standing: readonly StandingAuthority[],
  asked: readonly DelegatedLimit[],
  from: IsoDate,
): DelegationSteps {
  const open = standing.filter(({ until }) => until === null)
  const stale = open.filter((one) => !asked.some((limit) => isSame(limit, one)))
  const drop = stale.filter((one) => one.from >= from && !one.used).map(({ id }) => id)
  const close = stale
    .filter(({ id }) => !drop.includes(id))
    .map((one) => ({ id: one.id, until: one.from >= from ? addDays(one.from, 1) : from }))
  const untilOf = (one: StandingAuthority) => close.find(({ id }) => id === one.id)?.until ?? one.until
  const add = asked
    .filter((limit) => !open.some((one) => isSame(limit, one)))
    .map((limit) => {
      const ends = standing
        .filter((one) => isOf(limit, one) && !drop.includes(one.id))
        .map((one) => untilOf(one) ?? from)
      return { ...limit, from: ends.reduce((last, end) => (end > last ? end : last), from) }
    })
  return { drop, close, add }
}

const isOf = (a: DelegatedLimit, b: DelegatedLimit): boolean => a.role === b.role && a.kind === b.kind
const isSame = (a: DelegatedLimit, b: DelegatedLimit): boolean => isOf(a, b) && a.limitPence === b.limitPence
