import type { Partnership } from '../../auth/index.ts'
import { Button, Details, ErrorSummary, FileUpload, InsetText, NotificationBanner } from '../../ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../ui/parts/index.ts'
import type { FormMistake, Options } from '../forms.ts'
import type { ImportKind } from '../import-kind.ts'
import { forgetPath, newImportPath, templatePath } from '../paths.ts'
import { ChoiceField } from './choice-field.tsx'
import { ImportPage } from './import-page.tsx'

/** A column that files of a kind have. */
export interface ListedColumn {
  readonly name: string
  readonly needed: boolean
  readonly example: string | undefined
}

export interface NewImportPageProps {
  readonly partnership: Partnership
  readonly kind: ImportKind
  readonly columns: readonly ListedColumn[]
  readonly options: Options
  readonly typed: Readonly<Record<string, string>>
  readonly mistakes: readonly FormMistake[]
  /** The columns chosen by hand for an earlier file: what is wanted, and how the file called it. */
  readonly remembered: readonly { readonly wanted: string; readonly name: string }[]
  /** Why nobody may import this here; undefined when they may. */
  readonly barred: string | undefined
  /** What is remembered was just forgotten. */
  readonly forgotten: boolean
}

/** Where a file of one kind is uploaded, with what is said about it. */
export function NewImportPage(props: NewImportPageProps) {
  const { partnership, kind, mistakes, barred, forgotten } = props
  return (
    <ImportPage
      partnership={partnership}
      title={`${kind.title}: import a file`}
      breadcrumbs={[{ content: kind.title }]}
      mistakes={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` }))}
        />
      ) : null}
      {forgotten ? (
        <NotificationBanner type="success" text="Forgotten. Columns are found by their names again." />
      ) : null}
      <PageTitle heading={`${kind.title}: import a file`} note={kind.what} />
      <div class="m-cols m-cols--2">
        <Section id="upload" heading="The file">
          {barred ? <InsetText>{barred}</InsetText> : <UploadForm {...props} />}
        </Section>
        <div>
          <Columns {...props} />
          <Remembered {...props} />
        </div>
      </div>
    </ImportPage>
  )
}

const accepted = {
  csv: '.csv,.txt,.xlsx,text/csv',
  geojson: '.geojson,.json,application/geo+json',
  json: '.json,application/json',
} as const

function UploadForm({ partnership, kind, options, typed, mistakes }: NewImportPageProps) {
  return (
    <form method="post" enctype="multipart/form-data" action={newImportPath(partnership.slug, kind.key)} novalidate>
      <FileUpload
        name="file"
        label={{ content: 'File', classes: 'govuk-label--s' }}
        hint={
          kind.format === 'geojson'
            ? 'GeoJSON, at most 64 MiB.'
            : `${kind.origin ?? (kind.format === 'json' ? 'JSON' : 'CSV, or an Excel workbook (XLSX)')}. At most 64 MiB.`
        }
        accept={accepted[kind.format]}
        errorMessage={mistakes.find(({ field }) => field === 'file')?.sentence}
      />
      {kind.choices.map((choice) => (
        <ChoiceField choice={choice} options={options} typed={typed} mistakes={mistakes} />
      ))}
      <p class="m-2">Uploading imports nothing yet. The file is kept for 30 days, for you and your colleagues only.</p>
      <Button preventDoubleClick>Upload and look at it</Button>
    </form>
  )
}

function Columns({ partnership, kind, columns }: NewImportPageProps) {
  if (columns.length === 0) return null
  const withExamples = columns.some(({ example }) => example)
  return (
    <Section
      id="columns"
      heading="Columns of the file"
      intro="Found by their names, in any order; you can choose others after the upload. Further columns are passed over."
    >
      {kind.example ? (
        <p>
          <a href={templatePath(partnership.slug, kind.key)}>Template with a made-up row (CSV)</a>
        </p>
      ) : null}
      <Details summary={`The ${columns.length} columns`} open={columns.length <= 12}>
        <DataTable
          caption="Columns that are read"
          captionHidden
          stack={false}
          columns={[
            { heading: 'Column' },
            { heading: 'Needed' },
            ...(withExamples ? [{ heading: 'Such as (made up)' }] : []),
          ]}
          rows={columns.map(({ name, needed, example }) => [
            name,
            needed ? 'Yes' : 'No',
            ...(withExamples ? [example || 'blank'] : []),
          ])}
        />
      </Details>
    </Section>
  )
}

function Remembered({ partnership, kind, remembered }: NewImportPageProps) {
  if (remembered.length === 0) return null
  return (
    <Section id="remembered" heading="Columns remembered from the last file">
      <ul class="govuk-list govuk-list--bullet">
        {remembered.map(({ wanted, name }) => (
          <li>{name === '' ? `${wanted} is not read` : `${wanted} is read from “${name}”`}</li>
        ))}
      </ul>
      <form method="post" action={forgetPath(partnership.slug, kind.key)}>
        <button class="m-linklike" type="submit">
          Forget them
        </button>
      </form>
    </Section>
  )
}
