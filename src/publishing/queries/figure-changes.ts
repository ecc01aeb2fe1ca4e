import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { canonicalJson, type Id, sha256 } from '../../core/values/index.ts'
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
  const { old, fresh, beside } = differing(known.get(earlier) ?? [], known.get(later) ?? [])
  if (old.length + fresh.length === 0) return []
  const whole = await wholeFigures(db, partnershipId, [
    { number: earlier, ids: [...old, ...beside] },
    { number: later, ids: fresh },
  ])
  return compared(whole.get(earlier) ?? [], whole.get(later) ?? [], beside)
}

/** Which figures differ now from those of an edition. Two queries at the most, and only what differs is read. */
export async function figureChangesSince(
  db: Db,
  partnershipId: Id,
  edition: number,
  figures: ReadonlyMap<string, PublishedFigure>,
): Promise<readonly FigureChange[]> {
  const known = await knownFigures(db, partnershipId, [edition])
  const now = [...figures.values()].map((figure): Known => [figure.id, figureDigest(figure), figure.measure])
  const { old, fresh, beside } = differing(known.get(edition) ?? [], now)
  if (old.length + fresh.length === 0) return []
  const ids = [...old, ...beside]
  const whole = ids.length > 0 ? await wholeFigures(db, partnershipId, [{ number: edition, ids }]) : new Map()
  const changed = new Set(fresh)
  return compared(
    whole.get(edition) ?? [],
    [...figures.values()].filter(({ id }) => changed.has(id)),
    beside,
  )
}

/** The digest by which a frozen figure is known again. */
export const figureDigest = (figure: PublishedFigure): string => sha256(canonicalJson(figure))

/** What has to be read whole to compare: figures gone or changed, figures new or changed, and series that new ones carry on. */
function differing(was: readonly Known[], is: readonly Known[]) {
  const [before, after] = [digests(was), digests(is)]
  const fresh = is.filter(([id, digest]) => before.get(id) !== digest)
  // A new figure may carry a series on, of which the earlier ones stand as they were.
  const added = new Set(fresh.flatMap(([id, , measure]) => (before.has(id) ? [] : [measure])))
  const idsOf = (figures: readonly Known[]) => figures.map(([id]) => id)
  return {
    old: idsOf(was.filter(([id, digest]) => after.get(id) !== digest)),
    fresh: idsOf(fresh),
    beside: idsOf(was.filter(([id, digest, measure]) => added.has(measure) && after.get(id) === digest)),
  }
}

function compared(
  old: readonly PublishedFigure[],
  now: readonly PublishedFigure[],
  beside: readonly string[],
): readonly FigureChange[] {
  const standing = new Set(beside)
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
