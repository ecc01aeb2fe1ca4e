import { hoursWords } from '../../core/ui/format.ts'
import type { PlacingInput } from '../solving/placing-input.ts'
import { bands } from '../visit-line.ts'

/** Whether everything that is kept with somebody has room there; otherwise a sentence on the first that has not. */
export function keptTooMuch({ problem, rooms, organisations }: PlacingInput): string | undefined {
  const locked = problem.packages.filter((one) => one.locked && one.current !== null)
  for (const [at, kept] of Map.groupBy(locked, ({ current }) => current)) {
    const provider = at === null ? undefined : problem.providers[at]
    const name = at === null ? '' : (organisations[rooms[at]?.organisation ?? -1]?.name ?? '')
    for (const area of new Set(kept.map((one) => one.area))) {
      for (const [band, part] of bands.entries()) {
        const wanted = kept.reduce((sum, one) => sum + (one.area === area ? (one.minutes[band] ?? 0) : 0), 0)
        const room = provider?.capacity.find((one) => one.area === area && one.band === band)?.minutes ?? 0
        if (wanted > room) {
          return `What is kept with ${name} comes to ${hoursWords(wanted)} a week in the ${part}, and it has ${hoursWords(room)}. Keep fewer packages with it.`
        }
      }
    }
    const all = kept.reduce((sum, { minutes }) => sum + minutes.reduce((week, one) => week + one, 0), 0)
    const cap = provider?.capMinutes ?? null
    if (cap !== null && all > cap) {
      return `What is kept with ${name} comes to ${hoursWords(all)} a week, and ${hoursWords(cap)} are counted of it. Keep fewer packages with it.`
    }
  }
  return undefined
}
