import type { Id, IsoDate } from '../../core/values/index.ts'

/** What stays of people who were erased. */
export interface RecordTables {
  /** By which a list that names them again is known; it leads to nobody without that list. */
  erased_reference: {
    partnership_id: Id
    id: Id
    /** The same for all of a partnership, so that one digest answers. */
    salt: string
    digest: string
    erased_on: IsoDate
  }
}
