import { longDate } from '../../core/ui/format.ts'
import { addDays, type Id, type IsoDate } from '../../core/values/index.ts'
import type { Contract, ShareEnd } from '../contract.ts'
import { agreedUntil } from '../term.ts'

/** What is asked: which lots a partner is to have, and which it has. */
export interface ShareAsked {
  readonly partnershipId: Id
  readonly partnerId: Id
  readonly lotIds: readonly Id[]
  readonly fromDay: IsoDate
  /** The share with this partner that stands already. */
  readonly before:
    | { readonly lotIds: readonly Id[]; readonly from: IsoDate; readonly ended?: ShareEnd | undefined }
    | undefined
  readonly today: IsoDate
}

/** Why a contract can't be shared so, with the field that says it. */
export interface ShareRefused {
  readonly outcome: 'refused'
  readonly because:
    | 'not-awarded'
    | 'led-by-another'
    | 'itself'
    | 'no-lot'
    | 'unknown-lot'
    | 'taken-away'
    | 'over'
    | 'ended'
  readonly sentence: string
  readonly field: 'partner' | 'lots' | 'from'
}

/** Whether lots of a contract may be shared with a partner: a share can grow, and one that is to end can go on while it has not. */
export function decideShare(
  contract: Pick<Contract, 'stage' | 'sharedFrom' | 'lots' | 'terms'> | undefined,
  { partnershipId, partnerId, lotIds, fromDay, before, today }: ShareAsked,
): { readonly outcome: 'shared'; readonly lotIds: readonly Id[] } | ShareRefused {
  const refused = (because: ShareRefused['because'], field: ShareRefused['field'], sentence: string): ShareRefused => ({
    outcome: 'refused',
    because,
    field,
    sentence,
  })
  if (contract?.stage !== 'awarded') {
    return refused('not-awarded', 'partner', 'Only a contract that has been awarded can be shared.')
  }
  if (contract.sharedFrom) {
    return refused(
      'led-by-another',
      'partner',
      'This contract is led by another partnership, which decides who shares it.',
    )
  }
  if (partnerId === partnershipId) {
    return refused('itself', 'partner', 'Choose another partnership than your own.')
  }
  const wanted = [...new Set(lotIds)]
  if (wanted.length === 0) return refused('no-lot', 'lots', 'Choose at least one lot.')
  if (wanted.some((id) => contract.lots.every((lot) => lot.id !== id))) {
    return refused('unknown-lot', 'lots', 'Choose lots of this contract.')
  }
  if (before?.ended && before.ended.until <= today) {
    const last = longDate(addDays(before.ended.until, -1))
    const sentence = `Its share ended on ${last} and can’t begin again: its copy keeps what was.`
    return refused('ended', 'partner', sentence)
  }
  if (before?.lotIds.some((id) => !wanted.includes(id))) {
    return refused('taken-away', 'lots', 'A partner keeps the lots that it has; more can be added to them.')
  }
  const until = agreedUntil(contract.terms)
  if (until && fromDay >= until) {
    return refused('over', 'from', 'By that day the contract is over. Give an earlier one.')
  }
  return { outcome: 'shared', lotIds: wanted }
}
