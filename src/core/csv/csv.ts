/** What a cell of a file may hold; null is no value. */
export type CsvCell = string | number | boolean | null

const lineEnd = '\r\n'
const startsFormula = /^[=+\-@\t\r]/
const plain = /^[\w.|:/]+$/
const plainNumber = /^-\d+(\.\d+)?$/

/** A text that a spreadsheet would run as a formula, made a text again by an apostrophe before it; a plain negative number stays one. */
export const guarded = (text: string): string =>
  startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text

/** Rows as CSV (RFC 4180): comma, CRLF, quotes only where needed, texts guarded. An empty cell is no value. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((cells) => lineOf(cells) + lineEnd).join('')

function lineOf(cells: readonly CsvCell[]): string {
  const line = cells.map(cellOf).join(',')
  // A line of nothing would be skipped by whoever reads it.
  return line === '' ? '""' : line
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  // Nearly every cell is plain, and a table of people has a hundred thousand of them.
  if (plain.test(cell)) return cell
  const text = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
