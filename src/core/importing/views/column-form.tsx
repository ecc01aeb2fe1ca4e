import { Button, Details, Select } from '../../ui/govuk/index.ts'
import { DataTable } from '../../ui/parts/index.ts'
import type { FileStart } from '../file-start.ts'
import { type Columns, missingOf, type WantedColumn } from '../mapping.ts'

/** The name of the field in which a wanted column is chosen. */
export const columnField = (key: string): string => `column-${key}`

export interface ColumnFormProps {
  readonly action: string
  readonly ticket: string
  readonly start: FileStart
  readonly columns: Columns
  /** The needed columns that were still missing when the file was to be tried. */
  readonly mistakes: readonly { readonly key: string; readonly sentence: string }[]
}

/** Which column of the file is read as which, with examples from it. */
export function ColumnForm({ action, ticket, start, columns, mistakes }: ColumnFormProps) {
  const { wanted, family } = columns
  const absent = wanted.filter(({ needed, at }) => !needed && at === undefined)
  const missing = missingOf(columns).length > 0
  const table = (caption: string, listed: readonly WantedColumn[]) => (
    <ColumnTable caption={caption} columns={listed} start={start} mistakes={mistakes} />
  )
  return (
    <form method="post" action={action} class="m-spaced" novalidate>
      <input type="hidden" name="ticket" value={ticket} />
      {/* What most files need, before a list that is long. */}
      {missing ? null : (
        <p>
          <Button name="do" value="try" preventDoubleClick>
            Try it out
          </Button>
        </p>
      )}
      {table(
        'Columns that are read, and where they are in the file',
        wanted.filter((column) => !absent.includes(column)).toSorted((a, b) => Number(a.at ?? -1) - Number(b.at ?? -1)),
      )}
      {family > 0 ? <p class="m-spaced">And {family} columns that are found by their names alone.</p> : null}
      {absent.length > 0 ? (
        <Details classes="m-spaced" summary={`${absent.length} more that are not in the file, and may be missing`}>
          {table('Columns that are not in the file, and may be missing', absent)}
        </Details>
      ) : null}
      <div class="m-btns">
        <Button name="do" value="try" classes={missing ? undefined : 'govuk-button--secondary'} preventDoubleClick>
          Continue with these columns
        </Button>
        <Button name="do" value="look" classes="govuk-button--secondary">
          Show the rows of what I chose
        </Button>
      </div>
    </form>
  )
}

interface ColumnTableProps extends Pick<ColumnFormProps, 'start' | 'mistakes'> {
  readonly caption: string
  readonly columns: readonly WantedColumn[]
}

function ColumnTable({ caption, columns, start, mistakes }: ColumnTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      columns={[{ heading: 'Column' }, { heading: 'Found in the file as' }, { heading: 'First rows' }]}
      rows={columns.map((column) => [
        <>
          {column.name}
          {column.needed ? null : <small class="m-under">may be missing</small>}
        </>,
        <ColumnSelect column={column} start={start} mistakes={mistakes} />,
        <Examples column={column} start={start} />,
      ])}
    />
  )
}

function ColumnSelect({
  column: { key, name, needed, at },
  start: { header },
  mistakes,
}: { readonly column: WantedColumn } & Pick<ColumnFormProps, 'start' | 'mistakes'>) {
  return (
    <Select
      name={columnField(key)}
      label={{ content: `Column of the file for ${name}`, classes: 'govuk-visually-hidden' }}
      errorMessage={mistakes.find((mistake) => mistake.key === key)?.sentence}
      value={at === undefined ? '' : header[at]}
      items={[
        { value: '', text: needed ? 'Choose a column' : 'Not in the file' },
        ...[...new Set(header)].filter((text) => text !== '').map((text) => ({ value: text, text })),
      ]}
    />
  )
}

function Examples({ column: { at }, start }: { readonly column: WantedColumn; readonly start: FileStart }) {
  if (at === undefined) return <span class="m-2">None</span>
  return (
    <>
      {start.examples.map((cells) => (
        <span class="m-under">{cells[at] || '(blank)'}</span>
      ))}
    </>
  )
}
