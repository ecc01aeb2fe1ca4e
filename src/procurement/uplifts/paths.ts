/** The rounds of uplift of a partnership. */
export const upliftsPath = (slug: string): string => `/${slug}/uplifts`

/** One round, by the reference that people quote. */
export const upliftPath = (slug: string, reference: string): string =>
  `${upliftsPath(slug)}/${encodeURIComponent(reference)}`

/** The form of a new round; about one contract, or a lot of it, when one is named. */
export function newUpliftPath(slug: string, about: { readonly contract?: string; readonly lot?: string } = {}): string {
  const asked = new URLSearchParams(about).toString()
  return `${upliftsPath(slug)}/new${asked && `?${asked}`}`
}

/** The form in which a round that is not applied yet is written anew. */
export const editUpliftPath = (slug: string, reference: string): string => `${upliftPath(slug, reference)}/edit`

/** The form in which the new prices of a round are typed one by one. */
export const upliftPricesPath = (slug: string, reference: string): string => `${upliftPath(slug, reference)}/prices`

/** The document that a round stands on, as a file. */
export const upliftDocumentPath = (slug: string, reference: string): string => `${upliftPath(slug, reference)}/document`

/** Every price of a round, as a file. */
export const upliftCsvPath = (slug: string, reference: string): string => `${upliftPath(slug, reference)}.csv`
