import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Regulator } from '../register/regulator.ts'

/** The tables that say which organisation is which in the registers, and with whom nothing new is to be placed. */
export interface OrganisationTables {
  /** Shared: an organisation under a regulator's number of a provider. */
  organisation_registration: {
    id: Id
    organisation_id: Id
    regulator: Regulator
    provider_number: string
    told_at: Date
  }
  /** Shared reference: which kinds of service the law of a nation wants registered, and with whom. */
  registration_duty: {
    nation: 'scotland' | 'england'
    service_type_key: string
    regulator: Regulator
    /** The days on which the duty holds. */
    valid: string
    /** Act and section. */
    source: string
  }
  /**
   * What a partnership decided about placing with an organisation: suspensions over a time, awards at an instant.
   * The two exclude each other, so that nothing can be awarded to whoever is suspended.
   */
  placement_gate: {
    partnership_id: Id
    id: Id
    organisation_id: Id
    kind: 'suspension' | 'award'
    during: string
    reason: string
  }
}

/** The view of the database for organisations. */
export const organisations = tables<OrganisationTables>()
