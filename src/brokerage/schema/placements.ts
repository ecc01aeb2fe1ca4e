import type { Id, IsoDate } from '../../core/values/index.ts'
import type { PlacementState } from '../placement.ts'
import type { Weekday } from '../visit-line.ts'

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
    reason: 'hospital' | 'respite' | 'family' | 'other'
    told_at: Date
  }
}
