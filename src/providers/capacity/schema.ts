import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'

/** Minutes a week that a provider declares for an area and part of the day, and those that are taken of them. */
interface CapacityTables {
  capacity_cell: {
    partnership_id: Id
    organisation_id: Id
    service_type_key: string
    area_code: string
    band: string
    /** Null where nothing is declared, and so nothing is limited. */
    declared_minutes: number | null
    committed_minutes: number
    declared_at: Date | null
    declared_by: Id | null
  }
}

/** The view of the database for declared capacity. */
export const capacity = tables<CapacityTables>()
