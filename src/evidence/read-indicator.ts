import { type Column, decimalNumber, type Reading, type Row } from '../core/import/index.ts'
import { agesText, parseAges } from './ages.ts'
import { directions, figureBases, figureStatuses } from './figure.ts'
import { canBeNegative, figureUnits, isFigureUnit } from './figure-unit.ts'
import type { EvidenceTables } from './schema.ts'
import { sections } from './section.ts'
import { parseSex } from './sex.ts'

/** An indicator as a file gives it, before it has an identifier and a partnership. */
export type Indicator = Omit<EvidenceTables['indicator'], 'partnership_id' | 'id'>

/** What the rows of a file are checked against. */
export interface IndicatorContext {
  readonly sources: ReadonlySet<string>
  readonly areaOf: (text: string) => { readonly code: string } | undefined
}

const required = ['key', 'label', 'finding', 'section', 'theme', 'area', 'source', 'status'] as const
const optional = [
  ...(['period', 'ages', 'sex', 'value', 'lower', 'upper', 'unit', 'basis', 'comparator_label'] as const),
  ...(['comparator_value', 'direction', 'locus', 'note'] as const),
]

/** The columns of a file of indicators. */
export const indicatorColumns: readonly Column[] = [
  ...required.map((key) => ({ key, names: [key] })),
  ...optional.map((key) => ({ key, names: [key], optional: key !== 'value' && key !== 'unit' })),
]

type Refuse = (key: string, reason: string) => undefined

/** An indicator as a row of the file tells it, or everything that is wrong with the row. */
export function readIndicator(row: Row, known: IndicatorContext): Reading<Indicator> {
  const problems: { column: string; reason: string }[] = []
  const refuse: Refuse = (key, reason) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  for (const key of required) if (row.cell(key) === '') refuse(key, 'This is missing.')
  const what = readWhat(row, refuse, known)
  const howMuch = readHowMuch(row, refuse)
  const status = oneOf(row, refuse, 'status', figureStatuses)
  const note = row.cell('note') || null
  if (status) checkStatus(status, howMuch.value, note, row, refuse)
  const { area_code, section } = what
  if (problems.length > 0 || !status || !section || !area_code) return { problems }
  return { value: { ...what, ...howMuch, area_code, section, status, note } }
}

function readWhat(row: Row, refuse: Refuse, known: IndicatorContext) {
  const [key, source_key, area, period] = [row.cell('key'), row.cell('source'), row.cell('area'), row.cell('period')]
  if (key !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
    refuse('key', `“${key}” can’t be a key: use small letters, digits and single hyphens.`)
  }
  if (source_key !== '' && !known.sources.has(source_key)) refuse('source', `There is no source “${source_key}”.`)
  const place = known.areaOf(area)
  if (area !== '' && !place) refuse('area', `No area has the code or name “${area}”.`)
  if (period !== '' && !isPeriod(period)) {
    refuse('period', `“${period}” is not a period: write 2028, 2011/12, 2019-07-01 or 2018 to 2039.`)
  }
  const ages = parseAges(row.cell('ages'))
  if (row.cell('ages') !== '' && !ages) refuse('ages', `“${row.cell('ages')}” is not ages: write 65+, 18-64 or all.`)
  const sex = parseSex(row.cell('sex') || 'all')
  if (!sex) refuse('sex', `“${row.cell('sex')}” is not a sex: write all, female or male.`)
  return {
    key,
    label: row.cell('label'),
    finding: row.cell('finding'),
    section: oneOf(row, refuse, 'section', sections),
    theme: row.cell('theme'),
    area_code: place?.code,
    period: period || null,
    ages: ages ? agesText(ages) : null,
    sex: sex ?? 'all',
    source_key,
    locus: row.cell('locus') || null,
  }
}

function readHowMuch(row: Row, refuse: Refuse) {
  const value = readNumber(row, refuse, 'value')
  const [lower, upper] = [readNumber(row, refuse, 'lower'), readNumber(row, refuse, 'upper')]
  const unit = row.cell('unit') || null
  if (unit !== null && !isFigureUnit(unit)) {
    refuse('unit', `“${unit}” is not a unit: use one of ${figureUnits.join(', ')}.`)
  }
  const basis = oneOf(row, refuse, 'basis', figureBases)
  if (value !== null && unit === null) refuse('unit', 'A value needs a unit.')
  if (value !== null && row.cell('basis') === '')
    refuse('basis', 'A value needs a basis, such as actual or projection.')
  for (const [key, number] of Object.entries({ value, lower, upper })) {
    if (number !== null && number < 0 && unit !== null && isFigureUnit(unit) && !canBeNegative(unit)) {
      refuse(key, `${row.cell(key)} ${unit} is below zero.`)
    }
  }
  checkLimits(value, lower, upper, refuse)
  return {
    value,
    lower,
    upper,
    unit: unit !== null && isFigureUnit(unit) ? unit : null,
    basis: basis ?? null,
    ...readComparator(row, refuse),
  }
}

function checkLimits(value: number | null, lower: number | null, upper: number | null, refuse: Refuse): void {
  if ((lower === null) !== (upper === null)) {
    refuse(lower === null ? 'lower' : 'upper', 'Give both limits or neither.')
  }
  if (value !== null && lower !== null && lower > value) refuse('lower', `The lower limit ${lower} is above ${value}.`)
  if (value !== null && upper !== null && upper < value) refuse('upper', `The upper limit ${upper} is below ${value}.`)
}

function readComparator(row: Row, refuse: Refuse) {
  const comparator_label = row.cell('comparator_label') || null
  const comparator_value = readNumber(row, refuse, 'comparator_value')
  const direction = oneOf(row, refuse, 'direction', directions) ?? null
  if (comparator_label === null && (comparator_value !== null || direction !== null)) {
    refuse('comparator_label', 'Say what the figure is compared with.')
  }
  return { comparator_label, comparator_value, direction }
}

function checkStatus(status: string, value: number | null, note: string | null, row: Row, refuse: Refuse): void {
  if (status === 'lost' && value !== null) refuse('value', 'A figure that is lost has no value.')
  if (value === null && row.cell('value') === '' && (status === 'printed' || status === 'derived')) {
    refuse('value', 'The value is missing. If the source has lost it, the status is lost.')
  }
  if (status !== 'printed' && note === null) refuse('note', `The status ${status} needs a note that says why.`)
}

function readNumber(row: Row, refuse: Refuse, key: string): number | null {
  const text = row.cell(key)
  if (text === '') return null
  const number = decimalNumber(text)
  if (number === undefined) refuse(key, `“${text}” is not a number.`)
  return number ?? null
}

function oneOf<Word extends string>(row: Row, refuse: Refuse, key: string, words: readonly Word[]): Word | undefined {
  const text = row.cell(key)
  const word = words.find((known) => known === text)
  if (text !== '' && !word) refuse(key, `“${text}” is not a ${key}: use one of ${words.join(', ')}.`)
  return word
}

const moment = String.raw`\d{4}(-\d{2}(-\d{2})?|/\d{2})?`
const period = new RegExp(`^${moment}( to ${moment})?$`)

/** Whether a text is a year, a financial year, a month, a date, or a span of two of them. */
export const isPeriod = (text: string): boolean => period.test(text)
