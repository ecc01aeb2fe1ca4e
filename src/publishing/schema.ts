import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { SectionSlug } from './section.ts'

/** The tables that publishing owns. */
export interface PublishingTables {
  statement_text: {
    partnership_id: Id
    id: Id
    section: SectionSlug
    /** Its place within the section, from 1. */
    position: number
    kind: 'lead' | 'message' | 'pressure' | 'addition' | 'paragraph'
    heading: string | null
    text: string
    source_key: string | null
    locus: string | null
  }
}

/** The view of the database for publishing. */
export const publishing = tables<PublishingTables>()
