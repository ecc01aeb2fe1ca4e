/** Failures that are too many, within how many minutes, and for how many minutes the door then stays shut. */
export const lockOut = { failures: 5, withinMinutes: 15, forMinutes: 15 } as const

const minute = 60_000

/** Until when the door is shut after these failures since the last success, the oldest first; undefined when it is open. */
export function lockedUntil(failures: readonly Date[], now: Date): Date | undefined {
  for (let last = failures.length - 1; last >= lockOut.failures - 1; last -= 1) {
    const [first, fifth] = [failures[last - lockOut.failures + 1], failures[last]]
    if (!first || !fifth || fifth.getTime() - first.getTime() > lockOut.withinMinutes * minute) continue
    const until = new Date(fifth.getTime() + lockOut.forMinutes * minute)
    return until > now ? until : undefined
  }
  return undefined
}
