import type { Content } from '../ui/govuk/index.ts'

/** A component as the design system shows it: with its states, when to use it, and how it is imported. */
export interface Specimen {
  /** "Term bar" */
  readonly name: string
  /** The names it is imported by, and from where: "TermBar, TermKey from core/ui/charts". */
  readonly imports: string
  /** When to use it, and when not, in a sentence or two. */
  readonly when: string
  readonly states: readonly State[]
}

/** One way that a component can be: normal, with an error, empty, with 200 rows. */
export interface State {
  readonly name: string
  readonly show: Content
}

/** The address that a sample is shown at, for samples that work by their address. */
export interface SampleRequest {
  /** Path and query. */
  readonly address: string
  readonly query: { readonly [name: string]: string | undefined }
}

/** Components that belong together, on one page. */
export interface Group {
  readonly slug: string
  readonly title: string
  /** What these are for, in a sentence. */
  readonly lead: string
  /** Shown no wider than text, as forms are. */
  readonly narrow?: boolean | undefined
  readonly specimens: (request: SampleRequest) => readonly Specimen[]
}
