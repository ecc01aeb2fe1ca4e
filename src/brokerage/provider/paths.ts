import type { Id } from '../../core/values/index.ts'
import { contractsPlace, type ProviderPlace } from '../../procurement/index.ts'
import { capacityPath, offerPath, offersPath } from '../paths.ts'

/** What a provider was offered. */
export const offersPlace: ProviderPlace = { text: 'Offers', href: offersPath() }

/** What a provider gives. */
export const placementsPlace: ProviderPlace = { text: 'Placements', href: '/provider/placements' }

/** What a provider can give. */
export const capacityPlace: ProviderPlace = { text: 'Capacity', href: capacityPath() }

/** All places of a provider's pages, in the order in which they stand. */
export const providerPlaces: readonly ProviderPlace[] = [offersPlace, placementsPlace, capacityPlace, contractsPlace]

/** The ways to answer that need more than a word. */
export const answerSteps = ['changes', 'more', 'no'] as const

export type AnswerStep = (typeof answerSteps)[number]

/** Where an answer is finished that needs more than a word. */
export const answerPath = (slug: string, reference: string, step: AnswerStep): string =>
  `${offerPath(slug, reference)}/${step}`

/** What went to others in a provider's lots. */
export const othersPath = (): string => '/provider/why'

/** Why a package went to whom it went. */
export const whyPath = (slug: string, packageReference: string): string =>
  `${othersPath()}/${encodeURIComponent(slug)}/${encodeURIComponent(packageReference)}`

/** One placement, as the provider sees it. */
export const ownPlacementPath = (slug: string, reference: string): string =>
  `${placementsPlace.href}/${encodeURIComponent(slug)}/${encodeURIComponent(reference)}`

/** Where one number an area is declared. */
export const capacityAreaPath = (slug: string, service: string, area: string): string =>
  `${capacityPath()}/${encodeURIComponent(slug)}/${encodeURIComponent(service)}/${encodeURIComponent(area)}`

/** The id of a line's fields. */
export const lineField = (name: string, id: Id): string => `${name}-${id}`

/** Where a provider confirms that care has started. */
export const startPath = (slug: string, reference: string): string => `${ownPlacementPath(slug, reference)}/start`

/** Where a provider hands a placement back. */
export const handBackPath = (slug: string, reference: string): string =>
  `${ownPlacementPath(slug, reference)}/hand-back`
