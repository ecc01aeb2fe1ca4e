import { sql } from 'kysely'
import { ahead, type Db } from '../../../core/db/index.ts'
import { hoursWords } from '../../../core/ui/format.ts'
import { bandsOf, type CapacityAt, type MinutesByBand } from '../capacity.ts'
import { capacity } from '../schema.ts'
import { addCommitted, lockCells } from './lock-cells.ts'

/** Some of a provider's week for an area. */
export interface CapacityTaken extends CapacityAt {
  readonly minutesByBand: MinutesByBand
}

/**
 * Takes what is accepted of what a provider declared for the area, or the nearest around it; of nothing when too little
 * is left in a part of the day. A provider that declared nothing is not limited, but what it gives is counted.
 */
export async function takeCapacity(
  db: Db,
  { minutesByBand, ...at }: CapacityTaken,
): Promise<{ taken: true } | { taken: false; sentence: string }> {
  const wanted = bandsOf(minutesByBand)
  if (wanted.length === 0) return { taken: true }
  if (wanted.some(([, minutes]) => minutes < 0)) throw new Error('Less than nothing was taken of a capacity.')
  const cells = await lockCells(db, at)
  const area = cells.find(({ declared }) => declared !== null)?.area
  if (area === undefined) {
    await countUndeclared(db, at, wanted)
    return { taken: true }
  }
  for (const [band, minutes] of wanted) {
    const cell = cells.find((one) => one.area === area && one.band === band)
    const free = (cell?.declared ?? 0) - (cell?.committed ?? 0)
    if (minutes > free) {
      return {
        taken: false,
        sentence: `${hoursWords(minutes)} a week are asked for in the ${band}, and ${hoursWords(free)} of the declared capacity are left.`,
      }
    }
  }
  await addCommitted(db, at, area, wanted)
  return { taken: true }
}

async function countUndeclared(db: Db, at: CapacityAt, wanted: readonly [string, number][]): Promise<void> {
  await ahead(
    capacity(db),
    capacity(db)
      .insertInto('capacity_cell')
      .values(
        wanted.map(([band, minutes]) => ({
          partnership_id: at.partnershipId,
          organisation_id: at.organisationId,
          service_type_key: at.serviceType,
          area_code: at.area,
          band,
          declared_minutes: null,
          committed_minutes: minutes,
          declared_at: null,
          declared_by: null,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'organisation_id', 'service_type_key', 'area_code', 'band'])
          .doUpdateSet({ committed_minutes: sql`capacity_cell.committed_minutes + excluded.committed_minutes` }),
      ),
  )
}
