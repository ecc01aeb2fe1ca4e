import type { Db } from '../../core/db/index.ts'
import { centreOf, metresBetween } from '../distance.ts'
import { boundariesOf } from './boundaries.ts'

/** Metres from the middle of an area to those of others, of those whose boundaries are known. One query. */
export async function distancesTo(
  db: Db,
  area: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const boundaries = await boundariesOf(db, [...new Set([area, ...codes])])
  const centre = (code: string) => centreOf(boundaries.get(code)?.geometry.coordinates ?? [])
  const here = centre(area)
  if (!here) return new Map()
  return new Map(
    codes.flatMap((code) => {
      const there = centre(code)
      return there ? [[code, metresBetween(here, there)] as const] : []
    }),
  )
}
