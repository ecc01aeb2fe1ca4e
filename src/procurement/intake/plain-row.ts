import {
  type Column,
  dayFrom,
  plainText,
  type Rejection,
  type Row,
  saysNothing,
  wholeNumber,
} from '../../core/import/index.ts'
import { type IsoDate, type Pence, penceFrom } from '../../core/values/index.ts'

/** Something said of one cell, by the name that the file gives its column. */
export type Remark = Omit<Rejection, 'line'>

/** A row of a register with its cells as people read them, and what there is to say against it. */
export interface PlainRow {
  readonly line: number
  /** The text of a cell; '' as well where it only says that there is nothing to say. */
  text(key: string): string
  /** The text of a cell as it stands. */
  said(key: string): string
  /** The same with its lines apart. */
  lines(key: string): string
  day(key: string): IsoDate | null
  /** A count of one or more; a zero in a register means that it is not known. */
  count(key: string): number | null
  pounds(key: string): Pence | null
  /** An amount for an hour, a week or a visit, which has less room than what a contract is worth. */
  price(key: string): Pence | null
  yes(key: string): boolean
  oneOf<Word extends string>(key: string, words: ReadonlyMap<string, Word>): Word | undefined
  refuse(key: string, reason: string): void
  wonder(key: string, reason: string): void
  readonly problems: readonly Remark[]
  readonly odd: readonly Remark[]
}

/** Characters that are kept of a cell: of a reference, of prose, and of anything else. */
const longest = { reference: 100, prose: 20_000, other: 300 }
const references = new Set(['reference', 'contract', 'lot', 'follows', 'instead_of', 'moves_to'])
const prose = new Set([
  ...['allocation', 'monitoring', 'note', 'reason', 'includes', 'areas', 'care_groups', 'services'],
  ...['description', 'period', 'development', 'management'],
])
const longestOf = (key: string) =>
  references.has(key) ? longest.reference : prose.has(key) ? longest.prose : longest.other

/** The most that a count may be, and an amount of money in pence: whole numbers of the database. */
const most = 2_147_483_647

/** Wraps a row of a file. */
export function plainRow(row: Row): PlainRow {
  const [problems, odd]: [Remark[], Remark[]] = [[], []]
  // Files written by Mercat put an apostrophe before what a spreadsheet would run.
  const said = (key: string) => plainText(row.cell(key)).replace(/^'(?=[=+@-])/, '')
  const tooLong = new Set<string>()
  const text = (key: string) => {
    const words = saysNothing(row.cell(key)) ? '' : said(key)
    if (words.length <= longestOf(key)) return words
    if (!tooLong.has(key)) {
      const [has, kept] = [words.length, longestOf(key)].map((count) => count.toLocaleString('en-GB'))
      refuse(key, `This has ${has} characters; at most ${kept} are kept.`)
    }
    tooLong.add(key)
    return words.slice(0, longestOf(key))
  }
  const refuse = (key: string, reason: string) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  const read = <T>(key: string, from: (words: string) => T | undefined, otherwise: (words: string) => string) => {
    const words = text(key)
    if (words === '') return null
    const value = from(words)
    if (value === undefined) refuse(key, otherwise(words))
    return value ?? null
  }
  const pounds = (key: string) =>
    read(
      key,
      (words) => notNegative(penceFrom(words.replaceAll(' ', ''), 'pounds')),
      (words) => `“${words}” is not an amount in pounds.`,
    )
  return {
    line: row.line,
    text,
    said,
    lines: (key) =>
      row
        .cell(key)
        .split(/[\r\n]+/)
        .map(plainText)
        .join('\n')
        .trim(),
    day: (key) => read(key, dayFrom, (words) => `“${words}” is no day: write 2019-03-31 or 31/03/2019.`),
    count: (key) => {
      const count = read(
        key,
        (words) => wholeNumber(words.replace(/ ?(months?|years?|weeks?)$/i, '').replace(/\.0+$/, '')),
        (words) => `“${words}” is not a whole number.`,
      )
      if ((count ?? 0) > most) refuse(key, `“${text(key)}” is more than any number here.`)
      return count || null
    },
    pounds,
    price: (key) => {
      const pence = pounds(key)
      if ((pence ?? 0) > most) refuse(key, `“${text(key)}” is more than any price.`)
      return pence
    },
    yes: (key) => /^(y|yes|true|1)$/i.test(text(key)),
    oneOf: (key, words) => words.get(text(key).toLowerCase()),
    refuse,
    wonder: (key, reason) => {
      odd.push({ column: row.nameOf(key), reason })
    },
    problems,
    odd,
  }
}

const notNegative = (pence: Pence | undefined) => (pence !== undefined && pence >= 0 ? pence : undefined)

/** Columns by key, with the names that registers give them; the first of the keys are needed. */
export const columnsNamed = (
  names: Readonly<Record<string, readonly string[]>>,
  needed: readonly string[],
): readonly Column[] =>
  Object.entries(names).map(([key, others]) => ({
    key,
    names: [key, ...others],
    ...(needed.includes(key) ? {} : { optional: true }),
  }))
