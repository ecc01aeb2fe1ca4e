import { invalid } from '../errors/index.ts'

/** A column that an importer looks for, by meaning: any of its names, in any order and case. */
export interface Column {
  readonly key: string
  /** A name to be matched whole, or a pattern for families of names. */
  readonly names: readonly (string | RegExp)[]
  readonly optional?: boolean
}

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')

/** Which column of a file is meant by a key, where its name alone would not tell: key → the header's own name; blank, not in the file. */
export type ColumnMapping = Readonly<Record<string, string>>

/** Where each wanted column stands in a header; a missing one is refused in a sentence that says what was found. */
export function locateColumns(
  header: readonly string[],
  columns: readonly Column[],
  mapping: ColumnMapping = {},
): Map<string, number> {
  const { found, missing } = matchColumns(header, columns, mapping)
  if (missing.length > 0) throw missingColumns(missing, header)
  return found
}

/** Where the wanted columns stand in a header, and which needed ones do not. */
export function matchColumns(
  header: readonly string[],
  columns: readonly Column[],
  mapping: ColumnMapping = {},
): { readonly found: Map<string, number>; readonly missing: readonly Column[] } {
  const found = new Map<string, number>()
  for (const column of columns) {
    const told = mapping[column.key]
    const index =
      told === undefined
        ? header.findIndex((name) => column.names.some((wanted) => matches(wanted, name)))
        : header.findIndex((name) => told !== '' && name.trim() === told.trim())
    if (told && index < 0) {
      throw invalid(`The file has no column “${told.trim()}”, which was to be read as “${nameOf(column)}”.`)
    }
    if (index >= 0) found.set(column.key, index)
  }
  return { found, missing: columns.filter((column) => !column.optional && !found.has(column.key)) }
}

const matches = (wanted: string | RegExp, name: string) =>
  typeof wanted === 'string' ? plain(wanted) === plain(name) : wanted.test(name.trim())

function missingColumns(missing: readonly Column[], header: readonly string[]) {
  const names = missing.map((column) => `“${nameOf(column)}”`).join(', ')
  const seen = header.slice(0, 12).map((name) => name.trim() || '(blank)')
  const more = header.length > seen.length ? ` and ${header.length - seen.length} more` : ''
  return invalid(
    `The ${missing.length === 1 ? 'column' : 'columns'} ${names} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    `The first row has: ${seen.join(', ')}${more}.`,
  )
}

const nameOf = (column: Column) => {
  const named = column.names.find((name) => typeof name === 'string')
  return typeof named === 'string' ? named : column.key
}
