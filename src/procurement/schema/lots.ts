import type { HistoryRow } from '../../core/history/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Role, StandingState } from '../standing.ts'

/** The tables of lots and of who stands in them. */
export interface LotTables {
  lot: {
    partnership_id: Id
    id: Id
    contract_id: Id
    position: number
    number: string
    name: string
    service_type_key: string | null
    needs_lead: boolean
    capped: boolean
    registered: boolean
    published: boolean
    parties: Id[]
  }
  /** A lot from which offers can be made: it has the lead that it needs. */
  open_lot: {
    partnership_id: Id
    lot_id: Id
    needs_lead: boolean
    lead_id: Id | null
  }
  /** What an open lot serves: the row that a person's area and service are looked up in. */
  lot_area: {
    partnership_id: Id
    lot_id: Id
    area_code: string
    service_type_key: string
    published: boolean
    parties: Id[]
  }
  /** A provider in a lot, whatever its standing. */
  lot_provider: {
    partnership_id: Id
    id: Id
    lot_id: Id
    contract_id: Id
    organisation_id: Id
    /** Whom it took over from. */
    follows_id: Id | null
    published: boolean
  }
  /** Subject: the provider in the lot. */
  standing: HistoryRow & {
    contract_id: Id
    lot_id: Id
    organisation_id: Id
    role: Role
    rank: number | null
    state: StandingState
    registered: boolean
    registration_id: Id | null
    award_id: Id
    change_id: Id
  }
}
