import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { PastRound, ReplayedOffer } from './past-round.ts'

/** What the rounds before changed of what a round sees. */
export interface Course {
  /** Somebody as the round would have seen them. */
  readonly candidate: (one: Candidate, round: Pick<PastRound, 'openedAt'>) => Candidate
  /** Takes down what a round placed otherwise than it did. */
  readonly told: (round: PastRound, now: readonly ReplayedOffer[]) => void
}

/** As the shares of hours are counted. */
const shareTime = 28 * 86_400_000

/** The course of a replay, in which nothing has gone otherwise yet. */
export function newCourse(): Course {
  const placed = new Map<Id, { readonly at: number; readonly minutes: number }[]>()
  const asked = new Map<Id, string>()
  /** Times at which somebody was asked and now would not have been. */
  const unasked = new Set<string>()
  return {
    candidate: (one, { openedAt }) => {
      const others = placed.get(one.organisationId) ?? []
      const recent = others.filter(({ at }) => at > openedAt.getTime() - shareTime)
      const sum = (all: typeof others) => all.reduce((total, { minutes }) => total + minutes, 0)
      const own =
        one.lastAskedAt !== null && unasked.has(`${one.organisationId} ${one.lastAskedAt}`) ? null : one.lastAskedAt
      const other = asked.get(one.organisationId) ?? null
      return {
        ...one,
        placedMinutes: Math.max(0, one.placedMinutes + sum(recent)),
        freeMinutes: one.freeMinutes === null ? null : one.freeMinutes - sum(others),
        lastAskedAt: own === null || (other !== null && other > own) ? other : own,
      }
    },
    told: ({ openedAt, offers }, now) => {
      const ids = new Set([...offers, ...now].map(({ organisationId }) => organisationId))
      for (const id of ids) {
        const then = offers.find(({ organisationId }) => organisationId === id)
        const here = now.find(({ organisationId }) => organisationId === id)
        if (then && !here) unasked.add(`${id} ${then.sentAt.toISOString()}`)
        if (here && !then) asked.set(id, openedAt.toISOString())
        const minutes = (here?.minutes ?? 0) - (then?.acceptedMinutes ?? 0)
        if (minutes !== 0) placed.set(id, [...(placed.get(id) ?? []), { at: openedAt.getTime(), minutes }])
      }
    },
  }
}
