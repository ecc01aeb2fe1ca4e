import { type Figure, type FigureUnit, isFigureUnit, unitWords } from '../../evidence/index.ts'
import { inDigits } from '../answer.ts'
import { conditionFigureOf, type Rates } from '../condition-figure.ts'
import type { Population } from '../population.ts'
import { inSentence } from './in-sentence.ts'
import type { PartRow, Side } from './side.ts'
import type { Named } from './volume.ts'

/** Rates of need for a kind of service. */
export interface NeedRates extends Rates {
  readonly service: Named
  readonly unit: FigureUnit
}

const prefix = 'need-'

/** What a measure of rates is for: `need-places-care-home-adults` is places, `need-telecare` is people; undefined when it is no rate of need. */
export function needMeasure(
  measure: string,
  serviceKeys: ReadonlySet<string>,
): { readonly service: string; readonly unit: FigureUnit } | undefined {
  if (!measure.startsWith(prefix)) return undefined
  const rest = measure.slice(prefix.length)
  if (serviceKeys.has(rest)) return { service: rest, unit: 'people' }
  const service = [...serviceKeys].find(
    (key) => rest.endsWith(`-${key}`) && isFigureUnit(rest.slice(0, -key.length - 1)),
  )
  const unit = service === undefined ? '' : rest.slice(0, -service.length - 1)
  return service !== undefined && isFigureUnit(unit) ? { service, unit } : undefined
}

/** How many years a forecast by rate looks ahead at the most. */
const yearsAhead = 10

/** The need of an area by rates: for the latest year that people are known for, and for one about ten years on. */
export function needByRate(population: Population, rates: NeedRates): { now: Side | null; forecast: Side | null } {
  const now = sideIn(population, rates, undefined)
  const year = Number(now?.figure.period)
  const projected = population.rows
    .filter(({ edition }) => edition.kind === 'projection')
    .map((row) => row.year)
    .filter((one) => one > year && one <= year + yearsAhead)
  const last = Math.max(...projected)
  return { now, forecast: projected.length > 0 ? sideIn(population, rates, last) : null }
}

function sideIn(population: Population, rates: NeedRates, year: number | undefined): Side | null {
  const working = conditionFigureOf(population, rates, { year })
  if ('missing' in working) return null
  const { service, unit, source } = rates
  const words = unitWords(unit, 2)
  const { figure } = working
  return {
    on: `${figure.period}-06-30`,
    origin: 'rate',
    figure: {
      ...figure,
      label: `${words.charAt(0).toUpperCase()}${words.slice(1)} needed: ${inSentence(service.name)}`,
      unit,
      // Rates times people are no more exact than that.
      value: figure.value === null ? null : Math.round(figure.value),
      basis: 'estimate',
      method: `The people of each sex and age band are multiplied by the ${words} needed for each of them in “${source.title}”, added up and rounded to a whole number.`,
    },
    rows: (part) => working.behind.rows.map((band) => bandRow(part, band, population.area.name, words, figure)),
  }
}

/** A band that was multiplied: ages, sex, people and rate, and what they come to. */
function bandRow(part: string, band: PartRow, area: string, words: string, { period, sources }: Figure): PartRow {
  const [ages, sex, people, rate, , , expected = null] = band
  const what = `${sex}, ${ages}: ${inDigits(Number(people))} people × ${rate}`
  return [
    part,
    what,
    area,
    expected,
    words,
    period,
    'estimate',
    sources.map(({ title }) => title).join('; '),
    null,
    null,
  ]
}
