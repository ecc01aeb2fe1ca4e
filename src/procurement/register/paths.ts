import type { Id, IsoDate } from '../../core/values/index.ts'

/** The day that is asked about, and as it was known at the end of which day; today and now when left out. */
export interface AsAtQuery {
  readonly on?: IsoDate | undefined
  readonly known?: IsoDate | undefined
}

/** The register of contracts. */
export const contractsPath = (slug: string, asked: AsAtQuery = {}): string => `/${slug}/contracts${query(asked)}`

/** Terms and options of all contracts, over the years. */
export const contractsTimelinePath = (slug: string): string => `${contractsPath(slug)}/timeline`

/** The register as a file. */
export const contractsCsvPath = (slug: string): string => `${contractsPath(slug)}.csv`

/** Decision dates, for a calendar. */
export const decisionsCalendarPath = (slug: string): string => `${contractsPath(slug)}/decisions.ics`

/** One contract, by the reference that people quote. */
export const contractPath = (slug: string, reference: string, asked: AsAtQuery = {}): string =>
  `${contractsPath(slug)}/${encodeURIComponent(reference)}${query(asked)}`

/** Where documents of a contract are added. */
export const contractDocumentsPath = (slug: string, reference: string): string =>
  `${contractPath(slug, reference)}/documents`

/** One version of a document, as a file. */
export const contractDocumentPath = (slug: string, reference: string, id: Id): string =>
  `${contractDocumentsPath(slug, reference)}/${id}`

function query({ on, known }: AsAtQuery): string {
  const asked = new URLSearchParams({ ...(on && { on }), ...(known && { known }) }).toString()
  return asked && `?${asked}`
}
