import { dayFrom, plainText, type Rejection, type Row, saysNothing } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { postcodeFrom } from '../requests/district.ts'

/** A row with its cells as people read them, and what there is to say against it. */
export interface CellRow {
  /** The text of a cell; '' as well where it only says that there is nothing to say. */
  text(key: string): string
  day(key: string): IsoDate | null
  yes(key: string): boolean
  /** Several values of one cell, parted by `|`. */
  list(key: string): string[]
  oneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined
  /** What is called so; undefined for an empty cell as well. */
  found<T>(key: string, find: (words: string) => T | undefined, what: string): T | undefined
  postcode(key: string): string
  refuse(key: string, reason: string): void
  readonly problems: readonly Omit<Rejection, 'line'>[]
}

/** As many characters as a cell may hold. */
const most = 2000

/** Wraps a row of a file. */
export function cellRow(row: Row): CellRow {
  const problems: Omit<Rejection, 'line'>[] = []
  const refuse = (key: string, reason: string) => {
    const column = row.nameOf(key)
    if (!problems.some((one) => one.column === column)) problems.push({ column, reason })
  }
  const text = (key: string) => {
    const words = saysNothing(row.cell(key)) ? '' : plainText(row.cell(key))
    if (words.length > most) refuse(key, `This has ${words.length} characters; at most ${most} are kept.`)
    return words
  }
  return {
    text,
    day: (key) => {
      const words = text(key)
      const day = words === '' ? null : dayFrom(words)
      if (day === undefined) refuse(key, `“${words}” is no day: write 2026-03-31 or 31/03/2026.`)
      return day ?? null
    },
    yes: (key) => /^(y|yes|true|1)$/i.test(text(key)),
    list: (key) =>
      text(key)
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    oneOf: (key, words) => {
      const said = text(key).toLowerCase().replaceAll(' ', '-')
      const found = words.find((word) => word === said)
      if (said !== '' && !found) refuse(key, `“${text(key)}” is none of ${words.join(', ')}.`)
      return found
    },
    found: (key, find, what) => {
      const words = text(key)
      const value = words === '' ? undefined : find(words)
      if (words !== '' && value === undefined) refuse(key, `No ${what} is called “${words}”.`)
      return value
    },
    postcode: (key) => {
      const said = text(key)
      const postcode = postcodeFrom(said)
      if (said !== '' && postcode === undefined) refuse(key, `“${said}” is no full postcode, such as EH47 0AB.`)
      return postcode ?? said
    },
    refuse,
    problems,
  }
}
