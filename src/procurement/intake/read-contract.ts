import type { Reading, Row } from '../../core/import/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { Term } from '../../providers/index.ts'
import type { ContractDetail } from '../contract.ts'
import type { ContractOfFile } from './contract-of-file.ts'
import { kindWords, methodWords } from './kind-words.ts'
import { optionsOf } from './options-cell.ts'
import { type PlainRow, plainRow } from './plain-row.ts'
import { suppliersTrouble } from './suppliers.ts'

/** What the rows of a file are checked against. */
export interface ContractContext {
  readonly service: (words: string) => Term | undefined
  readonly careGroup: (words: string) => Term | undefined
  /** The key of a market area, by its key or name. */
  readonly marketArea: (words: string) => string | undefined
  readonly frameworks: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

/** A contract as a row of a register tells it, or everything that is wrong with the row. */
export function readContract(row: Row, known: ContractContext): Reading<ContractOfFile> {
  const plain = plainRow(row)
  const title = plain.text('title')
  if (title === '') plain.refuse('title', 'This is missing.')
  const term = readTerm(plain)
  const detail = readDetail(plain, title, known)
  const source = readSource(plain, known)
  const suppliers = plain.lines('suppliers')
  const tooMuch = suppliersTrouble(suppliers)
  if (tooMuch) plain.refuse('suppliers', tooMuch)
  const value = {
    line: plain.line,
    reference: plain.text('reference'),
    detail,
    ...term,
    suppliers,
    follows: plain.text('follows'),
    source,
    published: plain.yes('published'),
  }
  return plain.problems.length > 0 ? { problems: plain.problems } : { value, odd: plain.odd }
}

const afterLast = (day: IsoDate | null) => day && addDays(day, 1)

/** What a register writes for a contract that goes on until somebody ends it. */
const forGood =
  /^((31[-/.]12[-/.])?9999([-/.]12[-/.]31)?|ongoing|on-going|rolling|open[- ]ended|no end( date)?|continuous|indefinite|perpetual)$/i

function readTerm(row: PlainRow): Pick<ContractOfFile, 'start' | 'until' | 'options' | 'decideBy' | 'extendedUntil'> {
  const start = row.day('start')
  const open = forGood.test(row.text('end'))
  const end = open ? null : row.day('end')
  const extended = row.day('extended_to')
  const blank = ['start', 'end', 'extended_to'].every((key) => row.text(key) === '')
  if (blank) row.refuse('start', 'There is neither a start nor an end.')
  else if (row.text('start') === '') {
    if (open || (end === null && extended === null))
      row.refuse('start', 'There is neither a start nor a day on which it ends.')
    else row.wonder('start', 'No start is given: it stands from a year before its end, or from the day of the import.')
  }
  if (start && end && end < start)
    row.refuse('end', `The end, ${longDate(end)}, is before the start, ${longDate(start)}.`)
  const last = end ?? start
  if (extended && last && extended < last) {
    row.refuse('extended_to', `${longDate(extended)} is before ${end ? 'the end' : 'the start'}, ${longDate(last)}.`)
  }
  // Without a printed end of the first term, all that is agreed counts as one term.
  const until = afterLast(end ?? (open ? null : extended))
  const options = readOptions(row, { start, until })
  const extendedUntil = end && extended && extended > end ? afterLast(extended) : null
  return { start, until, options, decideBy: row.day('decide_by'), extendedUntil }
}

function readOptions(row: PlainRow, term: Pick<ContractOfFile, 'start' | 'until'>): readonly number[] {
  const text = row.text('options')
  if (text === '' || text === '0' || /^no$/i.test(text)) return []
  const read = optionsOf(text, term)
  if (!read) row.refuse('options', `“${text}” can’t be read: write “2 x 12 months” or “12 months; 6 months”.`)
  else if (term.until === null) row.refuse('options', 'A contract without an end has nothing to extend.')
  else if (read.remark) row.wonder('options', read.remark)
  return read?.months ?? []
}

const owners = new Map([
  ['partnership', 'partnership'],
  ['national-owner', 'national-owner'],
  ['national owner', 'national-owner'],
] as const)
const bases = new Map([
  ['budget', 'budget'],
  ['spend', 'spend'],
  ['estimate', 'estimate'],
] as const)
const blockUnits = new Map([
  ['hour', 'hour'],
  ['hours', 'hour'],
  ['place', 'place'],
  ['places', 'place'],
  ['session', 'session'],
  ['sessions', 'session'],
  ['bed', 'bed'],
  ['beds', 'bed'],
] as const)

function readDetail(row: PlainRow, title: string, known: ContractContext): ContractDetail {
  const framework = row.text('national_framework') || null
  const kind = readWord(row, 'kind', kindWords, 'kind of contract')
  if (framework !== null && !known.frameworks.has(framework)) {
    row.refuse('national_framework', `There is no national framework “${framework}”: import national frameworks first.`)
  }
  if ((kind === 'call-off' || kind === 'national-contract') && framework === null) {
    row.refuse('national_framework', 'This is missing: such a contract names the framework whose terms it takes.')
  }
  const yearlyPence = row.pounds('yearly_value') || null
  const block = {
    units: row.count('block_units'),
    minimum: row.count('block_minimum'),
    unit: row.oneOf('block_unit', blockUnits),
  }
  if ((block.units === null) !== (block.unit === undefined)) {
    row.refuse('block_units', 'A volume needs a number and a unit: hours, places, sessions or beds.')
  } else if (block.minimum !== null && block.minimum > (block.units ?? 0)) {
    row.refuse('block_minimum', 'The least that is paid is more than the volume.')
  }
  const successor = { from: row.day('successor_start'), last: row.day('successor_end') }
  if (successor.from && successor.last && successor.last < successor.from) {
    row.refuse('successor_end', 'What follows would end before it begins.')
  }
  return {
    title,
    kind: kind ?? (/[,;|\n]/.test(row.lines('suppliers')) ? 'framework' : 'mixed'),
    method: readWord(row, 'method', methodWords, 'way of finding a provider') ?? null,
    marketArea: named(row, 'market_area', known.marketArea, 'market area') ?? null,
    serviceType: named(row, 'service', known.service, 'kind of service')?.key ?? null,
    careGroups: careGroupsOf(row, known),
    decidedBy: readWord(row, 'decided_by', owners, 'one who decides') ?? 'partnership',
    nationalFramework: framework,
    allocation: row.text('allocation'),
    monitoring: row.text('monitoring'),
    noticeMonths: row.count('notice_months'),
    reviewMonths: row.count('review_months'),
    lastReviewedOn: row.day('last_reviewed'),
    yearlyPence,
    yearlyBasis: yearlyPence === null ? null : (readWord(row, 'value_basis', bases, 'basis of a value') ?? 'estimate'),
    blockUnits: block.units,
    blockMinimum: block.minimum,
    blockUnit: block.unit ?? null,
    successorFrom: successor.from,
    successorUntil: afterLast(successor.last),
    note: row.text('note'),
  }
}

/** A word of ours or of registers; an unknown one is left out, and said. */
function readWord<Word extends string>(row: PlainRow, key: string, words: ReadonlyMap<string, Word>, what: string) {
  const word = row.oneOf(key, words)
  if (row.text(key) !== '' && word === undefined)
    row.wonder(key, `“${row.text(key)}” is no ${what} known here: left out.`)
  return word
}

function named<T>(row: PlainRow, key: string, find: (words: string) => T | undefined, what: string): T | undefined {
  const words = row.text(key)
  const found = words === '' ? undefined : find(words)
  if (words !== '' && found === undefined) row.wonder(key, `No ${what} is called “${words}”: left out.`)
  return found
}

function careGroupsOf(row: PlainRow, { careGroup }: ContractContext): string[] {
  const words = row.text('care_groups').split(/[;,|]/)
  const keys = words.flatMap((word) => {
    const group = word.trim() === '' ? undefined : careGroup(word)
    if (word.trim() !== '' && !group) row.wonder('care_groups', `No care group is called “${word.trim()}”: left out.`)
    return group ? [group.key] : []
  })
  return [...new Set(keys)]
}

function readSource(row: PlainRow, { sources }: ContractContext): ContractOfFile['source'] {
  const key = row.text('source')
  if (key !== '' && !sources.has(key)) row.refuse('source', `There is no source “${key}”.`)
  const movedYears = row.count('moved_years') ?? 0
  return key === '' ? null : { key, locus: row.text('locus'), movedYears }
}
