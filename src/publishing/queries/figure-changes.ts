import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { compareFigures, type FigureChange } from '../compare-figures.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { publishing } from '../schema.ts'

/** A frozen figure by what it is known and compared by. */
type Known = readonly [id: string, digest: string, measure: string]

/** Which figures differ between two editions. Two queries: digests tell which, and only those are read whole. */
export async function figureChanges(
  db: Db,
  partnershipId: Id,
  earlier: number,
  later: number,
): Promise<readonly FigureChange[]> {
  const known = await knownFigures(db, partnershipId, [earlier, later])
  const [was, is] = [known.get(earlier) ?? [], known.get(later) ?? []]
  const [before, after] = [digests(was), digests(is)]
  const gone = was.filter(([id, digest]) => after.get(id) !== digest)
  const fresh = is.filter(([id, digest]) => before.get(id) !== digest)
  if (gone.length + fresh.length === 0) return []
  // A new figure may carry a series on, of which the earlier ones stand as they were.
  const added = new Set(fresh.flatMap(([id, , measure]) => (before.has(id) ? [] : [measure])))
  const beside = was.filter(([id, digest, measure]) => added.has(measure) && after.get(id) === digest)
  const whole = await wholeFigures(db, partnershipId, [
    { number: earlier, ids: [...gone, ...beside].map(([id]) => id) },
    { number: later, ids: fresh.map(([id]) => id) },
  ])
  const [old, now] = [whole.get(earlier) ?? [], whole.get(later) ?? []]
  const standing = new Set(beside.map(([id]) => id))
  return compareFigures(old, [...now, ...old.filter(({ id }) => standing.has(id))])
}

const digests = (figures: readonly Known[]): ReadonlyMap<string, string> =>
  new Map(figures.map(([id, digest]) => [id, digest]))

async function knownFigures(db: Db, partnershipId: Id, numbers: readonly number[]): Promise<Map<number, Known[]>> {
  const rows = await ofEditions(db, partnershipId)
    .select('e.number')
    .select(
      sql<Known[]>`json_agg(json_build_array(f.figure_id, f.digest, f.measure) order by f.position)`.as('figures'),
    )
    .where('e.number', 'in', numbers)
    .groupBy('e.number')
    .execute()
  return new Map(rows.map(({ number, figures }) => [number, figures]))
}

interface Wanted {
  readonly number: number
  readonly ids: readonly string[]
}

async function wholeFigures(
  db: Db,
  partnershipId: Id,
  wanted: readonly Wanted[],
): Promise<Map<number, PublishedFigure[]>> {
  const rows = await ofEditions(db, partnershipId)
    .select('e.number')
    .select(sql<PublishedFigure[]>`json_agg(f.figure order by f.position)`.as('figures'))
    .where(({ or, and, eb }) =>
      or(
        wanted.map(({ number, ids }) =>
          and([eb('e.number', '=', number), sql<boolean>`f.figure_id = any(${ids}::text[])`]),
        ),
      ),
    )
    .groupBy('e.number')
    .execute()
  return new Map(rows.map(({ number, figures }) => [number, figures]))
}

const ofEditions = (db: Db, partnershipId: Id) =>
  publishing(db)
    .selectFrom('edition as e')
    .innerJoin('edition_figure as f', (join) =>
      join.onRef('f.partnership_id', '=', 'e.partnership_id').onRef('f.edition_id', '=', 'e.id'),
    )
    .where('e.partnership_id', '=', partnershipId)
