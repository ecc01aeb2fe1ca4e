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
  day(key: string): IsoDate | null
  /** A count of one or more; a zero in a register means that it is not known. */
  count(key: string): number | null
  pounds(key: string): Pence | null
  yes(key: string): boolean
  oneOf<Word extends string>(key: string, words: ReadonlyMap<string, Word>): Word | undefined
  refuse(key: string, reason: string): void
  wonder(key: string, reason: string): void
  readonly problems: readonly Remark[]
  readonly odd: readonly Remark[]
}

/** Wraps a row of a file. */
export function plainRow(row: Row): PlainRow {
  const [problems, odd]: [Remark[], Remark[]] = [[], []]
  // Files written by Mercat put an apostrophe before what a spreadsheet would run.
  const said = (key: string) => plainText(row.cell(key)).replace(/^'(?=[=+@-])/, '')
  const text = (key: string) => (saysNothing(row.cell(key)) ? '' : said(key))
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
  return {
    line: row.line,
    text,
    said,
    day: (key) => read(key, dayFrom, (words) => `“${words}” is no day: write 2019-03-31 or 31/03/2019.`),
    count: (key) =>
      read(
        key,
        (words) => wholeNumber(words.replace(/ ?(months?|years?|weeks?)$/i, '').replace(/\.0+$/, '')),
        (words) => `“${words}” is not a whole number.`,
      ) || null,
    pounds: (key) =>
      read(
        key,
        (words) => notNegative(penceFrom(words.replaceAll(' ', ''), 'pounds')),
        (words) => `“${words}” is not an amount in pounds.`,
      ),
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
