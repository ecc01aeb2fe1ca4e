import { answerQuestion } from '../../../src/brokerage/offers/commands/answer-question.ts'
import { cancelRound, widenRound } from '../../../src/brokerage/offers/commands/steer-round.ts'
import { type Brokerage, minutesOn } from '../brokerage.ts'
import { accept, answer, type Came, doneOf, offered, one, placementsOf, type Race, said, toldOf } from './race.ts'

/** A broker steers the offers of a package while the lead accepts. */
async function steeredAgainstAcceptance(
  world: Brokerage,
  steer: (...asked: Parameters<typeof cancelRound>) => Promise<Came>,
) {
  const { package: of, offers } = await offered(world)
  const { partnership, broker } = world
  const asked = { partnershipId: partnership.id, packageId: of.id, version: of.version, at: minutesOn(5) }
  const came = await Promise.all([accept(world, one(offers)), world.act((db) => steer(db, broker, asked), broker)])
  return { package: of, came }
}

/** Between brokers, and of one with a provider. */
export const brokerRaces: Readonly<Record<string, Race>> = {
  'a cancellation against an acceptance': async (world) => {
    const { package: of, came } = await steeredAgainstAcceptance(world, cancelRound)
    const [offer] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const [taken, back] = came
    const accepted =
      taken.outcome === 'done' && back.outcome === 'refused' && offer?.state === 'accepted' && placed === 1
    const cancelled =
      taken.outcome === 'refused' && back.outcome === 'done' && offer?.state === 'cancelled' && placed === 0
    return accepted !== cancelled ? undefined : `${said(came)}, the offer ${offer?.state}, ${placed} placed`
  },

  'two brokers at one button': async (world) => {
    const asked = await world.askPackage()
    const came: Came[] = await Promise.all([world.open(asked), world.open(asked)])
    const rounds = await world.rounds(asked.id)
    const offers = await world.offers(asked.id)
    const right = doneOf(came) === 1 && rounds.length === 1 && offers.length === 1
    return right && came.some(({ because }) => because === 'conflict')
      ? undefined
      : `${said(came)}, ${offers.length} offers`
  },

  'a widening against an acceptance': async (world) => {
    const { package: of, came } = await steeredAgainstAcceptance(world, (db, broker, asked) =>
      widenRound(db, broker, { ...asked, toStep: 3 }),
    )
    const [first, ...others] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const closed =
      others.every(({ state }) => state === 'taken') && others.length === (came[1].outcome === 'done' ? 2 : 0)
    const right = came[0].outcome === 'done' && first?.state === 'accepted' && placed === 1 && closed
    return right ? undefined : `${said(came)}, ${first?.state}, ${others.map(({ state }) => state).join()}`
  },

  'one question, answered by two brokers': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const offer = one(offers)
    await answer(world, offer, { kind: 'ask', words: 'Is there a key safe?' })
    const reply = (words: string) =>
      world.act(
        (db): Promise<Came> =>
          answerQuestion(db, broker, { partnershipId: partnership.id, offerId: offer.id, words, at: minutesOn(6) }),
        broker,
      )
    const came = await Promise.all([reply('Yes.'), reply('There is one.')])
    const [first] = await world.offers(of.id)
    const told = await toldOf(world, of.id, 'brokerage.question-answered')
    return doneOf(came) === 1 && told === 1 && first?.state === 'open'
      ? undefined
      : `${said(came)}, ${told} told, ${first?.state}`
  },
}
