import { tables } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'

/** Keys of organisations, in every partnership. */
interface KeyTables {
  api_key: {
    id: Id
    organisation_id: Id
    /** What it is for, in the words of who made it. */
    name: string
    digest: string
    /** Its last characters, to tell one from another. */
    hint: string
    made_at: Date
    made_by: Id
    last_used_on: IsoDate | null
    revoked_at: Date | null
    revoked_by: Id | null
  }
}

/** The view of the database for keys. */
export const keys = tables<KeyTables>()
