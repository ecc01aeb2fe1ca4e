import type { Id } from '../../core/values/index.ts'

/** Rows by the identifier that each belongs to, in their order. */
export function grouped<Row, Value>(rows: readonly Row[], of: (row: Row) => [Id, Value]): Map<Id, Value[]> {
  const groups = new Map<Id, Value[]>()
  for (const row of rows) {
    const [id, value] = of(row)
    const group = groups.get(id)
    if (group) group.push(value)
    else groups.set(id, [value])
  }
  return groups
}
