import type { Content } from '../govuk/index.ts'

/** What a column holds. Numbers stand on the right; their unit is in the heading, never in the cells. */
export interface Column {
  readonly heading: string
  readonly unit?: string | undefined
  readonly align?: 'number' | undefined
  /** What a phone shows before the value, where the heading is too long for it. */
  readonly phone?: string | undefined
  /** Stands under the heading, such as the years above a column of term bars. */
  readonly under?: Content | undefined
  /** Left out on a phone: for what the row says in another way as well. */
  readonly wideOnly?: boolean | undefined
  /** Makes the heading a link that sorts by this column; see `SortableTable`. */
  readonly sort?: ColumnSort | undefined
}

/** Where a column's heading leads to sort by it, and how the table is sorted by it now. */
export interface ColumnSort {
  readonly href: string
  /** The id of the region that scripts put in alone. */
  readonly region?: string | undefined
  readonly now?: 'ascending' | 'descending' | undefined
}

/** A value as it is read; `null` where there is none, which is shown as [x] and explained. */
export type Cell = Content | null

/** A table whose first column names each row. A caption is required: it says what, where and when. */
export interface TableData {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** The last row, for totals. */
  readonly footer?: readonly Cell[] | undefined
  /** What [x] means here, when it is more than "no figure": "not collected in Wyre". */
  readonly missing?: string | undefined
}
