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

/** Where each wanted column stands in a header; a missing one is refused in a sentence that says what was found. */
export function locateColumns(header: readonly string[], columns: readonly Column[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const column of columns) {
    const index = header.findIndex((name) => column.names.some((wanted) => matches(wanted, name)))
    if (index >= 0) found.set(column.key, index)
  }
  const missing = columns.filter((column) => !column.optional && !found.has(column.key))
  if (missing.length > 0) throw missingColumns(missing, header)
  return found
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
