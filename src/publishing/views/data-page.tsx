import type { Partnership } from '../../core/auth/index.ts'
import { number } from '../../core/ui/format.ts'
import { Details } from '../../core/ui/govuk/index.ts'
import { DataTable, Finding, Lead, Section } from '../../core/ui/parts/index.ts'
import type { Citation } from '../../evidence/index.ts'
import { apiPath, dataPath, homePath, metadataPath, openApiPath, sourcePath, tablePath } from '../paths.ts'
import type { CountedGroup } from '../queries/data-page-content.ts'
import type { OpenTable } from '../queries/tables/index.ts'
import { measuresPath, wordsPath } from '../terms/paths.ts'
import { StatementPage } from './frame.tsx'

export interface DataPageProps {
  readonly partnership: Partnership
  readonly groups: readonly CountedGroup[]
  readonly sources: readonly Pick<Citation, 'key' | 'title' | 'publisher' | 'edition' | 'licence' | 'licenceUrl'>[]
}

/** Everything that a statement is made of, to take away: tables, their columns, licences, and the interface for programs. */
export function DataPage({ partnership, groups, sources }: DataPageProps) {
  const { slug, title } = partnership
  const tables = groups.flatMap((group) => group.tables)
  return (
    <StatementPage
      partnership={partnership}
      title="Open data"
      description={`Every figure of the statement of ${title} as files and as an interface for programs, with sources and licences.`}
      current="data"
      atTop
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: 'Open data' }]}
    >
      <Finding level={1}>Every figure here can be taken away</Finding>
      <Lead>
        The tables behind the statement of {title}, as they stand in it. Each comes as CSV, as JSON, and with a
        description of its columns that programs can read.
      </Lead>
      <Tables slug={slug} groups={groups} />
      <Columns slug={slug} tables={tables} />
      <Licences slug={slug} sources={sources} />
      <Citing partnership={partnership} />
      <Interface slug={slug} counted={tables.some(({ table, rows }) => table.name === 'population' && rows > 0)} />
    </StatementPage>
  )
}

function Tables({ slug, groups }: Pick<DataPageProps, 'groups'> & { slug: string }) {
  return (
    <Section id="tables" heading="Tables to take away" intro="A file is made anew whenever the data changes.">
      <DataTable
        caption="Tables to take away"
        captionHidden
        columns={[
          { heading: 'Table' },
          { heading: 'What it holds' },
          { heading: 'Rows', align: 'number' },
          { heading: 'Files' },
        ]}
        rows={[]}
        groups={groups.map(({ heading, tables }) => ({
          heading,
          rows: tables.map(({ table, rows }) => [
            table.title,
            table.description,
            number(rows),
            <Files slug={slug} table={table} />,
          ]),
        }))}
      />
    </Section>
  )
}

function Files({ slug, table: { name, title } }: { slug: string; table: OpenTable }) {
  const about = <span class="govuk-visually-hidden"> of {title}</span>
  return (
    <span class="m-files">
      <a href={tablePath(slug, name, 'csv')}>CSV{about}</a> <a href={tablePath(slug, name, 'json')}>JSON{about}</a>{' '}
      <a href={metadataPath(slug, name)}>CSVW{about}</a>
    </span>
  )
}

function Columns({ slug, tables }: { slug: string } & Pick<CountedGroup, 'tables'>) {
  return (
    <Section
      id="columns"
      heading="What the columns mean"
      intro={
        <>
          <a href={measuresPath(slug)}>How each measure is made</a>, and{' '}
          <a href={wordsPath(slug)}>what the words for services, people and grades mean</a>, have pages of their own.
        </>
      }
    >
      {tables.map(({ table }) => (
        <Details summary={`Columns of “${table.title}”`}>
          <DataTable
            caption={`Columns of “${table.title}”`}
            captionHidden
            stack
            columns={[{ heading: 'Column' }, { heading: 'Holds' }, { heading: 'What it is' }]}
            rows={table.columns.map(({ key, datatype, unit, description }) => [
              <code>{key}</code>,
              [kinds[datatype], unit].filter(Boolean).join(', '),
              description,
            ])}
          />
        </Details>
      ))}
    </Section>
  )
}

const kinds = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  anyURI: 'address',
} as const

function Licences({ slug, sources }: Pick<DataPageProps, 'sources'> & { slug: string }) {
  return (
    <Section
      id="licences"
      heading="Whose data it is"
      intro="A file draws on the sources that its rows name. Their licences say how you may use it."
    >
      <DataTable
        caption="Sources and their licences"
        captionHidden
        stack
        columns={[{ heading: 'Source' }, { heading: 'Publisher' }, { heading: 'Licence' }]}
        rows={sources.map(({ key, title, edition, publisher, licence, licenceUrl }) => [
          <>
            <a href={sourcePath(slug, key)}>{title}</a>
            {edition ? `, ${edition}` : ''}
          </>,
          publisher,
          licenceUrl ? <a href={licenceUrl}>{licence}</a> : licence,
        ])}
      />
    </Section>
  )
}

function Citing({ partnership: { slug, name } }: Pick<DataPageProps, 'partnership'>) {
  return (
    <Section id="cite" heading="How to cite it">
      <div class="m-read">
        <p>
          Name the source of the figure first, with its edition; then the partnership, the table, its address and the
          day on which you took it. For example: National Records of Scotland, 2018-based projections; in {name}, market
          position statement, table “Population”, {dataPath(slug)}/population.csv, taken on a date you name.
        </p>
        <p>A figure keeps its identifier when data is imported again, so its own address can be cited too.</p>
      </div>
    </Section>
  )
}

function Interface({ slug, counted }: { slug: string; counted: boolean }) {
  return (
    <Section id="interface" heading="For programs">
      <div class="m-read">
        <p>
          The same figures can be asked for one page at a time, by measure, area, year, ages or section. No key is
          needed, and pages of other sites may read the answers.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            {counted ? (
              <a href={apiPath('figures', { partnership: slug, measure: 'population', ages: '75-plus' })}>
                People aged 75 and over, as JSON
              </a>
            ) : (
              <a href={apiPath('figures', { partnership: slug })}>Figures, as JSON</a>
            )}
          </li>
          <li>
            <a href={apiPath('areas', { partnership: slug })}>Areas, as JSON</a>
          </li>
          <li>
            <a href={openApiPath()}>How the interface is described (OpenAPI 3.1)</a>
          </li>
        </ul>
      </div>
    </Section>
  )
}
