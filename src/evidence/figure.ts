import type { FigureUnit } from './figure-unit.ts'
import type { Sex } from './sex.ts'

/** How sure a number is: as a source prints it, worked out, printed but to be read with its note, or lost from the source. */
export const figureStatuses = ['printed', 'derived', 'caution', 'lost'] as const
export type FigureStatus = (typeof figureStatuses)[number]

/** What kind of number it is. `about`, `over` and `nearly` are for sources that round and say so. */
export const figureBases = [
  'actual',
  'about',
  'over',
  'nearly',
  'estimate',
  'projection',
  'forecast',
  'expected',
  'target',
  'budget',
  'spend',
  'law',
] as const
export type FigureBasis = (typeof figureBases)[number]

/** How a number stands against its comparator. */
export const directions = ['higher', 'similar', 'lower'] as const
export type Direction = (typeof directions)[number]

/** A source as a figure cites it. */
export interface Citation {
  /** Addressed as `/{partnership}/sources/{key}`. */
  readonly key: string
  readonly title: string
  readonly publisher: string
  /** The edition or vintage, such as "2018-based". */
  readonly edition: string | null
  /** When it was published, as exact as is known: `2019`, `2011-09` or a date. */
  readonly published: string | null
  readonly licence: string
  readonly licenceUrl: string | null
  readonly url: string | null
  /** Where in the source: "Table 3". */
  readonly locus: string | null
}

/** Limits around a number: as the source publishes them, or `outer` when they are limits added up, which is wider than a joint interval. */
export interface Interval {
  readonly lower: number
  readonly upper: number
  readonly kind: 'published' | 'outer'
}

/** A published number; pages, CSV and JSON all show this one object. */
export interface Figure {
  /** Addressed as `/{partnership}/figures/{id}`: an identifier for a cited figure, a readable key for a computed one. */
  readonly id: string
  /** The measure: `population`, `dementia`, `budget`, or the key of an indicator. */
  readonly measure: string
  /** What is counted, in words: "People aged 75 and over". */
  readonly label: string
  /** null when the number is lost, suppressed, or only its direction is known. */
  readonly value: number | null
  /** null only where there is no value. */
  readonly unit: FigureUnit | null
  /** "2028", "2011/12", "2018 to 2039"; null when the source prints none. */
  readonly period: string | null
  readonly area: { readonly code: string; readonly name: string }
  /** `65+`, `18-64`, `all`; null when ages do not come into it. */
  readonly ages: string | null
  readonly sex: Sex
  /** null only where there is no value. */
  readonly basis: FigureBasis | null
  readonly interval: Interval | null
  /** What it is set against; a source may print only the direction, and then the value is null. */
  readonly comparator: {
    readonly label: string
    readonly value: number | null
    readonly direction: Direction | null
  } | null
  readonly method: string
  readonly sources: readonly Citation[]
  readonly status: FigureStatus
  readonly note: string | null
  readonly suppressed: boolean
}

/** The rows behind a figure, as a table that a page, CSV and JSON show alike. */
export interface RowsBehind {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
