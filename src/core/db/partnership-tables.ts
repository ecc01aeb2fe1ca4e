import { type Kysely, sql } from 'kysely'

/** A foreign key from one table to another. */
interface Reference {
  from: string
  to: string
}

/** Every table that carries `partnership_id`, those that point to others first: the order in which rows can go. */
export async function partnershipTablesByDependence(db: Kysely<unknown>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'partnership_id' order by table_name`.execute(db)
  const { rows: references } =
    await sql<Reference>`select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and conrelid <> confrelid`.execute(db)
  const left = new Set(tables.map((table) => table.name))
  const ordered: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((name) => !references.some(({ from, to }) => to === name && left.has(from)))
    if (free.length === 0) throw new Error(`These tables point at each other in a ring: ${[...left].join(', ')}`)
    for (const name of free) left.delete(name)
    ordered.push(...free)
  }
  return ordered
}
