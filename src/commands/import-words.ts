import type { ImportReport } from '../core/import/index.ts'

/** How many troubles are shown in words; the JSON report lists more. */
const shown = 20

/** An import's report as a person reads it. */
export function importWords(report: ImportReport): string {
  const { read, added, changed, unchanged, rejected, rejectedRows, dryRun, applied } = report
  const count = (amount: number, what: string) => `${amount.toLocaleString('en-GB')} ${what}`
  const head = applied
    ? `${dryRun ? 'A dry run, nothing was changed. It would have been: ' : ''}${count(added, 'added')}, ${count(changed, 'changed')}, ${count(unchanged, 'unchanged')}`
    : 'Nothing was imported'
  return [
    `${report.file}: ${count(read, read === 1 ? 'row' : 'rows')} read. ${head}, ${count(rejectedRows, 'rejected')}.`,
    ...rejected
      .slice(0, shown)
      .map(({ line, column, reason }) => `  line ${line}${column ? `, column ${column}` : ''}: ${reason}`),
    ...(rejected.length > shown ? [`  … and ${rejected.length - shown} more; see them all with --json.`] : []),
  ].join('\n')
}
