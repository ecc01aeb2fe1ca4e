import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'

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
