import { tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'

/** Stands where a partnership's id would, for files that all partnerships share. */
export const sharedOwner: Id = '00000000-0000-0000-0000-000000000000'

/** The table of `core/files`; what a file is called is kept by whoever uses it. */
export interface FilesTables {
  stored_file: {
    partnership_id: Id
    /** SHA-256 in hexadecimal: equal content is stored once for each owner. */
    digest: string
    media_type: string
    size: number
    bytes: Uint8Array
    /** Anyone may fetch it. */
    published: boolean
    first_stored_at: Date
  }
}

/** The view of the database for `core/files`. */
export const files = tables<FilesTables>()
