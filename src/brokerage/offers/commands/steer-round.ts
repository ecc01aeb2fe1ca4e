import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { setPackageState } from '../../requests/commands/set-package-state.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { resting, running, windowOf } from '../clock.ts'
import { type Outcome, refused } from '../outcome.ts'
import { offersOfRound } from '../queries/offer.ts'
import { openRoundOf } from '../queries/round.ts'
import { attempting } from './attempting.ts'
import { changeOffer } from './change-offer.ts'
import { closeRound, dropApprovals } from './close-round.ts'
import { endOffers } from './end-offers.ts'
import { nextInRound } from './next-in-round.ts'
import { hint } from './notice.ts'
import { isLive, lockRound, type RoundUnderWay } from './open-offers.ts'
import type { SentOffer } from './send-offers.ts'
import { setRound } from './set-round.ts'

/** Whose round is steered, as it was seen. */
interface RoundToSteer {
  readonly partnershipId: Id
  readonly packageId: Id
  readonly version: number
  readonly at: Date
}

const steering = <Done extends object>(
  db: Db,
  actor: Actor,
  { partnershipId, packageId, version, at }: RoundToSteer,
  body: (work: Work, standing: RoundUnderWay) => Promise<Outcome<Done>>,
): Promise<Outcome<Done>> =>
  attempting<Done>({ db, partnershipId, actor, at }, async (work) => {
    const standing = await lockRound(work, packageId, version)
    if ('outcome' in standing) return standing
    const done = await body(work, standing)
    if (done.outcome === 'done') await tellSpell(work, packageId)
    return done
  })

/** What is known of a round that is taken back. */
type RoundTakenBack = Pick<RoundUnderWay, 'round' | 'offers'> & { readonly package: { readonly id: Id } }

const tell = (
  work: Work,
  event: string,
  { package: of, round }: Omit<RoundTakenBack, 'offers'>,
  more: object = {},
): void => {
  work.told.push({
    event: `brokerage.${event}`,
    subject: { kind: 'package', id: of.id },
    payload: { roundId: round.id, ...more },
  })
}

/** Stops the clocks of a round: who was asked may still answer, nobody else is asked. */
export const pauseRound = (db: Db, actor: Actor, asked: RoundToSteer): Promise<Outcome> =>
  steering(db, actor, asked, async (work, standing) => {
    const { round, offers, time } = standing
    if (round.state === 'paused') return refused('decided', 'The clocks are stopped already.')
    for (const offer of offers.filter(({ state }) => state === 'open')) {
      await changeOffer(work, offer.id, resting(time, work.at, offer))
    }
    await setRound(work, round.id, { state: 'paused', paused_at: work.at })
    tell(work, 'round-paused', standing)
    return { outcome: 'done' }
  })

/** Lets the clocks run on where they stopped. */
export const resumeRound = (db: Db, actor: Actor, asked: RoundToSteer): Promise<Outcome> =>
  steering(db, actor, asked, async (work, standing) => {
    const { round, offers, time, approvals } = standing
    if (round.state !== 'paused') return refused('decided', 'The clocks are running.')
    const faces = []
    for (const offer of offers.filter(({ state }) => state === 'open')) {
      const face = running(time, work.at, offer.leftMinutes ?? 0, windowOf(time, offer.step))
      await changeOffer(work, offer.id, face)
      faces.push(face)
    }
    await hint(
      work,
      faces.flatMap(({ due_at, remind_at }) => [remind_at, due_at]),
    )
    const state = approvals.some((one) => one.state === 'asked') ? 'approval' : 'running'
    await setRound(work, round.id, { state, paused_at: null })
    tell(work, 'round-resumed', standing)
    const now = await offersOfRound(db, work.partnershipId, round.id)
    await nextInRound(work, { ...standing, offers: now, round: { ...round, state } })
    return { outcome: 'done' }
  })

/** Asks from a later step on without waiting for those asked before, who keep their offers. */
export const widenRound = (
  db: Db,
  actor: Actor,
  { toStep, ...asked }: RoundToSteer & { readonly toStep: number },
): Promise<Outcome<{ readonly sent: readonly SentOffer[] }>> =>
  steering(db, actor, asked, async (work, standing) => {
    const { round, time } = standing
    const last = time.rule.steps.length
    const under = Math.max(round.step, round.fromStep)
    if (round.state === 'paused') return refused('decided', 'The clocks are stopped. Let them run first.')
    if (!Number.isInteger(toStep) || toStep <= under || toStep > last) {
      return refused(
        'bad-step',
        under < last ? `Choose a step from ${under + 1} to ${last}.` : 'This is the last step of the rule.',
      )
    }
    await dropApprovals(work, round.id, 'A later step was asked before this was decided.')
    await setRound(work, round.id, { from_step: toStep, state: 'running' })
    tell(work, 'round-widened', standing, { fromStep: toStep, beforeStep: under })
    const approvals = standing.approvals.map((one) =>
      one.state === 'asked' ? { ...one, state: 'declined' as const } : one,
    )
    const next = { ...round, fromStep: toStep, state: 'running' as const }
    const sent = await nextInRound(work, { ...standing, round: next, approvals })
    return { outcome: 'done', sent }
  })

/** Takes every offer of a round back. */
export const cancelRound = (db: Db, actor: Actor, asked: RoundToSteer): Promise<Outcome> =>
  steering(db, actor, asked, async (work, standing) => {
    await takeBack(work, standing)
    await setPackageState(work, asked.packageId, 'waiting')
    return { outcome: 'done' }
  })

async function takeBack(work: Work, { package: { id }, round, offers }: RoundTakenBack): Promise<void> {
  await closeRound(work, round.id, { state: 'cancelled', outcome: null })
  await endOffers(work, id, offers.filter(isLive), 'cancelled')
  tell(work, 'round-cancelled', { package: { id }, round })
}

/** Takes the open round of a locked package back, if there is one, as a part of other work on it; the package's state is the caller's. */
export async function withdrawRound(work: Work, packageId: Id): Promise<void> {
  const { db, partnershipId } = work
  const round = await openRoundOf(db, partnershipId, packageId)
  if (!round) return
  const offers = await offersOfRound(db, partnershipId, round.id)
  await takeBack(work, { package: { id: packageId }, round, offers })
}
