import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ContractKind } from '../contract-kind.ts'

/** The tables by which dates are worked back, and under which contracts are summed up. */
export interface PlanningTables {
  /** The steps of buying anew, by kind of contract; '' for every other kind. */
  lead_time: {
    partnership_id: Id
    id: Id
    kind: ContractKind | ''
    name: string
    valid: string
  }
  lead_time_step: {
    partnership_id: Id
    lead_time_id: Id
    position: number
    name: string
    unit: 'months' | 'weeks' | 'working-days'
    amount: number
    /** The step ends with a meeting of this committee; null when it does not. */
    committee: string | null
  }
  committee_date: {
    partnership_id: Id
    committee: string
    on_date: IsoDate
    /** Papers have to be in on this day. */
    papers_by: IsoDate
  }
  /** A market area: what one published summary is about. */
  market_area: {
    partnership_id: Id
    id: Id
    key: string
    position: number
    name: string
    service_type_keys: string[]
    /** The subject of its line among the budgets. */
    budget_subject: string | null
    published: boolean
  }
  /** Subject: the market area. */
  market_area_words: {
    partnership_id: Id
    id: Id
    subject_id: Id
    description: string
    period: string
    development: string
    management: string
    source_key: string | null
    locus: string | null
    published: boolean
    held: string
    known: string
  }
  /** One purchase for one person outside any lot: spot, or off a framework that should have met it. */
  spot_purchase: {
    partnership_id: Id
    id: Id
    reference: string
    organisation_id: Id
    service_type_key: string
    area_code: string
    /** A reference, never a name. */
    person_reference: string
    care_group_key: string | null
    from_day: IsoDate
    until_day: IsoDate | null
    weekly_minutes: number | null
    weekly_pence: number
    out_of_area: boolean
    /** The framework that should have met it, and why it did not. */
    instead_of_contract: Id | null
    reason: string
    /** Migration: the contract that it is to move to, when the person's package was reviewed, when it moved. */
    moves_to_contract: Id | null
    reviewed_on: IsoDate | null
    moved_on: IsoDate | null
    made_at: Date
    version: number
    /** Once the person is erased: by what a list kept elsewhere that names them is known again. */
    erased_salt: string | null
    erased_digest: string | null
  }
  /** Partnerships that share a contract of this one, and what part each has. */
  contract_share: {
    partnership_id: Id
    contract_id: Id
    partner_id: Id
    /** Lots of the partner's part. */
    lot_ids: Id[]
    from_day: IsoDate
    copied_version: number | null
    /** Goes up by one with whatever is said of the share: an older one is never copied over a newer. */
    revision: number
    /** The first day on which it is shared no longer; null while nobody has withdrawn it. */
    until_day: IsoDate | null
    ended_at: Date | null
    end_reason: string | null
  }
}
