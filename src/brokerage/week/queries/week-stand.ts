import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { OfferState } from '../../offer.ts'
import type { ClockHours } from '../../offer-rule.ts'
import { brokerage } from '../../schema/index.ts'

/** An offer that somebody has to say something about. */
export interface WaitingOffer {
  readonly id: Id
  readonly reference: string
  readonly organisationId: Id
  readonly state: Extract<OfferState, 'open' | 'asked' | 'proposed'>
  readonly sentAt: Date
  readonly dueAt: Date | null
  readonly hours: ClockHours
}

/** Everything in a partnership that waits for somebody at a moment, and when the next thing falls due by itself. */
export interface WeekStand {
  readonly offers: readonly WaitingOffer[]
  readonly approvals: readonly { readonly id: Id }[]
  /** Care that was agreed and has not begun. */
  readonly starts: readonly { readonly id: Id; readonly startsOn: IsoDate }[]
  readonly dueAt: Date | null
}

/** What waits for somebody, of all that there was at a moment: days may be played again that other play has been in. One query for each kind. */
export async function weekStand(db: Db, partnershipId: Id, at: Date): Promise<WeekStand> {
  const now = at.toISOString()
  const tables = brokerage(db)
  const offers = await sql<WaitingOffer>`select o.id, o.reference, o.organisation_id as "organisationId", o.state,
      o.sent_at as "sentAt", o.due_at as "dueAt", v.hours
    from offer o
      join offer_round r on r.partnership_id = o.partnership_id and r.id = o.round_id
      join offer_rule_version v on v.partnership_id = r.partnership_id and v.id = r.rule_version_id
    where o.partnership_id = ${partnershipId} and o.state in ('open', 'asked', 'proposed') and o.sent_at <= ${now}::timestamptz
    order by o.reference`.execute(tables)
  const approvals = await tables
    .selectFrom('price_approval')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('state', '=', 'asked')
    .where('asked_at', '<=', at)
    .orderBy('id')
    .execute()
  const starts = await tables
    .selectFrom('placement')
    .select(['id', 'starts_on as startsOn'])
    .where('partnership_id', '=', partnershipId)
    .where('state', '=', 'agreed')
    .where('agreed_at', '<=', at)
    .orderBy('reference')
    .execute()
  const due = await sql<{ at: Date | null }>`select min(at) as at from (
      select least(case when state = 'open' then due_at end, remind_at, escalate_at) as at from offer
        where partnership_id = ${partnershipId} and state in ('open', 'asked', 'proposed') and sent_at <= ${now}::timestamptz
      union all select escalate_at from price_approval where partnership_id = ${partnershipId} and state = 'asked' and asked_at <= ${now}::timestamptz
    ) d`.execute(tables)
  return { offers: offers.rows, approvals, starts, dueAt: due.rows[0]?.at ?? null }
}

/** Care that is given, by reference: of which some rests or is given back in a week. */
export const givenNow = (db: Db, partnershipId: Id, at: Date): Promise<{ id: Id; organisationId: Id }[]> =>
  brokerage(db)
    .selectFrom('placement')
    .select(['id', 'organisation_id as organisationId'])
    .where('partnership_id', '=', partnershipId)
    .where('state', '=', 'started')
    .where('agreed_at', '<=', at)
    .orderBy('reference')
    .execute()

/** Packages that wait and for which nobody is asked, the longest waiting first. */
export const waitingNow = (db: Db, partnershipId: Id, before: Date, most: number): Promise<{ id: Id }[]> =>
  brokerage(db)
    .selectFrom('care_package')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('state', '=', 'waiting')
    .where('ready_at', '<=', before)
    .orderBy('ready_at')
    .orderBy('reference')
    .limit(most)
    .execute()
