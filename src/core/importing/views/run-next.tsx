import type { Partnership } from '../../auth/index.ts'
import { number } from '../../ui/format.ts'
import { Button } from '../../ui/govuk/index.ts'
import type { ImportKind } from '../import-kind.ts'
import { newImportPath, runPath } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { rows } from '../words.ts'

export interface RunNextProps {
  readonly partnership: Partnership
  readonly kind: ImportKind
  readonly run: Run
}

/** What can be done next about a file that no job has in hand, the likeliest first. */
export function RunNext(props: RunNextProps) {
  const { partnership, kind, run } = props
  const another = newImportPath(partnership.slug, kind.key)
  if (run.state === 'imported') {
    const shown = kind.shownOn(partnership.slug, run.chosen)
    return (
      <div class="m-btns">
        <Button href={shown.href}>{shown.text}</Button>
        <Button href={another} classes="govuk-button--secondary">
          Import another file
        </Button>
      </div>
    )
  }
  if (run.state === 'thrown-away') {
    return (
      <p class="m-spaced">
        <a href={another}>Import another file</a>
      </p>
    )
  }
  const good = goodRows(run)
  const every = run.report?.rejectedRows === 0
  return (
    <form method="post" action={runPath(partnership.slug, run.id)}>
      <input type="hidden" name="ticket" value={run.ticket} />
      {every ? <input type="hidden" name="all" value="yes" /> : null}
      {good > 0 ? (
        <p>
          {every
            ? 'Either all of them are imported, or none.'
            : `${rows(run.report?.rejectedRows ?? 0)} would be left out. To leave none out, correct the file and upload it again.`}
        </p>
      ) : null}
      <div class="m-btns">
        {good > 0 ? (
          <Button name="do" value={run.state === 'doubted' ? 'anyway' : 'import'} preventDoubleClick>
            {importWords(good, every)}
            {run.state === 'doubted' ? ' anyway' : ''}
          </Button>
        ) : (
          <Button href={another}>Upload another file</Button>
        )}
        {run.state === 'failed' ? (
          <Button name="do" value="again" classes="govuk-button--secondary" preventDoubleClick>
            Try this one again
          </Button>
        ) : null}
        {run.start ? (
          <Button name="do" value="columns" classes="govuk-button--secondary">
            Choose other columns
          </Button>
        ) : null}
        <Button name="do" value="throw-away" classes="govuk-button--secondary">
          Throw away
        </Button>
      </div>
    </form>
  )
}

/** How many rows an import would take; none of a file that failed. */
const goodRows = ({ state, report }: Run): number =>
  report && state !== 'failed' ? report.read - report.rejectedRows : 0

function importWords(good: number, every: boolean): string {
  if (every) return good === 1 ? 'Import this row' : `Import these ${rows(good)}`
  return good === 1 ? 'Import the one good row' : `Import the ${number(good)} good rows`
}
