import type { Content } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'
import { DataTable, type DataTableProps } from './data-table.tsx'
import { nextSort, type Sort, sortValue } from './sort.ts'
import type { Column } from './table-data.ts'
import { withQuery } from './with-query.ts'

export interface SortableColumn extends Omit<Column, 'sort'> {
  /** Its name in `?sort=`; a column without one can't be sorted by. */
  readonly key?: string | undefined
  /** Which way comes first: numbers often start with the largest. */
  readonly first?: Sort['direction'] | undefined
}

export interface SortableTableProps extends Omit<DataTableProps, 'columns'> {
  readonly columns: readonly SortableColumn[]
  /** The page's own address with its query; headings change `sort` in it and go back to the first page. */
  readonly address: string
  readonly sort: Sort
  /** How many rows there are and which are shown: "Contracts 1 to 50 of 200, by yearly spend". */
  readonly count: Content
  /** The same rows, all of them, as a file. */
  readonly csv?: { readonly href: string; readonly text?: string | undefined } | undefined
  /** The id of the region that holds the table: scripts then put in only that, and say the count. */
  readonly region?: string | undefined
  /** A `Pagination`, where the rows go on. */
  readonly pages?: Content | undefined
}

/** A table whose headings are links that sort it; rows come sorted by the server, so it works without scripts. */
export function SortableTable({ columns, address, sort, count, csv, region, pages, ...table }: SortableTableProps) {
  const headed = columns.map(({ key, first, ...column }): Column => {
    if (key === undefined) return column
    const href = withQuery(address, { sort: sortValue(nextSort(key, sort, first)), page: undefined })
    return { ...column, sort: { href, region, now: key === sort.key ? sort.direction : undefined } }
  })
  return (
    <div class="m-sortable">
      <p class="m-count">
        <span data-announce="">{count}</span>
        {csv ? <a href={safeUrl(csv.href)}>{csv.text ?? 'Rows as CSV'}</a> : null}
      </p>
      <DataTable {...table} columns={headed} />
      {pages ?? null}
    </div>
  )
}
