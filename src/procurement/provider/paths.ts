import type { Id } from '../../core/values/index.ts'

/** A provider's own contracts, in every partnership. */
export const providerContractsPath = (): string => '/provider/contracts'

/** One of its contracts. */
export const providerContractPath = (slug: string, reference: string): string =>
  `${providerContractsPath()}/${encodeURIComponent(slug)}/${encodeURIComponent(reference)}`

/** A document of one of its contracts, as a file. */
export const providerDocumentPath = (slug: string, reference: string, id: Id): string =>
  `${providerContractPath(slug, reference)}/documents/${id}`
