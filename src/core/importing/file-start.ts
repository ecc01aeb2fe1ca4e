import { readRows, type SourceFile } from '../import/index.ts'

/** What is shown of a file before it is read: its header, and examples from the rows below. */
export interface FileStart {
  readonly header: readonly string[]
  readonly examples: readonly (readonly string[])[]
}

/** As many rows as are shown. */
const shownRows = 3
/** Of a row and of a cell shown, so that a strange file can't fill the page. */
const bounds = { columns: 1000, cell: 80 }

/** Reads the start of a file, from its header on; what is no table is refused in a sentence. */
export async function readStart(
  file: SourceFile,
  isHeader?: (cells: readonly string[]) => boolean,
): Promise<FileStart> {
  const rows: (readonly string[])[] = []
  for await (const { cells } of readRows(file, isHeader)) {
    rows.push(cells.slice(0, bounds.columns).map((cell) => cell.trim()))
    if (rows.length > shownRows) break
  }
  const [header = [], ...examples] = rows
  return { header, examples: examples.map((cells) => cells.map(shortened)) }
}

const shortened = (text: string) => (text.length > bounds.cell ? `${text.slice(0, bounds.cell - 1)}…` : text)
