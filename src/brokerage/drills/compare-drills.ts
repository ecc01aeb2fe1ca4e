import type { DrillPerson, DrillResult } from './drill-result.ts'

/** What became of one person between two drills of the same closing. */
export interface DrillChange {
  readonly package: string
  readonly what: 'found' | 'lost' | 'new' | 'gone'
  readonly minutes: number
}

/** Two drills of the same closing side by side. */
export interface DrillComparison {
  /** Had nowhere to go before, and has now. */
  readonly found: readonly DrillChange[]
  /** Had somewhere to go before, and has no longer. */
  readonly lost: readonly DrillChange[]
  /** Was not with this provider before. */
  readonly arrived: readonly DrillChange[]
  /** Is no longer with this provider. */
  readonly gone: readonly DrillChange[]
  /** More (or, below 0, fewer) than before. */
  readonly people: number
  readonly unplacedPeople: number
  readonly unplacedMinutes: number
  readonly freeMinutes: number
  /** What placing them costs more a week than now, against before. */
  readonly extraPence: number
  /** Fewer people without a place is better, then fewer hours. */
  readonly verdict: 'better' | 'worse' | 'same'
}

/** What became better or worse since an earlier drill of the same closing. */
export function compareDrills(before: DrillResult, after: DrillResult): DrillComparison {
  const [then, now] = [byPackage(before.people), byPackage(after.people)]
  const of = (all: typeof now, what: DrillChange['what'], keep: (id: string) => boolean): DrillChange[] =>
    [...all].flatMap(([id, { minutes }]) => (keep(id) ? [{ package: id, what, minutes }] : [])).toSorted(byReference)
  const unplaced = ({ total }: DrillResult) => total.people - total.placedPeople
  const hours = ({ total }: DrillResult) => total.minutes - total.placedMinutes
  const extra = ({ total }: DrillResult) => total.penceAfter - total.pencePlacedNow
  const unplacedPeople = unplaced(after) - unplaced(before)
  const unplacedMinutes = hours(after) - hours(before)
  const worse = unplacedPeople || unplacedMinutes
  return {
    found: of(now, 'found', (id) => now.get(id)?.placed === true && then.get(id)?.placed === false),
    lost: of(now, 'lost', (id) => now.get(id)?.placed === false && then.get(id)?.placed === true),
    arrived: of(now, 'new', (id) => !then.has(id)),
    gone: of(then, 'gone', (id) => !now.has(id)),
    people: after.total.people - before.total.people,
    unplacedPeople,
    unplacedMinutes,
    freeMinutes: after.freeMinutes - before.freeMinutes,
    extraPence: extra(after) - extra(before),
    verdict: worse > 0 ? 'worse' : worse < 0 ? 'better' : 'same',
  }
}

/** Each person once: placed when all of what they lose is placed. */
function byPackage(
  people: readonly DrillPerson[],
): Map<string, { readonly placed: boolean; readonly minutes: number }> {
  const all = new Map<string, { placed: boolean; minutes: number }>()
  for (const one of people) {
    const known = all.get(one.package)
    all.set(one.package, {
      placed: (known?.placed ?? true) && one.to !== null,
      minutes: (known?.minutes ?? 0) + one.minutes,
    })
  }
  return all
}

const byReference = (a: DrillChange, b: DrillChange): number => (a.package < b.package ? -1 : 1)
