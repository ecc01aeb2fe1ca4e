import type { IsoDate } from '../../core/values/index.ts'
import type { ContractKind } from '../contract-kind.ts'
import type { Step } from './step.ts'

/** The steps of buying anew for one kind of contract; '' for every kind that has none of its own. */
export interface LeadTime {
  readonly kind: ContractKind | ''
  readonly name: string
  readonly steps: readonly Step[]
  /** Since when it counts; a standard one always has. */
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** Not the partnership's own, but what counts until it has one. */
  readonly standard: boolean
}

const holds = ({ from, until }: LeadTime, day: IsoDate) =>
  (from === null || from <= day) && (until === null || day < until)

/** The lead time that counts for a kind on a day: the partnership's own for it, the standard one for it, then for every other kind. */
export function leadTimeFor(
  leadTimes: readonly LeadTime[],
  kind: ContractKind | '',
  on: IsoDate,
): LeadTime | undefined {
  const current = leadTimes.filter((one) => holds(one, on))
  const of = (asked: ContractKind | '', standard: boolean) =>
    current.find((one) => one.kind === asked && one.standard === standard)
  return of(kind, false) ?? of(kind, true) ?? of('', false) ?? of('', true)
}
