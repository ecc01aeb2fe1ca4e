import {
  type AgeBand,
  agesHeading,
  agesInWords,
  agesText,
  citation,
  type RowsBehind,
  type Sex,
  type Source,
} from '../evidence/index.ts'
import type { AgeCounts } from './age-counts.ts'
import type { Working } from './answer.ts'
import { type EditionName, editionInWords } from './edition.ts'
import { type ExpectedBand, type ExpectedPeople, expectedPeople, type PrevalenceRate } from './expected-people.ts'
import { figureId } from './figure-id.ts'
import { peopleInWords, sexInWords } from './people-in-words.ts'
import {
  type Counted,
  countedIn,
  type Edition,
  editionsWith,
  type Population,
  thatAre,
  withYear,
} from './population.ts'
import { bandsDoNotFit } from './population-figure.ts'

/** The rates of one condition from one source. */
export interface Rates {
  readonly measure: string
  readonly source: Source
  readonly rates: readonly PrevalenceRate[]
}

/** For whom a number is expected; by default the people of all the ages that the rates cover. */
export interface ConditionAsked extends Partial<EditionName> {
  readonly year?: number | undefined
  readonly ages?: AgeBand | undefined
}

/** How many people are expected to have a condition, by the rates of one source, with the rows that were multiplied. */
export function conditionFigureOf(population: Population, from: Rates, asked: ConditionAsked): Working {
  const { area } = population
  const wanted = withYear(population, asked)
  if (!wanted) return { missing: `No population figures of ${area.name} have been imported.` }
  const { year } = wanted
  const editions = editionsWith(population, year)
  const edition = editions.filter(thatAre(wanted)).find((one) => countsFor(population, one, year, from.rates))
  const counts = edition && countsFor(population, edition, year, from.rates)
  if (!counts) return { missing: `No population figures of ${area.name} by sex for ${year} have been imported.` }
  const ages = asked.ages ?? agesCovered(from.rates)
  const expected = expectedPeople(counts, from.rates, ages)
  if ('because' in expected) {
    const counted = [...counts.values()][0]
    return expected.because === 'bands-cut' && counted
      ? { missing: bandsDoNotFit(population, edition, year, counted, expected.ages) }
      : { missing: ratesDoNotFit(from, ages) }
  }
  const usual = editions[0] === edition
  const id = { measure: from.measure, area: area.code, year, toYear: null, ages, sex: 'all' as const }
  return {
    figure: {
      id: figureId({ ...id, edition: usual ? null : edition }),
      measure: from.measure,
      label: `${peopleInWords('all', ages)} expected to have ${conditionInWords(from.measure)}`,
      value: expected.expected,
      unit: 'people',
      period: String(year),
      area,
      ages: agesText(ages),
      sex: 'all',
      basis: edition.kind,
      interval: expected.limits && { ...expected.limits, kind: 'outer' },
      comparator: null,
      method: methodOf(edition, from, expected),
      sources: [citation(from.source, null), citation(edition.source, `${area.name}, ${year}`)],
      status: 'derived',
      note: from.source.note,
      suppressed: false,
    },
    get behind() {
      return behind(expected.bands, counts)
    },
  }
}

/** A condition as a sentence names it. */
export const conditionInWords = (measure: string): string => measure.replaceAll('-', ' ')

/** People of each sex that the rates are given for; undefined when one is missing. */
function countsFor(population: Population, edition: Edition, year: number, rates: readonly PrevalenceRate[]) {
  const counts = new Map<Sex, AgeCounts & Counted>()
  for (const sex of new Set(rates.map((rate) => rate.sex))) {
    const counted = countedIn(population, edition, year, sex)
    if (!counted) return undefined
    counts.set(sex, counted)
  }
  return counts
}

/** From the youngest age that has a rate to the oldest. */
function agesCovered(rates: readonly PrevalenceRate[]): AgeBand {
  const open = rates.some(({ ages }) => ages.to === null)
  const to = open ? null : Math.max(...rates.map(({ ages }) => ages.to ?? 0))
  return { from: Math.min(...rates.map(({ ages }) => ages.from)), to }
}

function ratesDoNotFit({ measure, source, rates }: Rates, asked: AgeBand): string {
  const bands = [...new Set(rates.map(({ ages }) => agesHeading(ages)))]
  return `The rates of ${conditionInWords(measure)} in “${source.title}” are for ${bands.join(', ')}; people ${agesInWords(asked)} can’t be made up of them.`
}

const methodOf = (edition: Edition, { measure, source }: Rates, { limits }: ExpectedPeople): string =>
  [
    `The people of each sex and age band in the ${editionInWords(edition)} are multiplied by the share of that sex and band with ${conditionInWords(measure)} in “${source.title}”, and added up.`,
    ...(limits
      ? [
          'The limits are the 95% limits of each band added up. They are outer limits: every band would have to be at its own limit at once, so the true 95% range is narrower.',
        ]
      : []),
    'The rates are taken to stay as they were measured.',
  ].join(' ')

function behind(bands: readonly ExpectedBand[], counts: ReadonlyMap<Sex, Counted>): RowsBehind {
  const texts = ['Ages', 'Sex']
  const numbers = ['People', 'Rate', 'Lower rate', 'Upper rate', 'Expected', 'Lower', 'Upper']
  const column = (numeric: boolean) => (label: string) => ({
    key: label.toLowerCase().replaceAll(' ', '_'),
    label,
    numeric,
  })
  return {
    columns: [
      ...texts.map(column(false)),
      ...numbers.map(column(true)),
      ...['Edition', 'File', 'Lines'].map(column(false)),
    ],
    rows: bands.map(({ sex, ages, people, rate, expected }) => {
      const rows = counts.get(sex)?.rows ?? []
      return [
        agesHeading(ages),
        sexInWords(sex),
        people,
        rate.rate,
        rate.limits?.lower ?? null,
        rate.limits?.upper ?? null,
        expected,
        rate.limits ? people * rate.limits.lower : null,
        rate.limits ? people * rate.limits.upper : null,
        rows[0] ? editionInWords(rows[0].edition) : null,
        rows[0]?.file ?? null,
        rows.map((row) => row.line).join(', '),
      ]
    }),
  }
}
