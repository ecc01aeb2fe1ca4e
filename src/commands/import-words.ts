import type { ImportReport, Rejection } from '../core/import/index.ts'

/** How many troubles are shown in words; the JSON report lists more. */
const shown = 20

/** An import's report as a person reads it. */
export function importWords(report: ImportReport): string {
  const { read, added, changed, unchanged, closed, rejected, rejectedRows, passedOver = 0, flagged = [] } = report
  const { dryRun, applied } = report
  const count = (amount: number, what: string) => `${amount.toLocaleString('en-GB')} ${what}`
  const head = applied
    ? `${dryRun ? 'A dry run, nothing was changed. It would have been: ' : ''}${count(added, 'added')}, ${count(changed, 'changed')}, ${count(unchanged, 'unchanged')}${closed === undefined ? '' : `, ${count(closed, 'gone')}`}`
    : 'Nothing was imported'
  return [
    `${report.file}: ${count(read, read === 1 ? 'row' : 'rows')} read. ${head}, ${count(rejectedRows, 'rejected')}${passedOver === 0 ? '' : `, ${count(passedOver, 'passed over as not for this import')}`}.`,
    ...listed(rejected),
    ...(flagged.length > 0
      ? [
          `Taken, and odd: ${count(report.flaggedRows ?? 0, report.flaggedRows === 1 ? 'row' : 'rows')}.`,
          ...listed(flagged),
        ]
      : []),
  ].join('\n')
}

const listed = (troubles: readonly Rejection[]): string[] => [
  ...troubles
    .slice(0, shown)
    .map(({ line, column, reason }) => `  line ${line}${column ? `, column ${column}` : ''}: ${reason}`),
  ...(troubles.length > shown ? [`  … and ${troubles.length - shown} more; see them all with --json.`] : []),
]
