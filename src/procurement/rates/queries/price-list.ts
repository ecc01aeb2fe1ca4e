import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { CapPiece } from '../../changes/change-context.ts'
import { capRows } from '../../changes/queries/caps.ts'
import type { Contract, Lot } from '../../contract.ts'
import type { EnhancedPrice } from '../enhancement.ts'
import { type PriceRow, priceRows } from '../price-row.ts'
import { enhancementsOf } from './enhancements.ts'
import { tablePrices, wageFloorsOf } from './national.ts'

/** The price list of one lot as it is on a day. */
export interface PriceList {
  readonly lot: Lot
  readonly rows: readonly PriceRow[]
  readonly caps: readonly CapPiece[]
  readonly enhancements: readonly EnhancedPrice[]
}

/** Reads the price list of the lot that is asked for, or of the first; undefined when there is none. */
export async function priceList(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'nation'>,
  contract: Contract,
  { lot: asked, on }: { readonly lot: string | undefined; readonly on: IsoDate },
): Promise<PriceList | undefined> {
  const lot = asked === undefined ? contract.lots[0] : contract.lots.find(({ number }) => number === asked)
  if (!lot) return undefined
  const { nationalFramework } = contract.detail
  const caps = (await capRows(db, partnership.id, [lot.id])).get(lot.id) ?? []
  const table = await tablePrices(db, nationalFramework === null ? [] : [nationalFramework])
  const floors = await wageFloorsOf(db, partnership.nation)
  return {
    lot,
    caps,
    rows: priceRows(lot, on, { caps, table, floors }),
    enhancements: await enhancementsOf(db, partnership.id, contract.id),
  }
}
