/** One record of a CSV file, or (null) a line whose opening quotation mark is never closed. */
export interface CsvRecord {
  /** The line on which the record starts, counted from 1. */
  readonly line: number
  readonly cells: readonly string[] | null
}

/** A quoted cell that runs on past this is taken for one whose closing mark is missing. */
const longestRecord = { lines: 1000, characters: 1_000_000 }

/**
 * Splits lines into the records of RFC 4180, a quoted cell may hold line ends.
 * Lenient where files are: a stray mark stands for itself, and a mark that is never closed costs its own line only.
 */
export async function* csvRecords(lines: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  let line = 0
  let open: { from: number; lines: string[]; characters: number; scan: Scan } | undefined
  for await (const text of lines) {
    line += 1
    if (!open && !text.includes('"')) {
      yield { line, cells: text.split(delimiter) }
      continue
    }
    open ??= { from: line, lines: [], characters: 0, scan: newScan() }
    open.lines.push(text)
    open.characters += text.length
    scanLine(open.scan, text, delimiter)
    if (!open.scan.quoted) {
      yield { line: open.from, cells: open.scan.cells }
      open = undefined
    } else if (open.lines.length >= longestRecord.lines || open.characters > longestRecord.characters) {
      yield* rescued(open.lines, open.from, delimiter)
      open = undefined
    }
  }
  if (open) yield* rescued(open.lines, open.from, delimiter)
}

/** The first line is broken; those that it swallowed are read one by one. */
function* rescued(lines: readonly string[], from: number, delimiter: string): Generator<CsvRecord> {
  yield { line: from, cells: null }
  for (const [index, text] of lines.slice(1).entries()) {
    const scan = newScan()
    scanLine(scan, text, delimiter)
    yield { line: from + 1 + index, cells: scan.quoted ? null : scan.cells }
  }
}

interface Scan {
  cells: string[]
  /** The quoted cell that the last line left open. */
  cell: string
  quoted: boolean
}

const newScan = (): Scan => ({ cells: [], cell: '', quoted: false })

/** Reads one more line into a record. */
function scanLine(scan: Scan, text: string, delimiter: string): void {
  let at = scan.quoted ? continueQuoted(scan, `\n${text}`, 0, delimiter) - 1 : 0
  while (!scan.quoted && at <= text.length) {
    if (text[at] === '"') {
      scan.cell = ''
      at = continueQuoted(scan, text, at + 1, delimiter)
    } else {
      const end = endOfCell(text, at, delimiter)
      scan.cells.push(text.slice(at, end))
      at = end + 1
    }
  }
}

/** Reads a quoted cell on; returns where the next cell starts. */
function continueQuoted(scan: Scan, text: string, from: number, delimiter: string): number {
  let at = from
  while (true) {
    const mark = text.indexOf('"', at)
    scan.quoted = mark < 0
    if (scan.quoted) {
      scan.cell += text.slice(at)
      return text.length + 1
    }
    scan.cell += text.slice(at, mark)
    if (text[mark + 1] === '"') {
      scan.cell += '"'
      at = mark + 2
      continue
    }
    const end = endOfCell(text, mark + 1, delimiter)
    scan.cells.push(scan.cell + text.slice(mark + 1, end))
    return end + 1
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from)
  return end < 0 ? text.length : end
}
