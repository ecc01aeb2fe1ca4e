import type { Partnership } from '../auth/index.ts'
import type { Database, Db } from '../db/index.ts'
import type { Column, ImportOptions, ImportReport, SourceFile } from '../import/index.ts'

/** What was said about a file besides what is in it, by the name of each choice; dates as ISO. */
export type Chosen = Readonly<Record<string, string>>

/** One answer to a choice. */
export interface Option {
  readonly value: string
  readonly text: string
}

interface Asked {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** May be left blank. */
  readonly optional?: boolean
}

/** Something that an import has to know besides the file. */
export type Choice =
  | (Asked & { readonly kind: 'one-of'; readonly options: readonly Option[] })
  | (Asked & { readonly kind: 'list'; readonly options: (db: Db) => Promise<readonly Option[]> })
  /** A day that has been. */
  | (Asked & { readonly kind: 'date' })
  | (Asked & { readonly kind: 'year' })
  /** A word of small letters, digits and hyphens. */
  | (Asked & { readonly kind: 'word' })

/** What one import is given. */
export interface Given {
  readonly partnership: Partnership
  readonly file: SourceFile
  readonly chosen: Chosen
  readonly options: ImportOptions & { readonly at: Date }
}

/** Something that can be imported; the modules that own the data say how. */
export interface ImportKind {
  /** As it stands in addresses. */
  readonly key: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly what: string
  /** Where such a file comes from, when it is not one's own. */
  readonly origin?: string
  /** What is imported is everybody's, not the partnership's alone. */
  readonly shared: boolean
  /** Only partnerships of this nation have such files. */
  readonly nation?: Partnership['nation']
  readonly format: 'csv' | 'geojson' | 'json'
  /** Titles may stand above the first row that names the columns. */
  readonly titlesAbove?: boolean
  readonly choices: readonly Choice[]
  /** The columns that are read, given the first row of the file. */
  columns(header: readonly string[], chosen: Chosen): readonly Column[]
  /** Columns that come as a family, such as one for each age: found by their names only. */
  readonly family?: RegExp
  /** A made-up row by the names of its columns, for those who make such a file themselves. */
  readonly example?: Readonly<Record<string, string>>
  run(database: Database, given: Given): Promise<ImportReport>
  /** The page on which what was imported is seen. */
  shownOn(slug: string, chosen: Chosen): { readonly text: string; readonly href: string }
}
