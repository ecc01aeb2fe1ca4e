import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { Sex } from '../evidence/index.ts'
import type { PopulationKind } from './edition.ts'

/** The tables of `market`; what is here now is shared by all partnerships. */
export interface MarketTables {
  population_edition: {
    id: Id
    kind: PopulationKind
    vintage: number
    source_key: string
  }
  /** One row of an imported file. */
  population_count: {
    edition_id: Id
    area_code: string
    year: number
    sex: Sex
    all_ages: number
    /** Where each band of ages starts; the last one is open-ended. */
    lower_ages: number[]
    people: number[]
    file: string
    line: number
  }
  prevalence_rate: {
    measure: string
    source_key: string
    sex: Sex
    age_from: number
    age_to: number | null
    rate: number
    lower: number | null
    upper: number | null
    file: string
    line: number
  }
}

/** The view of the database for `market`. */
export const market = tables<MarketTables>()
