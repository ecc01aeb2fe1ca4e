import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import { type DeclineReason, declineReasons } from '../../offer.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { earliestHandBack } from '../placement-terms.ts'
import { placementTerms } from '../queries/placement-terms.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'
import { agreeEnd } from './end-visits.ts'

/** What a provider gives back, from when on, and why. */
export interface HandBack extends PlacementToChange {
  /** The first day without it. */
  readonly on: IsoDate
  readonly reason: DeclineReason
}

/**
 * Gives a placement back: a provider with the notice that its contract asks for, or on a day to which a broker agrees. From
 * that day on its visits are to be placed again; until then it gives them.
 */
export const handBack = (db: Db, actor: Actor, { on, reason, ...asked }: HandBack): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course }) => {
    const today = londonDate(work.at)
    if (!declineReasons.includes(reason)) return refused('no-reason', 'Choose why it is given back.')
    if (!isIsoDate(on) || on < today)
      return refused('bad-day', 'Say from which day on care is not given: today or later.')
    if (course.endsOn !== null)
      return refused('decided', `It was agreed already that this care ends on ${longDate(course.endsOn)}.`)
    const terms = await placementTerms(work.db, work.partnershipId, course.contractId, today)
    const earliest = earliestHandBack(terms, today)
    if (actor.kind === 'provider' && on < earliest) {
      const sentence = `You give ${terms.noticeDays} days’ notice: the first day without this care is ${longDate(earliest)}. To stop earlier, agree it with the partnership.`
      return refused('notice-too-short', sentence)
    }
    await agreeEnd(work, course, { on, reason: 'handed-back', handedBackFor: reason })
    work.told.push({
      event: 'brokerage.placement-handed-back',
      subject: { kind: 'package', id: of.id },
      payload: {
        placementId: course.id,
        reference: course.reference,
        organisationId: course.organisationId,
        on,
        reason,
        noticeDays: terms.noticeDays,
        short: on < earliest,
      },
    })
    return { outcome: 'done', again: true }
  })
