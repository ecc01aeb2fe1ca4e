import { number as figure, percent } from '../../core/ui/format.ts'
import type { ReplaySummary } from './replay-summary.ts'

/** Hours of minutes, to the half hour: "12.5". */
export const hoursOf = (minutes: number): string => figure(Math.round(minutes / 30) / 2)

/** What a trial found, in a sentence that can stand as a heading. */
export function replayHeading({ rounds, same, before, after }: ReplaySummary): string {
  if (rounds === 0) return 'No past round to try it on'
  if (same === rounds) return `Nothing would have changed in ${counted(rounds, 'round')}`
  const change = after.placedMinutes - before.placedMinutes
  if (change === 0) return `${hoursOf(before.placedMinutes)} hours a week would have been placed, as they were`
  const more = change > 0 ? 'more' : 'fewer'
  return `About ${hoursOf(Math.abs(change))} hours a week ${more} would have been placed`
}

/** What the trial rests on, in sentences. */
export function replayNotes(summary: ReplaySummary): string[] {
  const { rounds, same, wantedMinutes, byCapacityMinutes, unknownOffers, undecidedApprovals } = summary
  if (rounds === 0) return ['No round that this rule would decide went to its end in these days.']
  return [
    `${counted(rounds, 'round')} asked for ${hoursOf(wantedMinutes)} hours a week; in ${same === 0 ? 'none' : figure(same)} of them the same providers would have been asked, with the same answers.`,
    'Whoever was asked then answers as they did.',
    ...(byCapacityMinutes > 0
      ? [`${hoursOf(byCapacityMinutes)} hours rest on what providers who were not asked then had declared free.`]
      : []),
    ...(unknownOffers > 0
      ? [
          `${counted(unknownOffers, 'offer')} would have gone to providers of whom nobody knows what they would have said: counted as a no.`,
        ]
      : []),
    ...(undecidedApprovals > 0
      ? [
          `${counted(undecidedApprovals, 'price')} would have needed an approval that was not asked for then: counted as a no.`,
        ]
      : []),
  ]
}

const counted = (count: number, one: string): string => `${figure(count)} ${one}${count === 1 ? '' : 's'}`

/** A share of what was placed. */
export const shareWords = (share: number): string => percent(Math.round(100 * share))
