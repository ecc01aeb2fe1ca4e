import type { Actor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { OfferRule } from '../../offer-rule.ts'
import type { PastRound } from '../past-round.ts'
import { type ReplayedRound, replayRounds } from '../replay.ts'
import { newCourse } from '../replay-course.ts'
import { pastRounds } from './past-rounds.ts'

/** How many rounds are read at a time. */
const atOnce = 100

/** Past rounds as they would have gone under a rule, in the order in which they were opened; and whether some are left out. */
export async function replayPast(
  database: Database,
  actor: Actor,
  {
    partnershipId,
    rule,
    from,
    to,
    most = Number.POSITIVE_INFINITY,
  }: {
    readonly partnershipId: Id
    readonly rule: OfferRule
    readonly from: Date
    readonly to: Date
    /** At most so many rounds are looked at. */
    readonly most?: number | undefined
  },
): Promise<{ readonly rounds: readonly ReplayedRound[]; readonly more: boolean }> {
  const course = newCourse()
  const rounds: ReplayedRound[] = []
  const { serviceType } = rule
  let [read, after]: [number, PastRound | undefined] = [0, undefined]
  for (;;) {
    const limit = Math.min(atOnce, most - read)
    if (limit <= 0) return { rounds, more: true }
    const asked = { serviceType, from, to, after, limit }
    const some: PastRound[] = await asActor(database, actor, (db) => pastRounds(db, partnershipId, asked))
    rounds.push(...replayRounds(rule, some, course))
    read += some.length
    after = some.at(-1)
    if (some.length < limit) return { rounds, more: false }
  }
}
