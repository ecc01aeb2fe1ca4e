import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { Block } from './block.ts'
import type { NumberChange } from './compare-figures.ts'
import type { EditionChanges } from './edition-changes.ts'
import type { PublishedFigure } from './figure-row.ts'
import type { SectionSlug } from './section.ts'

/** How a version of a section came about. */
export type VersionOrigin = 'written' | 'imported' | 'restored' | 'merged'

/** The tables that publishing owns; rows are added and never changed. */
export interface PublishingTables {
  /** The words of a section each time they were saved; the highest version is the draft. Only staff read it. */
  section_version: {
    partnership_id: Id
    id: Id
    section: SectionSlug
    /** From 1, without gaps. */
    version: number
    blocks: readonly Block[]
    /** null when the product wrote it: an import, a migration. */
    written_by: Id | null
    written_at: Date
    origin: VersionOrigin
  }
  edition: {
    partnership_id: Id
    id: Id
    /** From 1, without gaps. */
    number: number
    title: string
    /** What is new, in words; empty when nobody wrote it. */
    summary: string
    published_at: Date
    published_by: Id | null
    /** Against the edition before; null for the first. */
    changes: EditionChanges | null
    /** The first numbers that changed, for the statement's first page. */
    main_changes: readonly NumberChange[]
  }
  edition_section: {
    partnership_id: Id
    edition_id: Id
    section: SectionSlug
    version: number
    blocks: readonly Block[]
    /** What the sources that the words name were called then, by key; empty where that was not kept. */
    sources: Readonly<Record<string, string>>
  }
  /** A figure as it was when the edition was published. */
  edition_figure: {
    partnership_id: Id
    edition_id: Id
    figure_id: string
    section: SectionSlug
    /** Its place among the figures of the edition, from 1. */
    position: number
    measure: string
    label: string
    value: number | null
    figure: PublishedFigure
    /** Of the figure: two editions are compared without reading either. */
    digest: string
  }
}

/** The view of the database for publishing. */
export const publishing = tables<PublishingTables>()
