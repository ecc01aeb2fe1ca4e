import { invalid } from '../errors/index.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { encodingOf, textOf } from './encoding.ts'
import type { SourceFile } from './source-file.ts'
import { textLines } from './text-lines.ts'
import { isWorkbook, workbookRecords } from './workbook.ts'

/** One row of a file as it stands there; `problem` when the row itself is broken. */
export interface RawRow {
  /** The line of the file on which the row starts, or the row of a sheet, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly problem?: string
}

const unclosed = 'A quotation mark is opened here and never closed; the file may be cut short.'

/** As many rows of titles as may stand above a header. */
const mostTitles = 20

/** The header of a file and its rows one after another; blank rows are passed over, and titles above what `isHeader` knows. */
export async function* readRows(
  file: SourceFile,
  isHeader?: (cells: readonly string[]) => boolean,
): AsyncGenerator<RawRow> {
  const records = (await isWorkbook(file)) ? workbookRecords(file, isHeader) : await textRecords(file)
  let width = 0
  for await (const { line, cells } of isHeader ? fromHeader(records, isHeader) : records) {
    if (cells === null) {
      if (width === 0) throw invalid(`The first row of ${file.name} can’t be read.`, unclosed)
      yield { line, cells: [], problem: unclosed }
      continue
    }
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (filled === 0) continue
    // Spreadsheets pad rows with blank cells on the right; they are no columns.
    if (width === 0) width = filled
    yield { line, cells: cells.slice(0, width), ...misshapen(cells.length, filled, width) }
  }
  if (width === 0) throw invalid(`${file.name} has no rows.`)
}

async function textRecords(file: SourceFile): Promise<AsyncGenerator<CsvRecord>> {
  const encoding = await encodingOf(file)
  return csvRecords(textLines(textOf(file, encoding), file.name), await delimiterOf(file))
}

/** The records from the header on; where none of the first is known for one, from the first that fills the most cells. */
async function* fromHeader(
  records: AsyncGenerator<CsvRecord>,
  isHeader: (cells: readonly string[]) => boolean,
): AsyncGenerator<CsvRecord> {
  const above: CsvRecord[] = []
  let found = false
  while (!found && above.length <= mostTitles) {
    const { value, done } = await records.next()
    if (done) break
    found = value.cells !== null && isHeader(value.cells)
    above.push(value)
  }
  const filled = above.map(({ cells }) => (cells ?? []).filter((cell) => cell.trim() !== '').length)
  yield* above.slice(found ? -1 : filled.indexOf(Math.max(...filled)))
  yield* records
}

function misshapen(cells: number, filled: number, width: number): { problem?: string } {
  if (cells < width) return { problem: `This row has ${cells} of ${width} columns; the file may be cut short.` }
  return filled > width ? { problem: `This row has ${filled} columns, the first row has ${width}.` } : {}
}

/** The separator that the first line with one uses most, for a title above has none: a comma, a semicolon or a tab. */
async function delimiterOf(file: SourceFile): Promise<string> {
  let start = ''
  for await (const chunk of file.chunks()) {
    start += new TextDecoder('windows-1252').decode(chunk)
    if (start.length > 10_000) break
  }
  const line = start.split(/[\r\n]/).find((text) => /[,;\t]/.test(text)) ?? ''
  const count = (separator: string) => line.split(separator).length
  return [';', '\t'].find((separator) => count(separator) > count(',')) ?? ','
}
