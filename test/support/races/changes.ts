import { suspendPlacement } from '../../../src/brokerage/placements/commands/rest-placement.ts'
import { startPlacement } from '../../../src/brokerage/placements/commands/start-placement.ts'
import { addDays } from '../../../src/core/values/index.ts'
import { providerOf } from '../brokerage.ts'
import { agreed, begun, next, placementOf, tenOn } from './begun.ts'
import { type Came, doneOf, type Race, said, start, toldOf } from './race.ts'

/** Between two who tell the same of care that was agreed. */
export const changeRaces: Readonly<Record<string, Race>> = {
  'the start of care, confirmed by its provider and a broker': async (world) => {
    const { package: of, placementId } = await agreed(world)
    const { partnership, broker, lead } = world
    const which = { partnershipId: partnership.id, placementId, at: tenOn(next) }
    const provider = providerOf(lead)
    const came: Came[] = await Promise.all([
      world.act((db) => startPlacement(db, provider, { ...which, startedOn: start })),
      world.act((db) => startPlacement(db, broker, { ...which, startedOn: next }), broker),
    ])
    const { startedOn } = await placementOf(world, of.id)
    const told = await toldOf(world, of.id, 'brokerage.placement-started')
    const right = startedOn === (came[0]?.outcome === 'done' ? start : next) && told === 1
    return doneOf(came) === 1 && right && came.some(({ because }) => because === 'begun')
      ? undefined
      : `${said(came)}, begun on ${startedOn}, told ${told} times`
  },

  'care that rests, told by two brokers': async (world) => {
    const { package: of, placementId } = await begun(world)
    const { partnership, broker } = world
    const which = { partnershipId: partnership.id, placementId, at: tenOn(next), reason: 'hospital' as const }
    const came: Came[] = await Promise.all([
      ...[5, 9].map((days) =>
        world.act((db) => suspendPlacement(db, broker, { ...which, from: next, until: addDays(next, days) }), broker),
      ),
    ])
    const { pauses, state } = await placementOf(world, of.id)
    const until = addDays(next, came[0]?.outcome === 'done' ? 5 : 9)
    const told = await toldOf(world, of.id, 'brokerage.placement-suspended')
    const right = pauses.length === 1 && pauses[0]?.until === until && state === 'suspended' && told === 1
    return doneOf(came) === 1 && right && came.some(({ because }) => because === 'at-rest')
      ? undefined
      : `${said(came)}, ${pauses.length} rests, ${state}, told ${told} times`
  },
}
