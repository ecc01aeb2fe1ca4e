import type { Answer } from '../../../src/brokerage/offers/answer.ts'
import { visitsOf } from '../../../src/brokerage/offers/unplaced.ts'
import type { WeeklyVisit } from '../../../src/brokerage/visit-line.ts'
import type { Brokerage } from '../brokerage.ts'
import { accept, answer, doneOf, offered, one, placementsOf, type Race, said, start } from './race.ts'

/** Two who were asked at once take a part each: one the first visits, the other those from a later one on. */
async function partsTaken(world: Brokerage, first: number, from: number) {
  const { package: of, offers } = await offered(world, 3)
  const visits = visitsOf(of.lines)
  const part = (some: readonly WeeklyVisit[]): Answer => ({ kind: 'accept-part', startOn: start, visits: some })
  const [a, b] = offers
  if (!a || !b) throw new Error('Two were not asked.')
  const came = await Promise.all([
    answer(world, a, part(visits.slice(0, first))),
    answer(world, b, part(visits.slice(from))),
  ])
  return { package: of, came }
}

/** Between those who were asked, and within one of them. */
export const answerRaces: Readonly<Record<string, Race>> = {
  'one package, accepted by two who were asked at once': async (world) => {
    const { package: of, offers } = await offered(world, 3)
    const came = await Promise.all(offers.map((offer) => accept(world, offer)))
    const states = (await world.offers(of.id)).map(({ state }) => state).sort()
    const placed = await placementsOf(world, of.id)
    const right = doneOf(came) === 1 && placed === 1 && states.join() === 'accepted,taken'
    return right ? undefined : `${said(came)}, ${states.join()}, ${placed} placed`
  },

  'parts that overlap, accepted by two': async (world) => {
    const { package: of, came } = await partsTaken(world, 9, 5)
    const placed = await placementsOf(world, of.id)
    const right = doneOf(came) === 1 && placed === 1 && came.some(({ because }) => because === 'part-taken')
    return right ? undefined : `${said(came)}, ${placed} placed`
  },

  'parts that make the whole, accepted by two': async (world) => {
    const { package: of, came } = await partsTaken(world, 7, 7)
    const [round] = await world.rounds(of.id)
    const placed = await placementsOf(world, of.id)
    const { state } = await world.package(of.id)
    const right = doneOf(came) === 2 && placed === 2 && round?.outcome === 'placed' && state === 'placed'
    return right ? undefined : `${said(came)}, ${placed} placed, the round ${round?.outcome}, the package ${state}`
  },

  'one offer, accepted and declined by two of a provider': async (world) => {
    const { package: of, offers } = await offered(world)
    const offer = one(offers)
    const no: Answer = { kind: 'decline', reason: 'no-capacity-staff', words: '' }
    const came = await Promise.all([accept(world, offer), answer(world, offer, no)])
    const [first, ...next] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const accepted = came[0].outcome === 'done' && first?.state === 'accepted' && placed === 1 && next.length === 0
    const declined = came[1].outcome === 'done' && first?.state === 'declined' && placed === 0 && next.length === 1
    return doneOf(came) === 1 && accepted !== declined ? undefined : `${said(came)}, ${first?.state}, ${placed} placed`
  },
}
