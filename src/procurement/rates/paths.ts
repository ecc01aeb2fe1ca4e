import type { IsoDate } from '../../core/values/index.ts'
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
