import { systemActor } from '../../../core/auth/index.ts'
import { addDays, type IsoDate, londonDate, type Random, randomOf } from '../../../core/values/index.ts'
import { answerQuestion } from '../../offers/commands/answer-question.ts'
import { decideApproval } from '../../offers/commands/decide-approval.ts'
import { decideProposal } from '../../offers/commands/decide-proposal.ts'
import { dueWork } from '../../offers/commands/due-work.ts'
import { startPlacement } from '../../placements/commands/start-placement.ts'
import { dueAfter, minutesLeft } from '../../rules/working-clock.ts'
import { type WaitingOffer, weekStand } from '../queries/week-stand.ts'
import { answerTo, reactionTo, reasonFor } from '../temper.ts'
import { deskMinutesAfter } from '../week-course.ts'
import type { Playing } from './playing.ts'

/** Puts down who does what next about everything that waits for somebody, and when the next thing falls due by itself. */
export async function lookAround(playing: Playing, at: Date): Promise<void> {
  const { agenda, database, partnership } = playing
  const partnershipId = partnership.id
  const stand = await playing.act(systemActor(partnershipId), (db) => weekStand(db, partnershipId, at))
  for (const offer of stand.offers) {
    if (!isFirst(playing, `${offer.id} ${offer.state} ${offer.dueAt?.getTime()}`)) continue
    if (offer.state === 'open') putAnswer(playing, offer, at)
    else putDecision(playing, offer, at)
  }
  for (const { id } of stand.approvals) if (isFirst(playing, id)) putApproval(playing, id, at)
  for (const { id, startsOn } of stand.starts) if (isFirst(playing, id)) putStart(playing, id, startsOn)
  const { dueAt } = stand
  if (dueAt && isFirst(playing, `due ${dueAt.getTime()}`))
    agenda.put(dueAt > at ? dueAt : at, async (due) => {
      const { lapsed } = await dueWork(database, due, partnershipId)
      for (let count = 0; count < lapsed; count += 1) playing.tell(due, 'lapsed')
    })
}

/** Whether a matter is seen for the first time; it is in hand from then on. */
function isFirst({ inHand }: Playing, key: string): boolean {
  const before = inHand.size
  return inHand.add(key).size > before
}

function putAnswer(playing: Playing, offer: WaitingOffer, at: Date): void {
  const { agenda, ground, seed } = playing
  const { id, reference, organisationId, dueAt, hours } = offer
  if (!dueAt || dueAt <= at) return
  const isSecond = !isFirst(playing, `${id} first`)
  const random = randomOf(`${seed} ${reference} ${isSecond ? 'second' : 'first'}`)
  const reaction = reactionTo(random, minutesLeft(ground.calendar, hours, at, dueAt))
  if (reaction.kind === 'silent') return
  agenda.put(dueAfter(ground.calendar, hours, at, reaction.afterMinutes), (now) =>
    giveAnswer(playing, random, { organisationId, offerId: id, reference, at: now }, isSecond),
  )
}

async function giveAnswer(
  playing: Playing,
  random: Random,
  asked: Parameters<Playing['door']['see']>[0],
  isSecond: boolean,
): Promise<void> {
  const { door } = playing
  const seen = await door.see(asked)
  if (!seen) return
  const tomorrow = addDays(londonDate(asked.at), 1)
  const answer = answerTo(random, { ...seen, startBy: seen.startBy > tomorrow ? seen.startBy : tomorrow }, isSecond)
  const taken = await door.answer(asked, answer)
  playing.tell(asked.at, taken.taken ? answer.kind : 'refused')
  if (taken.taken && answer.kind !== 'interest') return
  // What can't be taken after all is declined, and who showed interest makes up their mind.
  const then = taken.taken
    ? answerTo(random, seen, true)
    : ({ kind: 'decline', words: '', reason: reasonFor(random, false) } as const)
  const later = await door.answer(asked, then)
  if (later.taken) playing.tell(asked.at, then.kind)
}

/** The broker answers a question, or decides about other times. */
function putDecision(playing: Playing, { id: offerId, reference, state }: WaitingOffer, at: Date): void {
  const { agenda, ground, people, partnership, seed } = playing
  const random = randomOf(`${seed} ${reference} decision`)
  const partnershipId = partnership.id
  agenda.put(deskMinutesAfter(ground.calendar, at, random.between(6, 50)), async (now) => {
    const decide = (accept: boolean) =>
      playing.act(people.broker, (db) => decideProposal(db, people.broker, { partnershipId, offerId, accept, at: now }))
    const answer = () =>
      playing.act(people.broker, (db) =>
        answerQuestion(db, people.broker, { partnershipId, offerId, words: 'Yes, as the plan says.', at: now }),
      )
    const outcome = state === 'asked' ? await answer() : await decide(random.chance(0.75))
    if (outcome.outcome === 'done') playing.tell(now, state === 'asked' ? 'question answered' : 'proposal decided')
    // What can't be agreed to after all is kept as it was asked for.
    else if (state === 'proposed' && (await decide(false)).outcome === 'done') playing.tell(now, 'proposal decided')
  })
}

function putApproval(playing: Playing, approvalId: string, at: Date): void {
  const { agenda, ground, people, partnership, seed } = playing
  const random = randomOf(`${seed} approval ${playing.inHand.size}`)
  agenda.put(deskMinutesAfter(ground.calendar, at, random.between(15, 90)), async (now) => {
    const asked = { partnershipId: partnership.id, approvalId, approve: random.chance(0.8), words: '', at: now }
    const outcome = await playing.act(people.approver, (db) => decideApproval(db, people.approver, asked))
    if (outcome.outcome === 'done') playing.tell(now, 'price decided')
  })
}

/** Care that was agreed begins on its day, and the broker confirms it in the morning. */
function putStart(playing: Playing, placementId: string, startsOn: IsoDate): void {
  const { agenda, people, partnership } = playing
  agenda.put(new Date(`${startsOn}T10:30:00Z`), async (now) => {
    const asked = { partnershipId: partnership.id, placementId, startedOn: startsOn, at: now }
    const outcome = await playing.act(people.broker, (db) => startPlacement(db, people.broker, asked))
    if (outcome.outcome === 'done') playing.tell(now, 'started')
  })
}
