import { longDate } from '../../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { ShareEnd } from '../../contract.ts'

/** That a partner's part of a shared contract ends or has ended, and why, as the partner reads it. */
export function ShareEndWords({
  ended: { until, reason },
  today,
}: {
  readonly ended: ShareEnd
  readonly today: IsoDate
}) {
  const last = longDate(addDays(until, -1))
  const over = until <= today
  return (
    <>
      It {over ? 'was' : 'is'} shared with you until {last}. Reason: {reason}
    </>
  )
}
