import type { ImportReport } from '../import/index.ts'
import { number } from '../ui/format.ts'
import type { StateKind } from '../ui/parts/index.ts'
import type { RunState } from './run-state.ts'

/** How far an import has come, in a word with its sign. */
export const stateWords: { readonly [state in RunState]: { readonly kind: StateKind; readonly word: string } } = {
  mapping: { kind: 'planned', word: 'Columns to look at' },
  trying: { kind: 'current', word: 'Being tried out' },
  tried: { kind: 'planned', word: 'Tried out, not imported' },
  doubted: { kind: 'attention', word: 'To be looked at' },
  importing: { kind: 'current', word: 'Being imported' },
  imported: { kind: 'done', word: 'Imported' },
  failed: { kind: 'attention', word: 'Failed' },
  'thrown-away': { kind: 'stopped', word: 'Thrown away' },
}

/** A count with what is counted: "1 row", "1,200 rows". */
export const rows = (count: number): string => `${number(count)} ${count === 1 ? 'row' : 'rows'}`

type Counts = Pick<ImportReport, 'added' | 'changed' | 'unchanged' | 'closed'>

/** What an import would change, as a finding: "Importing this file would add 12 rows and change 3". */
export function trialFinding({ added, changed, unchanged, closed = 0 }: Counts): string {
  const parts = [
    ['add', added, ''],
    ['change', changed, ''],
    ['mark', closed, ' as gone'],
  ] as const
  const listed = parts
    .filter(([, count]) => count > 0)
    .map(([verb, count, end], at) => `${verb} ${at === 0 ? rows(count) : number(count)}${end}`)
  if (listed.length > 0) return `Importing this file would ${list.format(listed)}`
  return unchanged > 0 ? 'Importing this file would change nothing' : 'No row of this file can be imported'
}

/** What an import has changed, as a finding: "Imported: 12 rows added, 3 changed". */
export function importFinding({ added, changed, closed = 0 }: Counts): string {
  const parts = [
    [added, 'added'],
    [changed, 'changed'],
    [closed, 'marked as gone'],
  ] as const
  const listed = parts
    .filter(([count]) => count > 0)
    .map(([count, what], at) => `${at === 0 ? rows(count) : number(count)} ${what}`)
  return listed.length > 0 ? `Imported: ${listed.join(', ')}` : 'Imported: everything stood here already'
}

const list = new Intl.ListFormat('en-GB')

/** The sum that shows that no row was lost. */
export function sumSentence(report: ImportReport): string {
  const { read, added, changed, unchanged, rejectedRows, passedOver = 0, dryRun } = report
  const [add, change] = dryRun ? ['to add', 'to change'] : ['added', 'changed']
  return `${rows(read)} read: ${number(added)} ${add}, ${number(changed)} ${change}, ${number(unchanged)} as they stand, ${number(rejectedRows)} not taken${passedOver === 0 ? '' : `, ${number(passedOver)} passed over as not for this import`}.`
}
