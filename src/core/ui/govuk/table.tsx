import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, asPart, type Part, present } from './content.ts'

/** A cell or a column's heading; numbers line up on the right with the format `numeric`. */
export interface TableCell extends Part {
  readonly format?: 'numeric' | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface TableProps extends Extras {
  /** What the table shows; hide it with the class `govuk-visually-hidden` where a heading says the same. */
  readonly caption: string
  readonly captionClasses?: string | undefined
  readonly head?: readonly (string | TableCell)[] | undefined
  readonly rows: readonly (readonly (string | TableCell)[] | Absent)[]
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined
}

/** Figures in rows and columns. */
export function Table({ caption, captionClasses, head, rows, firstCellIsHeader, classes, attributes }: TableProps) {
  return (
    <table class={classNames('govuk-table', classes)} {...attributes}>
      {caption && <caption class={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <HeaderCell scope="col" {...asPart<TableCell>(cell)} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {present(rows).map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, column) =>
              firstCellIsHeader && column === 0 ? (
                <HeaderCell scope="row" {...asPart<TableCell>(cell)} format={undefined} />
              ) : (
                <DataCell {...asPart<TableCell>(cell)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeaderCell({ scope, ...cell }: TableCell & { readonly scope: 'col' | 'row' }) {
  return (
    <th scope={scope} {...cellAttributes('govuk-table__header', cell)}>
      {cell.content}
    </th>
  )
}

function DataCell(cell: TableCell) {
  return <td {...cellAttributes('govuk-table__cell', cell)}>{cell.content}</td>
}

function cellAttributes(name: string, { format, classes, colspan, rowspan, attributes }: TableCell) {
  return {
    class: classNames(name, format && `${name}--${format}`, classes),
    colspan,
    rowspan,
    ...attributes,
  }
}
