import { tables } from '../db/index.ts'
import type { ImportReport } from '../import/index.ts'
import type { Id } from '../values/index.ts'
import type { FileStart } from './file-start.ts'
import type { Chosen } from './import-kind.ts'
import type { Mapping } from './mapping.ts'
import type { RunState } from './run-state.ts'

/** The tables of `core/importing`, and of the account how people are called. */
export interface ImportingTables {
  /** One file that somebody wants to import, and how far that has come. */
  import_run: {
    partnership_id: Id
    id: Id
    kind: string
    state: RunState
    file_name: string
    /** Of the file in `core/files`; null once it is forgotten, with what was read from it. */
    digest: string | null
    size: number
    chosen: Chosen
    /** The first row and some below it; null where there are no columns. */
    start: FileStart | null
    mapping: Mapping
    /** Names the work last asked for: a job or a press on a page that is about an earlier one does nothing. */
    ticket: Id
    all_or_nothing: boolean
    /** Somebody has said that it is not the wrong file. */
    anyway: boolean
    rows_read: number
    attempts: number
    /** Of the last trial or the import. */
    report: ImportReport | null
    /** Why it may be the wrong file. */
    doubt: string | null
    /** Why nothing came of it. */
    trouble: string | null
    uploaded_by: Id
    uploaded_at: Date
    /** Who asked for the import itself. */
    imported_by: Id | null
    /** When last anybody did anything about it, a job included. */
    heard_at: Date
  }
  /** The columns that were last chosen by hand, to be taken next time; by nobody known, when a command named them. */
  import_mapping: { partnership_id: Id; kind: string; mapping: Mapping; chosen_by: Id | null; chosen_at: Date }
  account: { id: Id; name: string }
}

/** The view of the database for `core/importing`. */
export const importing = tables<ImportingTables>()
