import { systemActor } from '../../../core/auth/index.ts'
import { addDays, londonDate, randomOf } from '../../../core/values/index.ts'
import { handBack } from '../../placements/commands/hand-back.ts'
import { suspendPlacement } from '../../placements/commands/rest-placement.ts'
import { turnDays } from '../../placements/commands/turn-days.ts'
import { tellDueSpells } from '../../unmet/commands/tell-due-spells.ts'
import { givenNow } from '../queries/week-stand.ts'
import { reasonFor } from '../temper.ts'
import type { Playing } from './playing.ts'

/** What days by themselves change. */
export async function turnDay({ database, partnership }: Playing, at: Date): Promise<void> {
  await turnDays(database, at, partnership.id)
  await tellDueSpells(database, at, partnership.id)
}

/** Somebody goes to hospital, and now and then a provider gives care back with notice. */
export async function changeCare(playing: Playing, at: Date): Promise<void> {
  const { partnership, people, seed } = playing
  const partnershipId = partnership.id
  const today = londonDate(at)
  const random = randomOf(`${seed} change ${today}`)
  const given = await playing.act(systemActor(partnershipId), (db) => givenNow(db, partnershipId, at))
  if (given.length < 2) return
  const [resting, ending] = random.shuffled(given)
  if (resting && random.chance(0.6)) {
    const asked = { partnershipId, placementId: resting.id, from: today, until: null, reason: 'hospital' as const, at }
    const done = await playing.act(people.broker, (db) => suspendPlacement(db, people.broker, asked))
    if (done.outcome === 'done') playing.tell(at, 'rests')
  }
  if (ending && random.chance(0.3)) {
    const reason = reasonFor(random, false)
    const asked = { partnershipId, placementId: ending.id, on: addDays(today, 28), reason, at }
    const done = await playing.act(people.broker, (db) => handBack(db, people.broker, asked))
    if (done.outcome === 'done') playing.tell(at, 'handed back')
  }
}
