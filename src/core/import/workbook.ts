import readWorkbook, { type CellValue, type SheetData } from 'read-excel-file/node'
import { invalid } from '../errors/index.ts'
import type { CsvRecord } from './csv-records.ts'
import type { SourceFile } from './source-file.ts'
import { unpacksWithin } from './zip-entries.ts'

/** The largest workbook that is read, packed and unpacked, in bytes: it is held whole. */
const largest = { packed: 16 * 1024 * 1024, unpacked: 256 * 1024 * 1024 }

/** Rows among which a sheet's header is looked for. */
const firstRows = 21

/** Whether a file is a workbook of Excel since 2007, by how it begins. */
export async function isWorkbook(file: SourceFile): Promise<boolean> {
  for await (const chunk of file.chunks()) {
    return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => chunk[index] === byte)
  }
  return false
}

/** The rows of a workbook's sheet that has the header, or else of its first sheet with rows; a line is a row of the sheet. */
export async function* workbookRecords(
  file: SourceFile,
  isHeader: (cells: readonly string[]) => boolean = () => false,
): AsyncGenerator<CsvRecord> {
  const sheets = (await sheetsOf(file)).map(({ data }) => data.map((row) => row.map(textOf)))
  const sheet =
    sheets.find((rows) => rows.slice(0, firstRows).some(isHeader)) ??
    sheets.find((rows) => rows.some((cells) => cells.some((cell) => cell.trim() !== ''))) ??
    []
  for (const [index, cells] of sheet.entries()) yield { line: index + 1, cells }
}

async function sheetsOf(file: SourceFile): Promise<readonly { readonly data: SheetData }[]> {
  if (file.size > largest.packed) {
    throw invalid(`${file.name} is a workbook of more than 16 MiB.`, 'Open it and save the sheet as CSV.')
  }
  const bytes = Buffer.concat(await Array.fromAsync(file.chunks()))
  const refusal = invalid(
    `${file.name} is a zip file, or a workbook that can’t be read.`,
    'Open it and save the sheet as CSV.',
  )
  if (!unpacksWithin(bytes, largest.unpacked)) throw refusal
  try {
    // Excel itself keeps fifteen digits and writes more: 12.3 stands in the file as 12.300000000000001.
    return await readWorkbook(bytes, { trim: false, parseNumber: (text) => Number(Number(text).toPrecision(15)) })
  } catch {
    throw refusal
  }
}

function textOf(value: CellValue | null): string {
  if (value === null) return ''
  // Excel's days have no zone and come as midnight in UTC.
  return value instanceof Date ? value.toISOString().replace(/T00:00:00.000Z$/, '') : String(value)
}
