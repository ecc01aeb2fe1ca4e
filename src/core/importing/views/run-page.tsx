import type { Partnership } from '../../auth/index.ts'
import { longDate, number } from '../../ui/format.ts'
import { Button, ErrorSummary, InsetText, WarningText } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { Facts, PageTitle } from '../../ui/parts/index.ts'
import type { Chosen, ImportKind } from '../import-kind.ts'
import type { Columns } from '../mapping.ts'
import { newImportPath, rowsPath, runPath } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { isAtWork } from '../run-state.ts'
import { importFinding, rows, trialFinding } from '../words.ts'
import { ColumnForm, columnField } from './column-form.tsx'
import { ImportPage } from './import-page.tsx'
import { RunNext } from './run-next.tsx'
import { RunRows, RunSums } from './run-report.tsx'

export interface RunPageProps {
  readonly partnership: Partnership
  readonly kind: ImportKind
  readonly run: Run
  readonly uploader: string
  readonly importer: string | undefined
  /** Where the page listens while a job has the file in hand. */
  readonly live: string
  readonly stuck: boolean
  /** Where the wanted columns are, while somebody looks at them. */
  readonly columns: Columns | undefined
  readonly remembered: readonly { readonly wanted: string; readonly name: string }[]
  readonly mistakes: readonly { readonly key: string; readonly sentence: string }[]
  /** What was asked for was done by somebody else, or can't be asked for any more. */
  readonly late: boolean
}

/** One file on its way in: its columns, how far it is, what it would change, what it has changed. */
export function RunPage(props: RunPageProps) {
  const { partnership, kind, run, live, mistakes, late } = props
  const heading = headingOf(props)
  return (
    <ImportPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: kind.title, href: newImportPath(partnership.slug, kind.key) },
        { content: run.file_name },
      ]}
      mistakes={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ key, sentence }) => ({ content: sentence, href: `#${columnField(key)}` }))}
        />
      ) : null}
      {late ? (
        <InsetText>Somebody was quicker, or this page was out of date. It shows how things are now.</InsetText>
      ) : null}
      <div
        id="run"
        {...(isAtWork(run.state) ? { 'data-live': live, 'data-from': runPath(partnership.slug, run.id) } : {})}
      >
        <PageTitle heading={<span data-announce={isAtWork(run.state) ? undefined : ''}>{heading}</span>} />
        <Facts facts={factsOf(props)} />
        <Standing {...props} />
      </div>
    </ImportPage>
  )
}

function headingOf({ run, columns }: RunPageProps): string {
  const { state, report, file_name } = run
  const missing = columns?.wanted.filter(({ needed, at }) => needed && at === undefined).length ?? 0
  if (state === 'mapping') {
    if (missing === 0) return 'Every column that is needed was found'
    return missing === 1 ? 'One column was not found' : `${number(missing)} columns were not found`
  }
  if (state === 'trying') return `Trying out ${file_name}`
  if (state === 'importing') return `Importing ${file_name}`
  if (state === 'doubted') return 'This may be the wrong file'
  if (state === 'thrown-away') return `${file_name} was thrown away`
  if (state === 'failed' || !report) return 'Nothing was imported'
  return state === 'imported' ? importFinding(report) : trialFinding(report)
}

function factsOf({ kind, run, uploader, importer }: RunPageProps) {
  return [
    { term: 'File', value: run.file_name },
    { term: 'Data', value: kind.title },
    ...kind.choices.flatMap((choice) => {
      const value = wordsOf(choice, run.chosen)
      return value ? [{ term: choice.label, value }] : []
    }),
    { term: 'Uploaded', value: `${uploader}, ${moment(run.uploaded_at)}` },
    ...(importer && run.state !== 'tried' ? [{ term: 'Asked to import', value: importer }] : []),
  ]
}

function wordsOf(choice: ImportKind['choices'][number], chosen: Chosen): string | undefined {
  const value = chosen[choice.name]
  if (value === undefined) return undefined
  if (choice.kind === 'date') return longDate(value)
  return choice.kind === 'one-of' ? choice.options.find((option) => option.value === value)?.text : value
}

function Standing(props: RunPageProps) {
  const { run } = props
  if (run.state === 'mapping') return <ColumnsStanding {...props} />
  if (isAtWork(run.state)) return <AtWork {...props} />
  return (
    <>
      {run.state === 'doubted' && run.doubt ? <WarningText iconFallbackText="Warning">{run.doubt}</WarningText> : null}
      {run.state === 'failed' ? <InsetText>{run.trouble ?? ''}</InsetText> : null}
      {run.report ? <RunSums report={run.report} /> : null}
      <RunNext {...props} />
      {run.report ? (
        <RunRows report={run.report} file={rowsPath(props.partnership.slug, run.id)} forgotten={run.digest === null} />
      ) : null}
    </>
  )
}

function ColumnsStanding({ partnership: { slug }, kind, run, columns, remembered, mistakes }: RunPageProps) {
  if (!columns || !run.start) return null
  return (
    <>
      {remembered.length > 0 ? (
        <InsetText>
          Remembered from an earlier file:{' '}
          {remembered
            .map(({ wanted, name }) => (name === '' ? `${wanted} is not read` : `${wanted} is read from “${name}”`))
            .join(', ')}
          . <a href={`${newImportPath(slug, kind.key)}#remembered`}>Forget that</a>
        </InsetText>
      ) : null}
      <ColumnForm
        action={runPath(slug, run.id)}
        ticket={run.ticket}
        start={run.start}
        columns={columns}
        mistakes={mistakes}
      />
    </>
  )
}

function AtWork({ partnership: { slug }, run, stuck }: RunPageProps) {
  const address = runPath(slug, run.id)
  return (
    <>
      <p class="m-spaced">
        {run.rows_read > 0
          ? `${rows(run.rows_read)} read so far. `
          : 'It begins in a moment; after an interruption, by itself within some minutes. '}
        {run.state === 'trying' ? 'Nothing is changed by trying.' : 'Either the whole of it is imported, or nothing.'}
      </p>
      {stuck ? (
        <form method="post" action={address}>
          <input type="hidden" name="ticket" value={run.ticket} />
          <p>
            Nothing was heard of it since {moment(run.heard_at)}. It may have been interrupted. Beginning again does no
            harm: what is there already is not imported twice.
          </p>
          <Button name="do" value="again" preventDoubleClick>
            Begin again
          </Button>
        </form>
      ) : null}
      <p>
        <a href={address}>Look again</a>
      </p>
    </>
  )
}
