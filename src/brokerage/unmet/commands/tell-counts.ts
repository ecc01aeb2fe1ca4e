import { sql } from 'kysely'
import { partnershipById, systemActor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { hideBelow } from '../../../core/settings/index.ts'
import { canonicalJson, type Id, newId, sha256 } from '../../../core/values/index.ts'
import { hierarchiesOf } from '../../../places/index.ts'
import { brokerage } from '../../schema/index.ts'
import { keptCounts, unmetTold, unmetWeeksTold } from '../queries/unmet-counts.ts'
import { linksOf, type TellingUnmet, type ToldCount, toldCounts } from '../told-counts.ts'
import { type ToldWeekCount, toldWeekCounts } from '../told-weeks.ts'

/** By what counts are told of a partnership as it stands: its areas, and below which number people are hidden. */
export async function tellingOf(db: Db, partnershipId: Id): Promise<TellingUnmet & { readonly digest: string }> {
  const { areaCode: whole } = await partnershipById(db, partnershipId)
  const links = linksOf(await hierarchiesOf(db, partnershipId))
  const { limit } = await brokerage(db).selectNoFrom(hideBelow(partnershipId).as('limit')).executeTakeFirstOrThrow()
  return { whole, links, limit, digest: sha256(canonicalJson({ whole, links, limit })) }
}

/**
 * Writes the counts as anyone may be told of them, where that is otherwise than before: whether a number is small enough to
 * hide is seen only beside the others. Whoever reads the database as the public finds nothing else of them.
 */
export async function tellCounts(
  db: Db,
  partnershipId: Id,
  { at, ...telling }: TellingUnmet & { readonly digest: string; readonly at: Date },
): Promise<void> {
  const { counts, weeks } = await keptCounts(db, partnershipId)
  const fresh = { months: toldCounts(counts, telling), weeks: toldWeekCounts(weeks, telling.limit) }
  const tables = brokerage(db)
  const standing = await tables
    .selectNoFrom([unmetTold(partnershipId).as('months'), unmetWeeksTold(partnershipId).as('weeks')])
    .executeTakeFirstOrThrow()
  await tables
    .updateTable('unmet_counted')
    .set({ told_by: telling.digest })
    .where('partnership_id', '=', partnershipId)
    .where(sql<boolean>`told_by is distinct from ${telling.digest}`)
    .execute()
  if (canonicalJson(fresh) === canonicalJson(standing)) return
  await writeTold(db, partnershipId, fresh)
  // Pages kept in memory are made anew when the ledger moves on.
  await record(db, systemActor(partnershipId), at, {
    event: 'brokerage.unmet-told',
    subject: { kind: 'partnership', id: partnershipId },
    payload: { months: fresh.months.length, weeks: fresh.weeks.length, limit: telling.limit },
  })
}

async function writeTold(
  db: Db,
  partnership_id: Id,
  told: { readonly months: readonly ToldCount[]; readonly weeks: readonly ToldWeekCount[] },
): Promise<void> {
  const tables = brokerage(db)
  for (const table of ['unmet_told', 'unmet_week_told'] as const)
    await tables.deleteFrom(table).where('partnership_id', '=', partnership_id).execute()
  const months = told.months.map(({ service, area, part, ...count }, place) => ({
    ...{ partnership_id, id: newId(), service_type_key: service, area_code: area, place },
    ...{ band: part?.band ?? null, carers: part?.carers ?? null },
    ...count,
  }))
  for (const rows of slices(months)) await tables.insertInto('unmet_told').values(rows).execute()
  const weeks = told.weeks.map(({ week, service, ...count }, place) => ({
    ...{ partnership_id, id: newId(), week_on: week, service_type_key: service, place },
    ...count,
  }))
  for (const rows of slices(weeks)) await tables.insertInto('unmet_week_told').values(rows).execute()
}

/** In parts, because a statement carries at most 65,535 values. */
const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) => rows.slice(at * 1000, (at + 1) * 1000))
