import type { HistoryRow } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { DayType, RateBasis, RateUnit } from '../rate-line.ts'

/** The tables of prices; amounts are whole pence. */
export interface RateTables {
  /** Subject: its own id is kept by the first row; one cap for a lot, unit, length and kind of day. */
  price_cap: HistoryRow & {
    lot_id: Id
    unit: RateUnit
    visit_minutes: number | null
    day_type: DayType
    pence: number
    change_id: Id
  }
  rate_line: {
    partnership_id: Id
    id: Id
    contract_id: Id
    lot_id: Id
    organisation_id: Id | null
    basis: RateBasis
    unit: RateUnit
    visit_minutes: number | null
    day_type: DayType
    level: string
    includes: string
    yearly_units: number | null
    capped: boolean
    parties: Id[]
  }
  /** Subject: the rate line. */
  rate: HistoryRow & {
    contract_id: Id
    lot_id: Id
    pence: number
    capped: boolean
    cap_id: Id | null
    cap_pence: number | null
    change_id: Id
    uplift_round_id: Id | null
    parties: Id[]
  }
  /** Subject: the enhancement of one person's care, decided on evidence. */
  rate_enhancement: HistoryRow & {
    lot_provider_id: Id
    organisation_id: Id
    /** A reference, never a name. */
    person_reference: string
    /** Hundredths of a per cent: 500 is 5%. */
    basis_points: number
    evidence: string
    review_on: IsoDate
    change_id: Id
  }
  /** Shared by all: a framework that someone else made, from which partnerships call off. */
  national_framework: {
    key: string
    owner: string
    title: string
    nation: 'scotland' | 'england' | null
    /** Its agreed days, extensions included. */
    days: string
    /** Latest end with all of its options. */
    latest_end: IsoDate | null
    source_key: string | null
    note: string
  }
  /** Shared by all: the prices of a national table. */
  national_rate: {
    id: Id
    framework_key: string
    unit: RateUnit
    level: string
    days: string
    pence: number
    source_key: string | null
    note: string
  }
  /** Shared by all: the least that care workers are to be paid an hour. */
  wage_floor: {
    id: Id
    nation: 'scotland' | 'england'
    name: string
    /** It binds by law or by the terms of contracts; others are shown to compare with. */
    binding: boolean
    days: string
    pence: number
    source: string
  }
  uplift_round: {
    partnership_id: Id
    id: Id
    reference: string
    title: string
    from_day: IsoDate
    state: 'draft' | 'applied' | 'dropped'
    version: number
    /** What it changes, and by how much, as `UpliftTerms`. */
    terms: unknown
    /** What it stands on, as `RoundDocument`. */
    document: unknown
    reason: string
    made_at: Date
    made_by: Id | null
    applied_at: Date | null
    applied_by: Id | null
  }
  /** What a round did to each price, kept when it was applied. */
  uplift_line: {
    partnership_id: Id
    round_id: Id
    rate_line_id: Id
    before_pence: number
    after_pence: number
    yearly_units: number | null
    care_group_key: string | null
  }
}
