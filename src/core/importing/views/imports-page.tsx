import type { Partnership } from '../../auth/index.ts'
import { number } from '../../ui/format.ts'
import { Pagination } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { DataTable, EmptyState, PageTitle, Section, State } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import type { ImportKind } from '../import-kind.ts'
import { importsPath, newImportPath, runPath, templatePath } from '../paths.ts'
import type { ListedRun } from '../queries/runs.ts'
import { stateWords } from '../words.ts'
import { ImportPage } from './import-page.tsx'

export interface ImportsPageProps {
  readonly partnership: Partnership
  readonly kinds: readonly ImportKind[]
  /** A page of what has been uploaded, the newest first. */
  readonly runs: readonly ListedRun[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly names: ReadonlyMap<Id, string>
}

/** What can be imported, and what has been. */
export function ImportsPage(props: ImportsPageProps) {
  const { partnership, kinds } = props
  return (
    <ImportPage partnership={partnership} title="Import data">
      <PageTitle
        heading="Import data"
        note="A file is tried out first: you see what it would change, and every row that can’t be taken, before anything is imported."
      />
      <Kinds
        id="own"
        heading={`For ${partnership.title}`}
        partnership={partnership}
        kinds={kinds.filter(({ shared }) => !shared)}
      />
      <Kinds
        id="shared"
        heading="For every partnership here"
        intro="What these files say is shared: all partnerships on this service see it."
        partnership={partnership}
        kinds={kinds.filter(({ shared }) => shared)}
      />
      <Runs {...props} />
    </ImportPage>
  )
}

interface KindsProps {
  readonly id: string
  readonly heading: string
  readonly intro?: string
  readonly partnership: Partnership
  readonly kinds: readonly ImportKind[]
}

function Kinds({ id, heading, intro, partnership: { slug }, kinds }: KindsProps) {
  if (kinds.length === 0) return null
  return (
    <Section id={id} heading={heading} intro={intro}>
      <DataTable
        caption={`What can be imported: ${heading.toLowerCase()}`}
        captionHidden
        stack
        columns={[{ heading: 'Data' }, { heading: 'What it is for' }, { heading: 'Format' }]}
        rows={kinds.map((kind) => [
          <a href={newImportPath(slug, kind.key)}>{kind.title}</a>,
          kind.what,
          kind.example ? (
            <a href={templatePath(slug, kind.key)}>
              Template<span class="m-vh"> for {kind.title.toLowerCase()}</span> (CSV)
            </a>
          ) : (
            (kind.origin ?? formatNames[kind.format])
          ),
        ])}
      />
    </Section>
  )
}

const formatNames = { csv: 'CSV', geojson: 'GeoJSON', json: 'JSON' } as const

function Runs({ partnership: { slug }, kinds, runs, total, page, perPage, names }: ImportsPageProps) {
  const last = Math.max(1, Math.ceil(total / perPage))
  const to = (at: number) => ({ href: at === 1 ? importsPath(slug) : `${importsPath(slug)}?page=${at}` })
  return (
    <Section id="imports" heading={total === 0 ? 'Nothing has been imported here yet' : 'Files so far'}>
      {runs.length === 0 ? (
        <EmptyState
          what="Each file that somebody uploads is listed here, with what came of it."
          why={total === 0 ? 'Nobody has uploaded one yet.' : 'There are not so many pages.'}
          link={
            total === 0
              ? { text: 'Choose what to import', href: '#own' }
              : { text: 'The newest files', href: importsPath(slug) }
          }
        />
      ) : (
        <DataTable
          caption="Files so far, the newest first"
          captionHidden
          stack
          missing="not tried out yet"
          columns={[
            { heading: 'File' },
            { heading: 'Data' },
            { heading: 'Uploaded' },
            { heading: 'How far it is' },
            { heading: 'Read', unit: 'rows', align: 'number' },
            { heading: 'Not taken', unit: 'rows', align: 'number' },
          ]}
          rows={runs.map((run) => [
            <a href={runPath(slug, run.id)}>{run.file_name}</a>,
            kinds.find(({ key }) => key === run.kind)?.title ?? run.kind,
            <>
              {names.get(run.uploaded_by) ?? 'Someone who has left'}
              <small class="m-under">{moment(run.uploaded_at)}</small>
            </>,
            <State {...stateWords[run.state]} />,
            run.read === null ? null : number(run.read),
            run.rejectedRows === null ? null : number(run.rejectedRows),
          ])}
        />
      )}
      {last > 1 ? (
        <Pagination
          previous={page > 1 ? to(Math.min(page - 1, last)) : undefined}
          next={page < last ? to(page + 1) : undefined}
        />
      ) : null}
    </Section>
  )
}
