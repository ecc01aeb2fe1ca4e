import type { Db } from '../../../core/db/index.ts'
import { hoursWords } from '../../../core/ui/format.ts'
import { bandsOf } from '../capacity.ts'
import { addCommitted, lockCells } from './lock-cells.ts'
import type { CapacityTaken } from './take-capacity.ts'

/** Gives back what a provider no longer gives; more than was taken is a mistake of the caller. */
export async function giveBackCapacity(db: Db, { minutesByBand, ...at }: CapacityTaken): Promise<void> {
  const given = bandsOf(minutesByBand)
  if (given.length === 0) return
  const cells = await lockCells(db, at)
  const fewer = new Map<string, [band: string, minutes: number][]>()
  for (const [band, minutes] of given) {
    // It was taken where the provider declared; where it declares now may be another area around.
    const held = cells.filter((cell) => cell.band === band)
    let left = minutes
    for (const { area, committed } of [
      ...held.filter(({ declared }) => declared !== null),
      ...held.filter(({ declared }) => declared === null),
    ]) {
      const back = Math.min(left, committed)
      if (back > 0) fewer.set(area, [...(fewer.get(area) ?? []), [band, -back]])
      left -= back
    }
    if (left > 0 || minutes < 0) throw new Error(`${hoursWords(left)} in the ${band} were given back that nobody took.`)
  }
  for (const [area, bands] of fewer) await addCommitted(db, at, area, bands)
}
