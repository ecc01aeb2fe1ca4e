/**
 * A table shown as blocks on a phone stops being one for screen readers; said as roles, it stays.
 * Spread onto the elements, for the linter takes roles that an element has by itself for a mistake.
 */
export const tableRole = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
