import type { PlainCell, PlainTable } from './plain-table.ts'

const lineEnd = '\r\n'
const startsFormula = /^[=+\-@\t\r]/
const plain = /^[\w.|:/]+$/
const plainNumber = /^-\d+(\.\d+)?$/

/** A text that a spreadsheet would run as a formula, made a text again by an apostrophe before it; a plain negative number stays one. */
export const guarded = (text: string): string =>
  startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text

/** A table as CSV (RFC 4180): a header of column names, comma, CRLF, quotes only where needed. An empty cell is no value. */
export function csvOf({ columns, rows }: PlainTable): string {
  const lines = [columns.map(({ key }) => key), ...rows]
  return lines.map((cells) => lineOf(cells) + lineEnd).join('')
}

function lineOf(cells: readonly PlainCell[]): string {
  const line = cells.map(cellOf).join(',')
  // A line of nothing would be skipped by whoever reads it.
  return line === '' ? '""' : line
}

function cellOf(cell: PlainCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  // Nearly every cell is plain, and a table of people has a hundred thousand of them.
  if (plain.test(cell)) return cell
  const text = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
