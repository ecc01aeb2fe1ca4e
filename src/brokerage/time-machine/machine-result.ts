import type { Id } from '../../core/values/index.ts'
import { askedAs } from './asked-as.ts'
import type { MachineInput } from './past-care.ts'
import type { CourseOfPeriod, PlacedThen } from './simulate.ts'

/** What a figure came to over the seeds: the middle one, the lowest and the highest. */
export interface Range {
  readonly middle: number
  readonly low: number
  readonly high: number
}

/** A course in figures; minutes are carers' minutes a week. */
export interface CourseFigures {
  readonly placedMinutes: number
  readonly unmetMinutes: number
  readonly offers: number
  /** A week, of what has a price. */
  readonly pence: number
  readonly unpricedMinutes: number
  /** Metres between base and area, on average over the hours of which it is known; null where it is of none. */
  readonly metres: number | null
  readonly metresMinutes: number
}

type Ranges = { readonly [figure in keyof CourseFigures]: Range | null }

/** What one provider had then, has as it was under this method, and has under the change. */
export interface ProviderShare {
  readonly organisationId: Id
  readonly organisation: string
  readonly thenMinutes: number
  readonly asItWas: Range
  readonly changed: Range
}

/** What a replay found; kept with its run. */
export interface MachineResult {
  readonly rounds: number
  readonly packages: number
  readonly leftOut: number
  readonly seeds: number
  /** What really happened. */
  readonly asItWent: CourseFigures
  /** The same lots, ranks and rules, with drawn answers. */
  readonly asItWas: Ranges
  readonly changed: Ranges
  /** Seed by seed: what is more under the change. */
  readonly difference: { readonly placedMinutes: Range; readonly pence: Range }
  /** Seeds in which more, and in which less, was placed under the change. */
  readonly more: number
  readonly less: number
  readonly undecidedApprovals: number
  /** By what they have under the change, the most first. */
  readonly providers: readonly ProviderShare[]
}

/** What really happened, as a course. */
export function courseThen({ rules, rounds }: Pick<MachineInput, 'rules' | 'rounds'>): CourseOfPeriod {
  const left = new Map<string, number>()
  const placed = rounds.flatMap((round): PlacedThen[] => {
    const given = round.offers.filter(({ acceptedMinutes }) => acceptedMinutes > 0)
    const sum = given.reduce((total, { acceptedMinutes }) => total + acceptedMinutes, 0)
    left.set(round.reference, Math.max(0, round.wantedMinutes - sum))
    return given.map(({ organisationId, organisation, step, acceptedMinutes }) => {
      const one = askedAs(rules[round.rule], step, round.candidates, organisationId)
      const hourly = one?.hourlyPence ?? null
      const pence = hourly === null ? null : Math.round((hourly * acceptedMinutes) / 60)
      const metres = one?.distance ?? null
      return { roundId: round.id, organisationId, organisation, minutes: acceptedMinutes, pence, metres }
    })
  })
  const offers = rounds.reduce((sum, round) => sum + round.offers.length, 0)
  const unmetMinutes = [...left.values()].reduce((sum, minutes) => sum + minutes, 0)
  return { placed, unmetMinutes, offers, undecidedApprovals: 0 }
}

/** A course in figures. */
export function figuresOf({ placed, unmetMinutes, offers }: CourseOfPeriod): CourseFigures {
  const sum = (of: (one: PlacedThen) => number) => placed.reduce((total, one) => total + of(one), 0)
  const metresMinutes = sum(({ metres, minutes }) => (metres === null ? 0 : minutes))
  return {
    placedMinutes: sum(({ minutes }) => minutes),
    unmetMinutes,
    offers,
    pence: sum(({ pence }) => pence ?? 0),
    unpricedMinutes: sum(({ pence, minutes }) => (pence === null ? minutes : 0)),
    metres:
      metresMinutes === 0 ? null : Math.round(sum(({ metres, minutes }) => (metres ?? 0) * minutes) / metresMinutes),
    metresMinutes,
  }
}

