import { classNames } from '../govuk/index.ts'
import { SortLink } from './sort-link.tsx'
import type { Cell, Column, TableData } from './table-data.ts'

export interface RowGroup {
  readonly heading: string
  /** "4 of 7 shown" */
  readonly note?: string | undefined
  readonly rows: readonly (readonly Cell[])[]
}

export interface DataTableProps extends TableData {
  /** Hide the caption from sight where the heading above already says it. */
  readonly captionHidden?: boolean | undefined
  /** Rows under headings of their own, after those of `rows`: "Act now", "With providers". */
  readonly groups?: readonly RowGroup[] | undefined
  /** On a phone, a block for each row. By itself from four columns on. */
  readonly stack?: boolean | undefined
}

const longFrom = 30

/** Blocks instead of table boxes would take the table from screen readers; said as roles, it stays. */
type Part = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'

type Role = <P extends Part>(part: P) => { readonly role?: P }

/** A ledger table: ruled, not boxed; numbers to the right with the unit in the head. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, groups = [], footer, captionHidden, stack, missing = 'no figure' } = props
  const all = [...rows, ...groups.flatMap((group) => group.rows)]
  const stacked = stack ?? columns.length > 3
  const sortable = columns.some(({ sort }) => sort)
  const names = classNames(
    'm-t',
    stacked && 'm-stack',
    all.length > longFrom && 'm-t--long',
    sortable && 'm-t--sort',
    groups.length > 0 && 'm-t--groups',
  )
  const incomplete = [...all, ...(footer ? [footer] : [])].some((cells) =>
    columns.some((_, at) => (cells[at] ?? null) === null),
  )
  const is: Role = (part) => (stacked ? { role: part } : {})
  const row = (cells: readonly Cell[]) => (
    <tr {...is('row')}>
      {columns.map((column, at) => (
        <TableCell column={column} cell={cells[at] ?? null} first={at === 0} stacked={stacked} is={is} />
      ))}
    </tr>
  )
  return (
    <>
      <table class={names} {...is('table')}>
        <caption class={captionHidden ? 'm-vh' : undefined}>{caption}</caption>
        <thead {...is('rowgroup')}>
          <tr {...is('row')}>
            {columns.map((column) => (
              <ColumnHead column={column} is={is} />
            ))}
          </tr>
        </thead>
        {rows.length > 0 || groups.length === 0 ? <tbody {...is('rowgroup')}>{rows.map(row)}</tbody> : null}
        {groups.map((group) => (
          <tbody {...is('rowgroup')}>
            <tr class="m-group" {...is('row')}>
              <th scope="rowgroup" colSpan={columns.length} {...is('rowheader')}>
                {group.heading}
                {group.note ? <span> {group.note}</span> : null}
              </th>
            </tr>
            {group.rows.map(row)}
          </tbody>
        ))}
        {footer ? <tfoot {...is('rowgroup')}>{row(footer)}</tfoot> : null}
      </table>
      {incomplete ? <p class="m-t__note">[x] {missing}.</p> : null}
    </>
  )
}

function ColumnHead({ column, is }: { readonly column: Column; readonly is: Role }) {
  return (
    <th scope="col" {...is('columnheader')} class={classesOf(column)} aria-sort={column.sort?.now}>
      {column.sort ? <SortLink text={column.heading} sort={column.sort} /> : column.heading}
      {column.unit ? <small>{column.unit}</small> : null}
      {column.under ?? null}
    </th>
  )
}

interface TableCellProps {
  readonly column: Column
  readonly cell: Cell
  readonly first: boolean
  readonly stacked: boolean
  readonly is: Role
}

function TableCell({ column, cell, first, stacked, is }: TableCellProps) {
  const content = cell ?? '[x]'
  if (first) {
    return (
      <th scope="row" {...is('rowheader')} class={classesOf(column)}>
        {content}
      </th>
    )
  }
  const label = stacked ? [column.phone ?? column.heading, column.unit].filter(Boolean).join(', ') : undefined
  return (
    <td {...is('cell')} class={classesOf(column)} data-l={label}>
      {content}
    </td>
  )
}

function classesOf({ align, wideOnly }: Column): string | undefined {
  return classNames(align === 'number' && 'm-num', wideOnly && 'm-hide') || undefined
}
