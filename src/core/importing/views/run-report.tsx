import type { ImportReport, Rejection } from '../../import/index.ts'
import { number } from '../../ui/format.ts'
import { DataTable, Section, Tally } from '../../ui/parts/index.ts'
import { sumSentence } from '../words.ts'

/** As many rows as the page lists; the file of them has more. */
const listed = 50

export interface RunReportProps {
  readonly report: ImportReport
  /** Where the rows can be had as a file. */
  readonly file: string
  readonly forgotten: boolean
}

/** What became of the rows of a file, by counts that add up. */
export function RunSums({ report }: Pick<RunReportProps, 'report'>) {
  const { added, changed, unchanged, closed, rejected, rejectedRows, flagged = [], flaggedRows = 0, dryRun } = report
  const listedBelow = (rows: readonly Rejection[], id: string) => (rows.length > 0 ? `#${id}` : undefined)
  return (
    <div class="m-spaced">
      <Tally
        label="Rows of the file"
        items={[
          { value: number(added), what: dryRun ? 'to add' : 'added' },
          { value: number(changed), what: dryRun ? 'to change' : 'changed' },
          { value: number(unchanged), what: 'as they stand' },
          ...(closed === undefined ? [] : [{ value: number(closed), what: 'gone since the file before' }]),
          ...(flaggedRows > 0
            ? [{ value: number(flaggedRows), what: 'odd, but taken', href: listedBelow(flagged, 'odd') }]
            : []),
          {
            value: number(rejectedRows),
            what: 'not taken',
            href: listedBelow(rejected, 'bad'),
            tone: rejectedRows > 0 ? ('need' as const) : undefined,
          },
        ]}
      />
      <p class="m-spaced">{sumSentence(report)}</p>
    </div>
  )
}

/** Each row that was not taken or is odd, with the reason. */
export function RunRows({ report, file, forgotten }: RunReportProps) {
  const { rejected, rejectedRows, flagged = [], flaggedRows = 0 } = report
  return (
    <>
      {forgotten && rejectedRows + flaggedRows > 0 ? (
        <p>Which rows those were is not kept any more; the file was forgotten.</p>
      ) : null}
      <Rows
        id="bad"
        heading="Rows that can’t be taken"
        caption="Rows that can’t be taken, with the reason"
        rows={rejected}
        of={rejectedRows}
        file={file}
      />
      <Rows
        id="odd"
        heading="Rows that are odd, and taken all the same"
        caption="Odd rows, with the reason"
        rows={flagged}
        of={flaggedRows}
        file={file}
      />
    </>
  )
}

interface RowsProps {
  readonly id: string
  readonly heading: string
  readonly caption: string
  readonly rows: readonly Rejection[]
  readonly of: number
  readonly file: string
}

function Rows({ id, heading, caption, rows, of, file }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <Section
      id={id}
      heading={heading}
      intro={
        <>
          {rows.length > listed ? `The first ${listed} reasons, for ${number(of)} rows. ` : null}
          <a href={file}>
            All {rows.length > listed ? 'of them ' : ''}as CSV
            <span class="m-vh">: {heading}</span>
          </a>
        </>
      }
    >
      <DataTable
        caption={caption}
        captionHidden
        stack
        missing="the row as a whole"
        columns={[{ heading: 'Where' }, { heading: 'Column' }, { heading: 'Reason' }]}
        rows={rows
          .slice(0, listed)
          .map(({ line, column, reason }) => [
            line === 0 ? 'The file as a whole' : `Line ${number(line)}`,
            column,
            reason,
          ])}
      />
    </Section>
  )
}
