import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { Regulator } from './register/regulator.ts'
import type { TermKind } from './regulator-term.ts'

/** The tables of `providers`: organisations, and the words in which services are described; shared by all. */
export interface ProvidersTables {
  organisation: {
    id: Id
    name: string
    created_at: Date
  }
  care_group: {
    key: string
    position: number
    name: string
    other_names: string[]
    /** The days on which it is used. */
    valid: string
  }
  /** The care groups that one document used for one purpose. */
  care_group_set: {
    key: string
    purpose: 'service-statement' | 'plan' | 'budget'
    source_key: string
    locus: string
    /** The slug of the partnership whose document it is. */
    partnership: string
    /** The days on which it held. */
    valid: string
  }
  care_group_set_member: {
    set_key: string
    care_group_key: string
    position: number
  }
  service_type: {
    key: string
    position: number
    name: string
    other_names: string[]
    valid: string
    counted_in_places: boolean
    lived_in: boolean
  }
  /** What a regulator's words mean here. */
  regulator_term: {
    regulator: Regulator
    kind: TermKind
    /** The first meaning that fits counts. */
    position: number
    words: string
    /** Words in a second column that narrow the first; '' when none do. */
    qualifier: string
    /** Of a service type, care group or sector; '' when the words mean none here. */
    term_key: string
    valid: string
  }
  rating_scale: {
    key: string
    regulator: string
    nation: 'scotland' | 'england'
    valid: string
    note: string
    questions: { key: string; words: string }[]
  }
  rating: {
    scale_key: string
    value: string
    /** Higher is better. */
    rank: number
    word: string
  }
}

/** The view of the database for `providers`. */
export const providers = tables<ProvidersTables>()
