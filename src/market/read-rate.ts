import { type Column, decimalNumber, type Reading, type Row } from '../core/import/index.ts'
import { type AgeBand, agesText, overlap, parseAges, parseSex } from '../evidence/index.ts'
import type { PrevalenceRate } from './expected-people.ts'

/** A rate with the line it stood on. */
export type RateLine = PrevalenceRate & { readonly line: number }

/** The columns of a file of rates, by meaning: `rate` or, as published, `DementiaPrevalence`. */
export const rateColumns: readonly Column[] = [
  { key: 'ages', names: ['ages', 'AgeBand', 'age band', 'age group', 'age'] },
  { key: 'sex', names: ['sex'] },
  { key: 'rate', names: ['rate', 'prevalence', /prevalence$/i] },
  { key: 'lower', names: ['lower', /lower$/i], optional: true },
  { key: 'upper', names: ['upper', /upper$/i], optional: true },
]

/** Reads rates one after another; a band that overlaps an earlier one of the same sex is refused. */
export function rateReader(): (row: Row) => Reading<RateLine> {
  const taken: RateLine[] = []
  return (row) => {
    const problems: { column: string; reason: string }[] = []
    const refuse = (key: string, reason: string) => problems.push({ column: row.nameOf(key), reason })
    const share = (key: string) => readShare(row.cell(key), (reason) => refuse(key, reason))
    const ages = parseAges(row.cell('ages'))
    if (!ages) refuse('ages', row.cell('ages') ? `“${row.cell('ages')}” is not ages: write 65-69 or 90+.` : missing)
    const sex = parseSex(row.cell('sex'))
    if (!sex) refuse('sex', row.cell('sex') ? `“${row.cell('sex')}” is not a sex: write all, female or male.` : missing)
    if (row.cell('rate') === '') refuse('rate', missing)
    const [rate, lower, upper] = [share('rate'), share('lower'), share('upper')]
    const given = { lower: row.cell('lower') !== '', upper: row.cell('upper') !== '' }
    if (given.lower !== given.upper) refuse(given.lower ? 'upper' : 'lower', 'Give both limits or neither.')
    if (rate !== undefined && lower !== undefined && lower > rate)
      refuse('lower', `${lower} is above the rate ${rate}.`)
    if (rate !== undefined && upper !== undefined && upper < rate)
      refuse('upper', `${upper} is below the rate ${rate}.`)
    const earlier = ages && taken.find((other) => other.sex === sex && overlap(other.ages, ages))
    if (earlier) refuse('ages', overlapping(earlier, ages))
    if (problems.length > 0 || !ages || !sex || rate === undefined) return { problems }
    const limits = lower === undefined || upper === undefined ? null : { lower, upper }
    const value = { sex, ages, rate, limits, line: row.line }
    taken.push(value)
    return { value }
  }
}

const missing = 'This is missing.'

const overlapping = (earlier: RateLine, ages: AgeBand) =>
  agesText(earlier.ages) === agesText(ages)
    ? `This repeats line ${earlier.line}.`
    : `${agesText(ages)} overlaps ${agesText(earlier.ages)} on line ${earlier.line}.`

function readShare(text: string, refuse: (reason: string) => void): number | undefined {
  if (text === '') return undefined
  const number = decimalNumber(text)
  if (number === undefined) refuse(`“${text}” is not a number.`)
  else if (number < 0) refuse(`${text} is below zero.`)
  else if (number > 1) refuse(`${text} is above 1: write a share of people, such as 0.06 for 6 in 100.`)
  else return number
  return undefined
}
