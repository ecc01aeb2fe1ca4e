import { startPlacement } from '../../../src/brokerage/placements/commands/start-placement.ts'
import { coursesOf } from '../../../src/brokerage/placements/queries/courses.ts'
import { addDays, type Id, type IsoDate } from '../../../src/core/values/index.ts'
import type { Brokerage } from '../brokerage.ts'
import { accept, offered, one, start } from './race.ts'

/** Ten o'clock on a day. */
export const tenOn = (day: IsoDate): Date => new Date(`${day}T10:00:00Z`)

/** The day after care of a race begins. */
export const next = addDays(start, 1)

/** The only placement of a package. */
export const placementOf = async (world: Brokerage, packageId: Id) =>
  one(await world.act((db) => coursesOf(db, world.partnership.id, packageId)))

/** A package that its lead accepted, with the placement that came of it. */
export async function agreed(world: Brokerage) {
  const { package: of, offers } = await offered(world)
  const came = await accept(world, one(offers))
  if (came.outcome !== 'done') throw new Error(`Not accepted: ${came.because}`)
  return { package: of, placementId: (await placementOf(world, of.id)).id }
}

/** A package whose care its lead gives. */
export async function begun(world: Brokerage) {
  const { partnership, broker } = world
  const { package: of, placementId } = await agreed(world)
  const asked = { partnershipId: partnership.id, placementId, startedOn: start, at: tenOn(start) }
  const came = await world.act((db) => startPlacement(db, broker, asked), broker)
  if (came.outcome !== 'done') throw new Error(`Not begun: ${came.because}`)
  return { package: of, placementId }
}
