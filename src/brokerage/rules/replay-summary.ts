import type { Id } from '../../core/values/index.ts'
import type { ReplayedOffer } from './past-round.ts'
import type { ReplayedRound } from './replay.ts'

/** What one side of a replay comes to. */
export interface ReplaySide {
  readonly offers: number
  readonly placedMinutes: number
  /** Rounds after which nothing was left. */
  readonly placedRounds: number
}

/** What a provider had then, and would have had. */
export interface ReplayShare {
  readonly organisationId: Id
  readonly organisation: string
  readonly offersBefore: number
  readonly offersAfter: number
  readonly minutesBefore: number
  readonly minutesAfter: number
  /** Of all that was placed; 0 where nothing was. */
  readonly shareBefore: number
  readonly shareAfter: number
}

/** What some rounds would have come to under a rule, beside what they came to. */
export interface ReplaySummary {
  readonly rounds: number
  /** Rounds in which the same would have happened. */
  readonly same: number
  readonly wantedMinutes: number
  readonly before: ReplaySide
  readonly after: ReplaySide
  /** Minutes that would have been placed with those who were not asked then, by what they had declared. */
  readonly byCapacityMinutes: number
  /** Offers to those of whom nobody knows what they would have said. */
  readonly unknownOffers: number
  readonly undecidedApprovals: number
  /** By what they would have, the most first. */
  readonly shares: readonly ReplayShare[]
}

const minutesOf = (offers: readonly ReplayedOffer[]): number => offers.reduce((sum, { minutes }) => sum + minutes, 0)

/** Sums up what a replay found. */
export function summaryOf(rounds: readonly ReplayedRound[]): ReplaySummary {
  const after = rounds.flatMap((round) => round.after)
  const before = rounds.flatMap((round) => round.before)
  const side = (which: 'before' | 'after'): ReplaySide => ({
    offers: rounds.reduce((sum, round) => sum + round[which].length, 0),
    placedMinutes: rounds.reduce((sum, round) => sum + minutesOf(round[which]), 0),
    placedRounds: rounds.filter((round) => minutesOf(round[which]) >= round.wantedMinutes).length,
  })
  return {
    rounds: rounds.length,
    same: rounds.filter(({ same }) => same).length,
    wantedMinutes: rounds.reduce((sum, { wantedMinutes }) => sum + wantedMinutes, 0),
    before: side('before'),
    after: side('after'),
    byCapacityMinutes: minutesOf(after.filter(({ basis }) => basis === 'capacity')),
    unknownOffers: after.filter(({ basis }) => basis === 'unknown').length,
    undecidedApprovals: rounds.reduce((sum, round) => sum + round.undecidedApprovals, 0),
    shares: sharesOf(before, after),
  }
}

function sharesOf(before: readonly ReplayedOffer[], after: readonly ReplayedOffer[]): ReplayShare[] {
  const [totalBefore, totalAfter] = [minutesOf(before), minutesOf(after)]
  const of = (all: readonly ReplayedOffer[]) => Map.groupBy(all, ({ organisationId }) => organisationId)
  const [byThen, byNow] = [of(before), of(after)]
  const share = (minutes: number, total: number) => (total === 0 ? 0 : minutes / total)
  return [...new Map([...before, ...after].map((one) => [one.organisationId, one.organisation]))]
    .map(([organisationId, organisation]) => {
      const [offersBefore, offersAfter] = [byThen.get(organisationId) ?? [], byNow.get(organisationId) ?? []]
      const [minutesBefore, minutesAfter] = [minutesOf(offersBefore), minutesOf(offersAfter)]
      return {
        organisationId,
        organisation,
        offersBefore: offersBefore.length,
        offersAfter: offersAfter.length,
        minutesBefore,
        minutesAfter,
        shareBefore: share(minutesBefore, totalBefore),
        shareAfter: share(minutesAfter, totalAfter),
      }
    })
    .toSorted(
      (a, b) =>
        b.minutesAfter - a.minutesAfter || b.offersAfter - a.offersAfter || (a.organisation < b.organisation ? -1 : 1),
    )
}
