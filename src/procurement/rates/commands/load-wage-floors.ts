import type { Db } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { knownWageFloors } from '../reference/wage-floors.ts'

/** Brings the wage floors up to those that this version of the product knows. */
export async function loadWageFloors(db: Db): Promise<void> {
  const standing = await procurement(db).selectFrom('wage_floor').selectAll().execute()
  const keyOf = (floor: {
    nation: string
    name: string
    days: string
    pence: number
    binding: boolean
    source: string
  }) => [floor.nation, floor.name, floor.days, floor.pence, floor.binding, floor.source].join('|')
  const known = knownWageFloors.map(({ from, until, ...floor }) => ({ ...floor, days: `[${from},${until ?? ''})` }))
  const [before, wanted] = [new Set(standing.map(keyOf)), new Set(known.map(keyOf))]
  const old = standing.filter((floor) => !wanted.has(keyOf(floor))).map(({ id }): Id => id)
  const fresh = known.filter((floor) => !before.has(keyOf(floor)))
  if (old.length > 0) await procurement(db).deleteFrom('wage_floor').where('id', 'in', old).execute()
  if (fresh.length > 0)
    await procurement(db)
      .insertInto('wage_floor')
      .values(fresh.map((floor) => ({ ...floor, id: newId() })))
      .execute()
}
