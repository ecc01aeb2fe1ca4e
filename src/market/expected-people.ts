import type { AgeBand, Sex } from '../evidence/index.ts'
import { type AgeCounts, peopleAged } from './age-counts.ts'

/** The share of people of one sex and age band who have a condition, from 0 to 1, with its 95% limits where they are known. */
export interface PrevalenceRate {
  readonly sex: Sex
  readonly ages: AgeBand
  readonly rate: number
  readonly limits: { readonly lower: number; readonly upper: number } | null
}

/** What one rate adds to the number expected. */
export interface ExpectedBand {
  readonly sex: Sex
  readonly ages: AgeBand
  readonly people: number
  readonly rate: PrevalenceRate
  readonly expected: number
}

export interface ExpectedPeople {
  readonly expected: number
  /** null when any rate has no limits. */
  readonly limits: { readonly lower: number; readonly upper: number } | null
  readonly bands: readonly ExpectedBand[]
}

/** Why a number can't be worked out. */
export type CannotExpect =
  | { readonly because: 'rates-do-not-fit' }
  | { readonly because: 'bands-cut'; readonly ages: AgeBand }

/**
 * People expected to have a condition: the sum over sex and band of people × rate, unrounded.
 * The limits are the sums of people × limit. They are outer limits, reached only if every band were at its own limit
 * at once, and so wider than a joint 95% interval.
 */
export function expectedPeople(
  counts: ReadonlyMap<Sex, AgeCounts>,
  rates: readonly PrevalenceRate[],
  asked: AgeBand,
): ExpectedPeople | CannotExpect {
  const used = ratesAged(rates, asked)
  if (!used) return { because: 'rates-do-not-fit' }
  const bands: ExpectedBand[] = []
  for (const rate of used) {
    const count = counts.get(rate.sex)
    const people = count && peopleAged(count, rate.ages)
    if (people === undefined) return { because: 'bands-cut', ages: rate.ages }
    bands.push({ sex: rate.sex, ages: rate.ages, people, rate, expected: people * rate.rate })
  }
  const sum = (share: (rate: PrevalenceRate) => number) =>
    withoutDust(bands.reduce((total, band) => total + band.people * share(band.rate), 0))
  const limited = bands.every(({ rate }) => rate.limits !== null)
  return {
    expected: sum((rate) => rate.rate),
    limits: limited
      ? { lower: sum((rate) => rate.limits?.lower ?? 0), upper: sum((rate) => rate.limits?.upper ?? 0) }
      : null,
    bands,
  }
}

/** Drops what binary fractions leave behind: rates have few decimals, so a millionth of a person is never real. */
const withoutDust = (value: number): number => Math.round(value * 1e6) / 1e6

/** The rates that cover the asked ages without gap or overhang, for each sex that has rates; undefined when they don't. */
function ratesAged(rates: readonly PrevalenceRate[], asked: AgeBand): PrevalenceRate[] | undefined {
  const within = rates
    .filter(({ ages }) => ages.from >= asked.from && (asked.to === null || (ages.to !== null && ages.to <= asked.to)))
    .toSorted((a, b) => a.ages.from - b.ages.from)
  const sexes = new Set(rates.map(({ sex }) => sex))
  const complete = [...sexes].every((sex) =>
    covers(
      within.filter((rate) => rate.sex === sex),
      asked,
    ),
  )
  const bothOrAll = sexes.has('all') ? sexes.size === 1 : sexes.has('female') && sexes.has('male')
  return rates.length > 0 && complete && bothOrAll ? within : undefined
}

function covers(rates: readonly PrevalenceRate[], asked: AgeBand): boolean {
  let next: number | null = asked.from
  for (const { ages } of rates) {
    if (next !== ages.from) return false
    next = ages.to === null ? null : ages.to + 1
  }
  return next === (asked.to === null ? null : asked.to + 1)
}
