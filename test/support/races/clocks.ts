import { dueWork } from '../../../src/brokerage/offers/commands/due-work.ts'
import { pauseRound } from '../../../src/brokerage/offers/commands/steer-round.ts'
import { monday } from '../brokerage.ts'
import { accept, type Came, offered, one, placementsOf, type Race, said, toldOf } from './race.ts'

/** Against the end of a window. */
export const clockRaces: Readonly<Record<string, Race>> = {
  'a lapse against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const offer = one(offers)
    const due = offer.dueAt ?? monday
    const [came] = await Promise.all([
      accept(world, offer, new Date(due.getTime() - 1)),
      dueWork(world.database, due, world.partnership.id),
    ])
    const [first, ...next] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const won = came.outcome === 'done' && first?.state === 'accepted' && placed === 1 && next.length === 0
    const lost = came.outcome === 'refused' && first?.state === 'lapsed' && placed === 0 && next.length === 1
    return won !== lost
      ? undefined
      : `${said([came])}, the offer ${first?.state}, ${placed} placed, ${next.length} more`
  },

  'one lapse, found by two workers': async (world) => {
    const { package: of, offers } = await offered(world)
    const due = one(offers).dueAt ?? monday
    const settled = await Promise.all([
      dueWork(world.database, due, world.partnership.id),
      dueWork(world.database, due, world.partnership.id),
    ])
    const all = await world.offers(of.id)
    const lapses = await toldOf(world, of.id, 'brokerage.offer-lapsed')
    const sent = await toldOf(world, of.id, 'brokerage.offers-sent')
    const right = all.length === 2 && lapses === 1 && sent === 2 && settled[0].lapsed + settled[1].lapsed >= 1
    return right ? undefined : `${all.length} offers, ${lapses} lapses, ${sent} times sent`
  },

  'a pause against a lapse': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const due = one(offers).dueAt ?? monday
    const [came] = await Promise.all([
      world.act(
        (db): Promise<Came> =>
          pauseRound(db, broker, {
            partnershipId: partnership.id,
            packageId: of.id,
            version: of.version,
            at: new Date(due.getTime() - 60_000),
          }),
        broker,
      ),
      dueWork(world.database, due, partnership.id),
    ])
    const [first, ...next] = await world.offers(of.id)
    const paused = came.outcome === 'done' && first?.state === 'open' && first.dueAt === null && first.leftMinutes === 1
    const lapsed = came.outcome === 'refused' && first?.state === 'lapsed' && next.length === 1
    return paused !== lapsed ? undefined : `${said([came])}, ${first?.state}, ${next.length} more`
  },
}
