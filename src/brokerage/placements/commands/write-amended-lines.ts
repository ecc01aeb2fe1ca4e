import { sql } from 'kysely'
import { rangeOf } from '../../../core/history/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { daysMask } from '../../visit-line.ts'
import type { AmendPlan } from '../amend-lines.ts'

/** Writes how lines change from a day on, with the visits that providers keep. */
export async function writeAmendedLines(
  work: Work,
  of: CarePackage,
  plan: AmendPlan,
  until: IsoDate | null,
  from: IsoDate,
): Promise<void> {
  const { db, partnershipId } = work
  const owners = await ownersOf(work, plan)
  await endOldLines(work, plan, from)
  if (plan.added.length > 0)
    await brokerage(db)
      .insertInto('package_line')
      .values(
        plan.added.map(({ id, band, days, minutes, carers }) => ({
          partnership_id: partnershipId,
          id,
          package_id: of.id,
          band,
          days: daysMask(days),
          minutes,
          carers,
          held: rangeOf({ from, until }),
        })),
      )
      .execute()
  if (plan.moved.length > 0)
    await brokerage(db)
      .insertInto('placed_visit')
      .values(
        plan.moved.map(({ placementId, lineId, weekday, ...days }) => ({
          partnership_id: partnershipId,
          id: newId(),
          placement_id: placementId,
          package_id: of.id,
          organisation_id: owners.get(placementId) ?? '',
          line_id: lineId,
          weekday,
          held: rangeOf(days),
        })),
      )
      .execute()
}

async function ownersOf({ db, partnershipId }: Work, { moved }: AmendPlan): Promise<Map<Id, Id>> {
  const ids = [...new Set(moved.map(({ placementId }) => placementId))]
  if (ids.length === 0) return new Map()
  const rows = await brokerage(db)
    .selectFrom('placement')
    .select(['id', 'organisation_id'])
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, organisation_id }) => [id, organisation_id]))
}

/** Ends lines that are not wanted from the day on, with their visits; what would only have begun then is gone. */
async function endOldLines({ db, partnershipId }: Work, { ended }: AmendPlan, from: IsoDate): Promise<void> {
  const lineIds = ended.map(({ line }) => line.id)
  if (lineIds.length === 0) return
  const begins = sql<boolean>`lower(held) >= ${from}::date`
  const goesOn = sql<boolean>`(upper_inf(held) or upper(held) > ${from}::date)`
  const shorter = { held: sql<string>`daterange(lower(held), ${from}::date)` }
  const visits = { table: 'placed_visit', column: 'line_id' } as const
  const lines = { table: 'package_line', column: 'id' } as const
  for (const { table, column } of [visits, lines]) {
    await brokerage(db)
      .deleteFrom(table)
      .where('partnership_id', '=', partnershipId)
      .where(column, 'in', lineIds)
      .where(begins)
      .execute()
    await brokerage(db)
      .updateTable(table)
      .set(shorter)
      .where('partnership_id', '=', partnershipId)
      .where(column, 'in', lineIds)
      .where(goesOn)
      .execute()
  }
}
