import type { SectionSlug } from './section.ts'

const part = encodeURIComponent

/** The front page: every partnership that publishes here. */
export const frontPath = (): string => '/'

/** A partnership's statement, told on one page. */
export const homePath = (slug: string): string => `/${part(slug)}`

/** One section of a statement. */
export const sectionPath = (slug: string, section: SectionSlug): string => `${homePath(slug)}/statement/${section}`

/** Where care is short: the grid of areas by services. */
export function gapsPath(slug: string, asked: Readonly<Record<string, string | undefined>> = {}): string {
  const chosen = Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []))
  const query = new URLSearchParams(chosen).toString()
  return `${sectionPath(slug, 'gaps')}${query ? `?${query}` : ''}`
}

/** One service in one area: need, supply and gap with all that they are made of. A made-up code of an area keeps its slashes. */
export const gapCellPath = (slug: string, area: string, service: string): string =>
  `${gapsPath(slug)}/${area.split('/').map(part).join('/')}/${part(service)}`

/** What a gap is made of as a file. */
export const gapCellFilePath = (slug: string, area: string, service: string, format: 'csv' | 'json'): string =>
  `${gapCellPath(slug, area, service)}.${format}`

/** Every kind of service of which a partnership tells something. */
export const servicesPath = (slug: string): string => `${homePath(slug)}/services`

/** One kind of service: now, forecast, what is wanted, when it is bought, whom to ask. */
export const servicePath = (slug: string, service: string): string => `${servicesPath(slug)}/${part(service)}`

/** Every edition of a statement; from the second page on, those before an edition. */
export const editionsPath = (slug: string, before?: number): string =>
  `${homePath(slug)}/editions${before === undefined ? '' : `?before=${before}`}`

/** One edition: what it says about itself, and its sections. */
export const editionPath = (slug: string, number: number): string => `${editionsPath(slug)}/${number}`

/** One section of an edition, with the figures as they were. */
export const editionSectionPath = (slug: string, number: number, section: SectionSlug): string =>
  `${editionPath(slug, number)}/${section}`

/** A whole edition on one page, to be printed. */
export const editionPrintPath = (slug: string, number: number): string => `${editionPath(slug, number)}/print`

/** The figures of an edition as a file. */
export const editionFiguresPath = (slug: string, number: number, format: 'csv' | 'json'): string =>
  `${editionPath(slug, number)}/figures.${format}`

/** What differs between two editions. */
export const comparePath = (slug: string, earlier: number, later: number): string =>
  `${editionPath(slug, earlier)}/compare/${later}`

/** Where the choice of two editions to compare is sent. */
export const chooseComparisonPath = (slug: string): string => `${editionsPath(slug)}/compare`

/** News of each edition for feed readers. */
export const feedPath = (slug: string): string => `${editionsPath(slug)}/feed.atom`

/** A figure with where it came from and the rows behind it. */
export const figurePath = (slug: string, id: string): string => `${homePath(slug)}/figures/${part(id)}`

/** The rows behind a figure as a file. */
export const figureFilePath = (slug: string, id: string, format: 'csv' | 'json'): string =>
  `${figurePath(slug, id)}.${format}`

/** A source, and every figure that cites it. */
export const sourcePath = (slug: string, key: string): string => `${homePath(slug)}/sources/${part(key)}`

/** All tables of a statement as files. */
export const dataPath = (slug: string): string => `${homePath(slug)}/data`

/** One table as a file. */
export const tablePath = (slug: string, table: string, format: 'csv' | 'json'): string =>
  `${dataPath(slug)}/${part(table)}.${format}`

/** What the columns of a table's CSV are, for programs: where CSV on the Web looks for it. */
export const metadataPath = (slug: string, table: string): string => `${tablePath(slug, table, 'csv')}-metadata.json`

/** A list of the JSON interface. */
export const apiPath = (
  list: 'figures' | 'areas' | 'partnerships' | 'sources',
  query: Readonly<Record<string, string>> = {},
): string => {
  const asked = new URLSearchParams(query).toString()
  return `/api/v1/${list}${asked ? `?${asked}` : ''}`
}

/** How the JSON interface is described. */
export const openApiPath = (): string => '/api/v1/openapi.json'
