import type { Generated } from 'kysely'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { DeclineReason } from '../offer.ts'
import type { PauseReason, PlacementState } from '../placement.ts'
import type { Band, Weekday } from '../visit-line.ts'

/** Who gives which visits from when to when. */
export interface PlacementTables {
  placement: {
    partnership_id: Id
    id: Id
    reference: string
    package_id: Id
    person_id: Id
    organisation_id: Id
    offer_id: Id | null
    contract_id: Id | null
    lot_id: Id | null
    /** The placement that it took over from. */
    follows_id: Id | null
    service_type_key: string
    area_code: string
    state: PlacementState
    version: number
    agreed_at: Date
    starts_on: IsoDate
    started_on: IsoDate | null
    /** The first day without it. */
    ends_on: IsoDate | null
    short_term_until: IsoDate | null
    notice_on: IsoDate | null
    end_reason: string | null
    /** Minutes a week that were accepted in its offer; none of one that was not offered. */
    accepted_minutes: Generated<number>
    /** Minutes a week in each part of the day that it takes of the organisation's capacity. */
    committed: Generated<Partial<Record<Band, number>>>
    /** The day on which what it takes of capacity was last worked out. */
    settled_on: IsoDate | null
    handed_back_for: DeclineReason | null
  }
  placed_visit: {
    partnership_id: Id
    id: Id
    placement_id: Id
    package_id: Id
    organisation_id: Id
    line_id: Id
    weekday: Weekday
    held: string
  }
  placement_pause: {
    partnership_id: Id
    id: Id
    placement_id: Id
    organisation_id: Id
    during: string
    reason: PauseReason
    told_at: Date
    /** From when on its capacity is not kept, while nobody knows when it goes on. */
    kept_until: IsoDate | null
  }
  /** Notice, and how long capacity is kept at rest: of a contract, or (without one) of the partnership. */
  placement_term: {
    partnership_id: Id
    id: Id
    contract_id: Id | null
    notice_days: number
    keep_days: number
    held: string
    told_at: Date
    told_by: Id | null
  }
}
