import { saysNothing } from '../../core/import/index.ts'

/** Characters of a name. */
const longestName = 300

/** What registers write where several or unnamed companies stand. */
const nobody =
  /^(various|various (suppliers|providers|contractors)|multiple( suppliers| providers)?|several|see (below|note|notes|list|attached)|(a )?range of (suppliers|providers)|not (yet )?awarded|vacant)$/i

/** What follows a comma and is no company: the end of the name before it. */
const ending = /^(ltd|limited|llp|plc|inc|cic|uk|\(uk\)|the)\.?( ltd| limited)?$/i

/** As many suppliers as one row may name. */
const mostSuppliers = 500

/** What a cell of suppliers says, whichever sign parts the names and in whichever order they stand. */
export const suppliersSaid = (cell: string): string =>
  cell
    .split(/[;|,\n]/)
    .map((piece) => piece.replaceAll(/\s+/g, ' ').trim().toLowerCase())
    .filter((piece) => piece !== '')
    .toSorted()
    .join('|')

/** Every name that a cell of suppliers may hold, for looking them up at once: each run of its parts. */
export function supplierCandidates(cell: string): string[] {
  const parts = partsOf(cell)
  if (separatorOf(cell) !== ',') return parts
  return parts.flatMap((_, from) => parts.slice(from, from + 6).map((__, length) => joined(parts, from, length + 1)))
}

/** The names of a cell of suppliers, and those of its words that name none; `known` says which names with a comma are one company. */
export function suppliersOf(
  cell: string,
  known: (name: string) => boolean,
): { readonly names: readonly string[]; readonly nobody: readonly string[] } {
  const parts = partsOf(cell)
  const found: string[] = []
  for (let at = 0; at < parts.length; ) {
    const length = separatorOf(cell) === ',' ? lengthOf(parts, at, known) : 1
    found.push(joined(parts, at, length))
    at += length
  }
  const isNobody = (name: string) => saysNothing(name) || nobody.test(name)
  const unique = [...new Map(found.map((name) => [name.toLowerCase(), name])).values()]
  return { names: unique.filter((name) => !isNobody(name)), nobody: unique.filter(isNobody) }
}

/** How many parts make the next name: as many as a known name has, or one with what can only be its end. */
function lengthOf(parts: readonly string[], at: number, known: (name: string) => boolean): number {
  for (let length = Math.min(6, parts.length - at); length > 1; length -= 1) {
    if (known(joined(parts, at, length))) return length
  }
  let length = 1
  while (ending.test(parts[at + length] ?? '')) length += 1
  return length
}

/** The sign that parts companies; lines do where none but the last ends with a comma. */
function separatorOf(cell: string): string {
  const signs = /,\s*\n/.test(cell) ? [';', '|'] : [';', '|', '\n']
  return signs.find((separator) => cell.includes(separator)) ?? ','
}

const partsOf = (cell: string) =>
  cell
    .split(separatorOf(cell))
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    // One more than may be, so that more can be told.
    .slice(0, mostSuppliers + 1)

/** What is wrong with a cell of suppliers that nobody can have written by hand; undefined when nothing is. */
export function suppliersTrouble(cell: string): string | undefined {
  const parts = partsOf(cell)
  if (parts.length > mostSuppliers)
    return `This names more than ${mostSuppliers} suppliers: give them in a file of lots.`
  const long = parts.find((part) => part.length > longestName)
  return (
    long &&
    `A name of ${long.length.toLocaleString('en-GB')} characters is no supplier’s; at most ${longestName} are kept.`
  )
}

const joined = (parts: readonly string[], from: number, length: number) => parts.slice(from, from + length).join(', ')
