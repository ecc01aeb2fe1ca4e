import { type RawBuilder, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { sha256 } from '../values/index.ts'

const mark = '/* kept plan */ '

/**
 * Stands at the head, or at the end, of a statement that is asked all the time and takes longer to plan than to run: each connection to
 * a server plans it a few times and then keeps the plan. The embedded engine keeps whatever is asked twice.
 */
export const keptPlan: RawBuilder<unknown> = sql.raw(mark)

/**
 * A value in a kept statement that the server is not to plan by. Where it can, it thinks of a plan for the value alone; the
 * least difference in what the two are thought to cost, and it plans anew each time.
 */
export const unseen = (value: unknown, type: 'date' | 'text' | 'timestamptz' | 'uuid'): RawBuilder<unknown> =>
  sql`(select ${value}::${sql.raw(type)})`

const names = new Map<string, string>()

/** A name by which a server knows a statement again; the texts of such statements are few. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `kept-${sha256(text).slice(0, 16)}`
  names.set(text, name)
  return name
}

const isMarked = (text: string): boolean => text.startsWith(mark) || text.endsWith(mark)

/** Lets a new connection keep the plans of the statements that are marked for it. */
export function keepPlans(client: PoolClient): void {
  const query: (...given: unknown[]) => unknown = client.query.bind(client)
  Object.assign(client, {
    query: (text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && isMarked(text) && Array.isArray(values)
        ? query({ name: nameOf(text), text, values }, ...rest)
        : query(text, values, ...rest),
  })
}
