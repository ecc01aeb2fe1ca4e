import { type Column, dayFrom, type Reading, type Row } from '../../core/import/index.ts'
import { addDays, type IsoDate, penceFrom } from '../../core/values/index.ts'
import { type RateUnit, rateUnits } from '../rate-line.ts'
import type { ToldPrice } from './lay-table.ts'
import type { NationalFramework } from './national-framework.ts'

/** What the rows of the two files are checked against. */
export interface NationalKnown {
  readonly frameworks: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

const columns = (needed: readonly string[], optional: readonly string[]): readonly Column[] => [
  ...needed.map((key) => ({ key, names: [key] })),
  ...optional.map((key) => ({ key, names: [key], optional: true })),
]

/** The columns of a file of national frameworks. */
export const nationalFrameworkColumns = columns(
  ['key', 'owner', 'title', 'start'],
  ['nation', 'end', 'latest_end', 'source', 'note'],
)

/** The columns of a file of national tables. */
export const nationalRateColumns = columns(['framework', 'unit', 'rate', 'from'], ['level', 'until', 'source', 'note'])

type Problems = { column: string; reason: string }[]

/** A framework as a row tells it; days in a file are the last ones in force. */
export function readNationalFramework(row: Row, known: NationalKnown): Reading<NationalFramework> {
  const problems: Problems = []
  const refuse = (key: string, reason: string) => problems.push({ column: row.nameOf(key), reason })
  const [key, nation] = [row.cell('key').toLowerCase(), row.cell('nation').toLowerCase()]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) refuse('key', 'Use lower-case letters, figures and hyphens.')
  for (const needed of ['owner', 'title']) if (row.cell(needed) === '') refuse(needed, 'This is missing.')
  if (!['', 'scotland', 'england'].includes(nation)) refuse('nation', 'Use scotland, england or nothing for both.')
  const from = dayOf(row, 'start', refuse)
  const [end, latestEnd] = [dayOf(row, 'end', refuse, true), dayOf(row, 'latest_end', refuse, true)]
  if (from && end && end < from) refuse('end', 'It ends before it starts.')
  if (latestEnd && (end ?? from ?? '') > latestEnd) refuse('latest_end', 'The latest end is before the end.')
  const sourceKey = sourceOf(row, known, refuse)
  if (problems.length > 0 || !from) return { problems }
  return {
    value: {
      key,
      owner: row.cell('owner'),
      title: row.cell('title'),
      nation: nation === 'scotland' || nation === 'england' ? nation : null,
      from,
      until: end && addDays(end, 1),
      latestEnd,
      sourceKey,
      note: row.cell('note'),
    },
  }
}

/** A price of a national table as a row tells it, in pounds. */
export function readNationalRate(row: Row, known: NationalKnown): Reading<ToldPrice> {
  const problems: Problems = []
  const refuse = (key: string, reason: string) => problems.push({ column: row.nameOf(key), reason })
  const framework = row.cell('framework').toLowerCase()
  if (!known.frameworks.has(framework)) refuse('framework', `There is no national framework “${framework}”.`)
  const unit = rateUnits.find((each): each is RateUnit => each === row.cell('unit').toLowerCase().replaceAll(' ', '-'))
  if (!unit) refuse('unit', `“${row.cell('unit')}” is no unit: use ${rateUnits.join(', ')}.`)
  const pence = penceFrom(row.cell('rate'), 'pounds')
  if (pence === undefined || pence <= 0 || pence > 100_000_000)
    refuse('rate', `“${row.cell('rate')}” is no price in pounds, to the penny.`)
  const from = dayOf(row, 'from', refuse)
  const last = dayOf(row, 'until', refuse, true)
  if (from && last && last < from) refuse('until', 'The last day is before the first.')
  const sourceKey = sourceOf(row, known, refuse)
  if (problems.length > 0 || !unit || !from || pence === undefined) return { problems }
  const level = row.cell('level')
  const until = last && addDays(last, 1)
  return { value: { framework, unit, level, pence, from, until, sourceKey, note: row.cell('note'), line: row.line } }
}

type Refuse = (key: string, reason: string) => void

function dayOf(row: Row, key: string, refuse: Refuse, optional = false): IsoDate | null {
  const text = row.cell(key)
  if (text === '') {
    if (!optional) refuse(key, 'This is missing.')
    return null
  }
  const day = dayFrom(text)
  if (!day) refuse(key, `“${text}” is no date, such as 2026-04-06 or 6 April 2026.`)
  return day ?? null
}

function sourceOf(row: Row, known: NationalKnown, refuse: Refuse): string | null {
  const key = row.cell('source')
  if (key !== '' && !known.sources.has(key)) refuse('source', `There is no source “${key}”.`)
  return key || null
}
