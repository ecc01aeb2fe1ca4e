import type { Db } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { sourceMap } from '../../../evidence/index.ts'
import { serviceTypes } from '../../queries/taxonomies.ts'
import { type SupplyWorking, supplyFigureOf } from '../supply-figure.ts'
import { parseSupplyFigureId } from '../supply-figure-id.ts'
import { tallyOf } from './tally.ts'

/** A figure of supply by its identifier with the rows behind it, or a sentence on why there is none. */
export async function supplyFigureById(db: Db, id: string): Promise<SupplyWorking> {
  const key = parseSupplyFigureId(id)
  if (!key) return { missing: `“${id}” is not the identifier of a figure of supply.` }
  const tally = await tallyOf(db, key.area, key.asOf)
  // Only the day that a register shows is the identifier of its figures.
  if (tally?.asOf !== key.asOf) return { missing: `There is no register of this area as at ${longDate(key.asOf)}.` }
  return supplyFigureOf(tally, key, { sources: await sourceMap(db), types: await serviceTypes(db) })
}
