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
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  const lines: string[] = []
  // Most texts of a column repeat the row before, so each is looked at once; a table of people has 100,000 of them.
  const [cells, texts]: [CsvCell[], string[]] = [[], []]
  for (const row of rows) {
    let line = ''
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at] ?? null
      if (at > 0) line += ','
      if (typeof cell === 'number') line += cell
      else if (cell !== null) {
        if (cell !== cells[at]) {
          cells[at] = cell
          texts[at] = textOf(cell)
        }
        line += texts[at]
      }
    }
    // A line of nothing would be skipped by whoever reads it.
    lines.push(line === '' ? '""' : line)
  }
  return lines.length === 0 ? '' : lines.join(lineEnd) + lineEnd
}

function textOf(cell: string | boolean): string {
  if (typeof cell !== 'string' || plain.test(cell)) return String(cell)
  const text = guarded(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
