import type { Work } from '../../commands/work.ts'
import type { Offer } from '../../offer.ts'
import { type RoundTime, running, windowOf } from '../clock.ts'
import type { Round } from '../round.ts'
import { changeOffer, nothingDue } from './change-offer.ts'
import { hint } from './notice.ts'

/** Opens an offer again after the partnership answered: its clock runs on where it stopped, unless the round is paused. */
export async function resumeOffer(
  work: Work,
  { state }: Pick<Round, 'state'>,
  offer: Offer,
  time: RoundTime,
): Promise<void> {
  const left = offer.leftMinutes ?? 0
  const face =
    state === 'paused'
      ? { ...nothingDue, due_at: null, left_minutes: left }
      : running(time, work.at, left, windowOf(time, offer.step))
  await changeOffer(work, offer.id, { ...face, state: 'open', escalate_at: null })
  await hint(work, [face.remind_at, face.due_at])
}
