import { type Column, matchColumns } from '../import/index.ts'

/** Columns chosen by hand: the header's own name by the key of the column; blank for one that is not in the file. */
export type Mapping = Readonly<Record<string, string>>

/** A column that is wanted, and where it is in the file. */
export interface WantedColumn {
  readonly key: string
  readonly name: string
  readonly needed: boolean
  /** Its place in the header; undefined when it is not in the file. */
  readonly at: number | undefined
  /** Someone chose it, now or for an earlier file; otherwise it was found by its name. */
  readonly byHand: boolean
}

/** The wanted columns of a file that can be chosen, and how many stand for a family of columns. */
export interface Columns {
  readonly wanted: readonly WantedColumn[]
  readonly family: number
}

/** Where each wanted column stands, by name and by what was chosen. */
export function columnsOf(
  header: readonly string[],
  columns: readonly Column[],
  mapping: Mapping,
  family?: RegExp,
): Columns {
  const single = columns.filter(({ key }) => !family?.test(key))
  const { found } = matchColumns(header, single, mapping)
  return {
    family: columns.length - single.length,
    wanted: single.map((column) => ({
      key: column.key,
      name: nameOf(column),
      needed: !column.optional,
      at: found.get(column.key),
      byHand: mapping[column.key] !== undefined,
    })),
  }
}

/** How a wanted column is called: the first of its names, or its key as words where there are only patterns. */
export const nameOf = ({ key, names }: Column): string =>
  names.find((name) => typeof name === 'string') ??
  key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')

/** What of a mapping can be kept for a file: columns that its header has, and such as are said not to be there. */
export const usable = (mapping: Mapping, header: readonly string[]): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, name]) => name === '' || header.includes(name)))

/** What was chosen by hand: whatever differs from what is found by name. */
export function chosenByHand(
  asked: ReadonlyMap<string, string>,
  header: readonly string[],
  columns: readonly Column[],
  family?: RegExp,
): Mapping {
  const { wanted } = columnsOf(header, columns, {}, family)
  return Object.fromEntries(
    wanted.flatMap(({ key, at }) => {
      const name = asked.get(key)
      const unknown = name === undefined || (name !== '' && !header.includes(name))
      return unknown || name === (at === undefined ? '' : header[at]) ? [] : [[key, name]]
    }),
  )
}

/** Needed columns that are not there. */
export const missingOf = ({ wanted }: Columns): readonly WantedColumn[] =>
  wanted.filter(({ needed, at }) => needed && at === undefined)

/** What is remembered after a file: what was chosen for it, and of before what this file had no say in. */
export const remembering = (before: Mapping, header: readonly string[], chosen: Mapping): Mapping => ({
  ...Object.fromEntries(Object.entries(before).filter(([key]) => !(key in usable(before, header)))),
  ...chosen,
})

/** Columns chosen by hand, by the names that people know. */
export function mappingWords(
  columns: readonly Column[],
  mapping: Mapping,
): readonly { readonly wanted: string; readonly name: string }[] {
  const names = new Map(columns.map((column) => [column.key, nameOf(column)]))
  return Object.entries(mapping).map(([key, name]) => ({ wanted: names.get(key) ?? key, name }))
}
