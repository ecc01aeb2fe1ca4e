import { decimalNumber, type Rejection, type Row } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { registerDate } from './register-date.ts'

/** What is odd about a row that is taken all the same. */
export interface Flag extends Omit<Rejection, 'line'> {
  /** Whether the cell could not be read, as where a column has moved. */
  readonly unread: boolean
}

/** The cells of a row by what they should hold; what they do not is noted and read as blank. */
export interface RegisterCells {
  text(key: string): string
  count(key: string): number | null
  decimal(key: string): number | null
  /** A day up to today; a later one is a slip. */
  date(...keys: readonly string[]): IsoDate | null
  /** One of several words: the first pattern that fits; undefined for a blank cell or another word. */
  choice<Word extends string>(key: string, words: Readonly<Record<Word, RegExp>>, what: string): Word | undefined
  note(key: string, reason: string, unread?: boolean): void
  readonly flags: readonly Flag[]
  /** The latest day that was read. */
  latest(): IsoDate | null
}

/** What registers write where they have nothing to say. */
const blank = /^(na|n\/a|null|none|-|\.)$/i

/** Runs of blanks, line ends and tabs within a cell, and what turns the direction of writing. */
const unseen = /[\s\p{Cc}\p{Bidi_Control}]+/gu

/** As many characters as a cell may have; the longest that registers have are lists of a few hundred. */
const longest = 1000

/** Reads the cells of one row, gathering what is odd about them. */
export function registerCells(row: Row, today: IsoDate): RegisterCells {
  const flags: Flag[] = []
  let latest: IsoDate | null = null
  const note = (key: string, reason: string, unread = false) => flags.push({ column: row.nameOf(key), reason, unread })
  const tooLong = new Set<string>()
  const text = (key: string) => {
    const cell = row.cell(key).replace(unseen, ' ').trim()
    if (cell.length <= longest) return blank.test(cell) ? '' : cell
    if (!tooLong.has(key))
      note(
        key,
        `This has ${cell.length.toLocaleString('en-GB')} characters; the first ${longest.toLocaleString('en-GB')} are kept.`,
      )
    tooLong.add(key)
    return cell.slice(0, longest).trim()
  }
  const number = (key: string, fits: (value: number) => boolean, what: string) => {
    const cell = text(key)
    if (cell === '') return null
    const value = decimalNumber(cell)
    if (value !== undefined && fits(value)) return value
    note(key, `“${shortened(cell)}” is not ${what}.`, true)
    return null
  }
  const dateIn = (key: string): IsoDate | null => {
    const cell = text(key)
    const date = registerDate(cell)
    if (date === undefined) note(key, `“${shortened(cell)}” is not a date.`, true)
    if (date && date > today) note(key, `${shortened(cell)} has not come yet.`)
    if (!date || date > today) return null
    if (latest === null || date > latest) latest = date
    return date
  }
  return {
    text,
    count: (key) => number(key, (value) => value >= 0 && Number.isInteger(value) && value < 100_000, 'a count'),
    decimal: (key) => number(key, (value) => value >= 0 && value < 1_000_000, 'a number of zero or more'),
    date: (...keys) => keys.reduce<IsoDate | null>((found, key) => found ?? dateIn(key), null),
    choice: (key, words, what) => {
      const cell = text(key)
      if (cell === '') return undefined
      const found = (Object.keys(words) as (keyof typeof words)[]).find((word) => words[word].test(cell))
      if (!found) note(key, `“${shortened(cell)}” is not ${what}.`, true)
      return found
    },
    note,
    flags,
    latest: () => latest,
  }
}

/** A cell as a sentence quotes it. */
export const shortened = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell)