/** The middle, lowest and highest of some values. */
export function rangeOf(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0] = sorted
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  const lower = sorted.length % 2 === 0 ? (sorted[half - 1] ?? upper) : upper
  return { middle: Math.round((lower + upper) / 2), low, high: sorted.at(-1) ?? 0 }
}

/** Two courses of each seed, beside what really happened. */
export interface CoursesOfSeed {
  readonly asItWas: CourseOfPeriod
  readonly changed: CourseOfPeriod
}

/** Sums up a replay over its seeds. */
export function machineResult(
  input: Pick<MachineInput, 'rules' | 'rounds' | 'leftOut'>,
  courses: readonly CoursesOfSeed[],
): MachineResult {
  const asItWas = courses.map((one) => figuresOf(one.asItWas))
  const changed = courses.map((one) => figuresOf(one.changed))
  const gains = changed.map((one, at) => ({
    placedMinutes: one.placedMinutes - (asItWas[at]?.placedMinutes ?? 0),
    pence: one.pence - (asItWas[at]?.pence ?? 0),
  }))
  const went = courseThen(input)
  return {
    rounds: input.rounds.length,
    packages: new Set(input.rounds.map(({ reference }) => reference)).size,
    leftOut: input.leftOut,
    seeds: courses.length,
    asItWent: figuresOf(went),
    asItWas: rangesOf(asItWas),
    changed: rangesOf(changed),
    difference: {
      placedMinutes: rangeOf(gains.map(({ placedMinutes }) => placedMinutes)),
      pence: rangeOf(gains.map(({ pence }) => pence)),
    },
    more: gains.filter(({ placedMinutes }) => placedMinutes > 0).length,
    less: gains.filter(({ placedMinutes }) => placedMinutes < 0).length,
    undecidedApprovals: Math.max(0, ...courses.map((one) => one.changed.undecidedApprovals)),
    providers: providersOf(went, courses),
  }
}

function rangesOf(all: readonly CourseFigures[]): Ranges {
  const range = (of: (one: CourseFigures) => number | null): Range | null => {
    const known = all.flatMap((one) => of(one) ?? [])
    return known.length === 0 ? null : rangeOf(known)
  }
  return {
    placedMinutes: range((one) => one.placedMinutes),
    unmetMinutes: range((one) => one.unmetMinutes),
    offers: range((one) => one.offers),
    pence: range((one) => one.pence),
    unpricedMinutes: range((one) => one.unpricedMinutes),
    metres: range((one) => one.metres),
    metresMinutes: range((one) => one.metresMinutes),
  }
}

function providersOf(went: CourseOfPeriod, courses: readonly CoursesOfSeed[]): ProviderShare[] {
  const names = new Map<Id, string>()
  const minutesOf = ({ placed }: CourseOfPeriod): Map<Id, number> => {
    const sums = new Map<Id, number>()
    for (const { organisationId, organisation, minutes } of placed) {
      names.set(organisationId, organisation)
      sums.set(organisationId, (sums.get(organisationId) ?? 0) + minutes)
    }
    return sums
  }
  const before = minutesOf(went)
  const asItWas = courses.map((one) => minutesOf(one.asItWas))
  const changed = courses.map((one) => minutesOf(one.changed))
  return [...names]
    .map(([organisationId, organisation]) => ({
      organisationId,
      organisation,
      thenMinutes: before.get(organisationId) ?? 0,
      asItWas: rangeOf(asItWas.map((sums) => sums.get(organisationId) ?? 0)),
      changed: rangeOf(changed.map((sums) => sums.get(organisationId) ?? 0)),
    }))
    .toSorted(
      (a, b) =>
        b.changed.middle - a.changed.middle ||
        b.asItWas.middle - a.asItWas.middle ||
        (a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : 0),
    )
}
