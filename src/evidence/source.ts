import type { Citation } from './figure.ts'

/** Something published that figures are taken from. */
export interface Source {
  readonly key: string
  readonly title: string
  readonly publisher: string
  /** As exact as is known: `2019`, `2011-09` or `2018-03-20`. */
  readonly published: string | null
  readonly edition: string | null
  readonly licence: string
  readonly licenceUrl: string | null
  readonly url: string | null
  readonly note: string | null
}

/** A source as a figure cites it, with the place in it. */
export function citation(source: Source, locus: string | null): Citation {
  const { note: _, ...cited } = source
  return { ...cited, locus }
}

/** The key that a source's title would have: lower case, words joined by hyphens, at most 60 characters. */
export const keyFromTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '')

/** A source of which only the name is known yet; it says so wherever it is cited. */
export const sourceByNameAlone = (title: string): Source => ({
  key: keyFromTitle(title),
  title,
  publisher: 'Not recorded',
  published: null,
  edition: null,
  licence: 'Not recorded',
  licenceUrl: null,
  url: null,
  note: 'Named when its figures were imported; who published it and its licence are still to be recorded.',
})
