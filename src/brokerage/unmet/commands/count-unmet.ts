import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../../core/db/index.ts'
import { addMonths, type Id, type IsoDate, londonDate, newId } from '../../../core/values/index.ts'
import { addMissingSource } from '../../../evidence/index.ts'
import { brokerage } from '../../schema/index.ts'
import { countMonth, mondaysFrom, monthsFrom } from '../count-month.ts'
import { countWeek } from '../count-week.ts'
import { countedPieces } from '../queries/counted-pieces.ts'
import { unmetSource } from '../unmet-source.ts'
import { tellCounts, tellingOf } from './tell-counts.ts'

/** Not oftener than so when many changes come one after another; the count of each minute takes what is left. */
const pauseMs = 15_000

/**
 * Brings the counts of a partnership's unmet need up to date with what changed since they were made; tells whether
 * anything had to be counted. `soon` is a count because of one change, which leaves a short pause after the last.
 */
export const countUnmet = (
  database: Database,
  partnershipId: Id,
  at: Date,
  { soon = false }: { readonly soon?: boolean } = {},
): Promise<boolean> =>
  asActor(database, systemActor(partnershipId), async (db) => {
    const last = await takeTurn(db, partnershipId)
    if (soon && last?.counted_at && at > last.counted_at && at.getTime() - last.counted_at.getTime() < pauseMs)
      return false
    const changed = await takeChanges(db, partnershipId)
    const today = londonDate(at)
    // A new month or Monday counts those who still wait.
    const turned = last?.counted_on && last.counted_on < today ? last.counted_on : undefined
    const from = [changed, turned].filter((day) => day !== undefined).toSorted()[0]
    const telling = await tellingOf(db, partnershipId)
    if (from === undefined) {
      // Other areas or another limit change what may be told of counts that stand.
      if (last && last.told_by !== telling.digest) await tellCounts(db, partnershipId, { ...telling, at })
      return false
    }
    const latest = today > from ? today : from
    await countFrom(db, partnershipId, from, latest)
    await brokerage(db)
      .updateTable('unmet_counted')
      .set({ counted_at: at, counted_on: latest })
      .where('partnership_id', '=', partnershipId)
      .execute()
    await tellCounts(db, partnershipId, { ...telling, at })
    return true
  })

/** One count of a partnership at a time; the row is made by the first. */
async function takeTurn(db: Db, partnershipId: Id) {
  await brokerage(db)
    .insertInto('unmet_counted')
    .values({ partnership_id: partnershipId, counted_at: null, counted_on: null, told_on: null })
    .onConflict((conflict) => conflict.column('partnership_id').doNothing())
    .execute()
  return brokerage(db)
    .selectFrom('unmet_counted')
    .select(['counted_at', 'counted_on', 'told_by'])
    .where('partnership_id', '=', partnershipId)
    .forUpdate()
    .executeTakeFirst()
}

/** The first day that changes wait to be counted from; they are taken away. */
async function takeChanges(db: Db, partnershipId: Id): Promise<IsoDate | undefined> {
  const taken = await brokerage(db)
    .deleteFrom('unmet_change')
    .where('partnership_id', '=', partnershipId)
    .returning('from_on')
    .execute()
  return taken.map(({ from_on }) => from_on).toSorted()[0]
}

async function countFrom(db: Db, partnershipId: Id, from: IsoDate, today: IsoDate): Promise<void> {
  const [first = today] = monthsFrom(from, today)
  const pieces = await countedPieces(db, partnershipId, first)
  const months = monthsFrom(from, today).flatMap((month) =>
    // A day to come is not waited on yet.
    countMonth(
      pieces.filter((piece) => piece.from <= today),
      month,
    ).map((count) => ({ month, ...count })),
  )
  const weeks = mondaysFrom(from, today).flatMap((weekOn) =>
    countWeek(pieces, weekOn).map((count) => ({ weekOn, ...count })),
  )
  const tables = brokerage(db)
  const own = { partnership_id: partnershipId }
  await tables
    .deleteFrom('unmet_count')
    .where('partnership_id', '=', partnershipId)
    .where('month', '>=', first)
    .where('month', '<', addMonths(first, monthsFrom(from, today).length))
    .execute()
  await tables
    .deleteFrom('unmet_week')
    .where('partnership_id', '=', partnershipId)
    .where('week_on', '>=', from)
    .where('week_on', '<=', today)
    .execute()
  if (months.length > 0) await addMissingSource(db, unmetSource)
  for (const rows of slices(months))
    await tables
      .insertInto('unmet_count')
      .values(
        rows.map(({ serviceType, area, ...row }) => ({
          ...{ ...own, id: newId(), service_type_key: serviceType, area_code: area },
          ...row,
        })),
      )
      .execute()
  for (const rows of slices(weeks))
    await tables
      .insertInto('unmet_week')
      .values(
        rows.map(({ weekOn, serviceType, ...row }) => ({
          ...{ ...own, id: newId(), week_on: weekOn, service_type_key: serviceType },
          ...row,
        })),
      )
      .execute()
}

/** In parts, because a statement carries at most 65,535 values. */
const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) => rows.slice(at * 1000, (at + 1) * 1000))
