import type { Obstacle, Problem } from '../../engines/allocation/index.ts'
import { hoursWords } from '../requests/care-words.ts'
import { bands } from '../visit-line.ts'

/** What stands in the way of somebody's taking a package, in words that follow its name; null for nothing but the weights. */
export function obstacleWords(
  { packages, providers }: Problem,
  { package: at, provider }: { readonly package: number; readonly provider: number },
  obstacle: Obstacle | null,
): string {
  switch (obstacle?.because) {
    case undefined:
      return 'has room, but that weighs less than what it would cost'
    case 'forbidden':
      return 'was refused for it here'
    case 'no-room': {
      const { area, minutes } = packages[at] ?? { area: -1, minutes: [] }
      const whole = (band: number) =>
        providers[provider]?.capacity.find((one) => one.area === area && one.band === band)?.minutes ?? 0
      const parts = listWords(obstacle.bands.map((band) => bands[band] ?? ''))
      const never = obstacle.bands.some((band) => whole(band) < (minutes[band] ?? 0))
      return never ? `has too few hours free in the ${parts}` : `has no hours left in the ${parts}`
    }
    case 'cap':
      return 'would come to more hours than are counted of it'
    case 'share':
      return 'would have more than its share of the area’s hours'
    case 'run':
      return `would have less than a run of ${hoursWords(obstacle.minutes)} in the area`
    case 'leaving-run':
      return 'would leave the one proposed with too short a run'
  }
}

/** "the morning, midday and evening" */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
