import { type Partnership, partnershipById } from '../../../core/auth/index.ts'
import { calendarOfPartnership } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { OfferRule } from '../../offer-rule.ts'
import { ruleVersion } from '../../rules/queries/rule.ts'
import type { RoundClock } from '../clock.ts'

/** A partnership with the rule of a round and the calendar by which its clocks run. */
export interface RoundTime extends RoundClock {
  readonly partnership: Partnership
}

/** The calendar by which clocks run under a rule. */
export async function timeOf(db: Db, partnershipId: Id, rule: OfferRule): Promise<RoundTime> {
  const partnership = await partnershipById(db, partnershipId)
  return { partnership, rule, calendar: await calendarOfPartnership(db, partnership) }
}

/** The version of the rule that a round was opened under, and the calendar. */
export async function roundTime(db: Db, partnershipId: Id, ruleVersionId: Id): Promise<RoundTime> {
  const rule = await ruleVersion(db, partnershipId, ruleVersionId)
  if (!rule) throw new Error('A round has no rule.')
  return timeOf(db, partnershipId, rule)
}
