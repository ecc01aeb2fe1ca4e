import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { ShareEnd } from '../contract.ts'

/** What is asked: from which day a partner is to have its part no longer. */
export interface WithdrawalAsked {
  readonly share: { readonly from: IsoDate; readonly ended: ShareEnd | undefined }
  readonly untilDay: IsoDate
  readonly today: IsoDate
}

/** Why a share can't be withdrawn so. */
export interface WithdrawalRefused {
  readonly outcome: 'refused'
  readonly because: 'ended' | 'past' | 'before-it-began'
  readonly sentence: string
  readonly field: 'until'
}

/** Whether a share may be withdrawn from a day: not for days on which people may have been placed by it. */
export function decideWithdrawal({
  share,
  untilDay,
  today,
}: WithdrawalAsked): { readonly outcome: 'withdrawn' } | WithdrawalRefused {
  const refused = (because: WithdrawalRefused['because'], sentence: string): WithdrawalRefused => ({
    outcome: 'refused',
    because,
    sentence,
    field: 'until',
  })
  if (share.ended && share.ended.until <= today) {
    return refused('ended', `This share ended on ${longDate(addDays(share.ended.until, -1))}.`)
  }
  if (untilDay < share.from) {
    return refused('before-it-began', `The share begins on ${longDate(share.from)}. Give that day or a later one.`)
  }
  if (untilDay < today) {
    return refused('past', 'People may have been placed by it until today. Give today or a later day.')
  }
  return { outcome: 'withdrawn' }
}
