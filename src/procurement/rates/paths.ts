import type { Id, IsoDate } from '../../core/values/index.ts'
import { contractPath, contractsPath } from '../register/paths.ts'

/** Which lot's prices, as they are on which day; the first lot's, today, when left out. */
export interface PricesQuery {
  readonly lot?: string | undefined
  readonly on?: IsoDate | undefined
}

/** The price list of a contract. */
export function pricesPath(slug: string, reference: string, { lot, on }: PricesQuery = {}): string {
  const asked = new URLSearchParams({ ...(lot !== undefined && { lot }), ...(on && { on }) }).toString()
  return `${contractPath(slug, reference)}/prices${asked && `?${asked}`}`
}

/** Higher prices for the care of single people, decided on evidence. */
export const enhancementsPath = (slug: string, reference: string): string =>
  `${contractPath(slug, reference)}/prices/enhancements`

/** National frameworks, their tables, and the wages that prices have to cover. */
export const nationalPath = (slug: string): string => `${contractsPath(slug)}/national`

/** The form in which prices and caps of a lot are set. */
export const setPricesPath = (slug: string, reference: string, lot: string): string =>
  `${contractPath(slug, reference)}/prices/set?${new URLSearchParams({ lot }).toString()}`

/** The form of a higher price for one person's care. */
export const newEnhancementPath = (slug: string, reference: string): string =>
  `${enhancementsPath(slug, reference)}/new`

/** The review of an enhancement. */
export const reviewPath = (slug: string, reference: string, id: Id): string =>
  `${enhancementsPath(slug, reference)}/${id}`
