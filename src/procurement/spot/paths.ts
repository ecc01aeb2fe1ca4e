import type { Id } from '../../core/values/index.ts'
import { contractsPath } from '../register/paths.ts'

/** Purchases outside lots: how many, why, and what is moving to contracts. */
export const spotPath = (slug: string): string => `${contractsPath(slug)}/spot`

/** Where a purchase is entered. */
export const newSpotPath = (slug: string): string => `${spotPath(slug)}/new`

/** One purchase. */
export const spotPurchasePath = (slug: string, id: Id): string => `${spotPath(slug)}/${id}`
