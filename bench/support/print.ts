/** Prints a table with its title; numbers to the right, words to the left. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = rows.map((row) => row.map(String))
  const widths = headings.map((heading, at) => Math.max(heading.length, ...cells.map((row) => (row[at] ?? '').length)))
  const numeric = headings.map((_, at) => rows.every((row) => !/[a-z]{3}/i.test(String(row[at] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (numeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  console.log(`\n${title}\n${line(headings)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  for (const row of cells) console.log(line(row))
}

/** A number with so many decimals and thousands parted. */
export const digits = (value: number, decimals = 0): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** How a measured value stands to its bound, in words. */
export const verdict = (holds: boolean): string => (holds ? 'holds' : 'MISSED')
