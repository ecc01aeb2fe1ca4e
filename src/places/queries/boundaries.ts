import type { Db } from '../../core/db/index.ts'
import type { Boundary } from '../boundary.ts'
import { boundsOf } from '../ring.ts'
import { places } from '../schema.ts'

const columns = ['b.code', 'b.edition', 'b.source_key', 'b.attribution'] as const

/** The boundaries of areas to be drawn, of those that were imported. */
export async function boundariesOf(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Boundary>> {
  if (codes.length === 0) return new Map()
  const rows = await places(db)
    .selectFrom('area_boundary as b')
    .select([...columns, 'b.outline as shape'])
    .where('b.code', 'in', codes)
    .execute()
  return new Map(rows.map((row) => [row.code, boundary(row)]))
}

/** Every boundary as exactly as it is kept, to find where points lie. */
export async function allBoundaries(db: Db): Promise<readonly Boundary[]> {
  const rows = await places(db)
    .selectFrom('area_boundary as b')
    .select([...columns, 'b.ground as shape'])
    .orderBy('b.code')
    .execute()
  return rows.map(boundary)
}

interface Row {
  readonly code: string
  readonly edition: string | null
  readonly source_key: string | null
  readonly attribution: string | null
  readonly shape: Boundary['geometry']['coordinates']
}

const boundary = ({ code, edition, source_key, attribution, shape }: Row): Boundary => ({
  code,
  edition,
  sourceKey: source_key,
  attribution,
  geometry: { type: 'MultiPolygon', coordinates: shape },
  bounds: boundsOf(shape),
})
