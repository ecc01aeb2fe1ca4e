import { type RawBuilder, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { sha256 } from '../values/index.ts'

const mark = '/* kept plan */ '

/**
 * Stands at the head of a statement that is asked all the time and takes longer to plan than to run: each connection to
 * a server plans it a few times and then keeps the plan. The embedded engine takes no notice.
 */
export const keptPlan: RawBuilder<unknown> = sql.raw(mark)

const names = new Map<string, string>()

/** A name by which a server knows a statement again; the texts of such statements are few. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `kept-${sha256(text).slice(0, 16)}`
  names.set(text, name)
  return name
}

/** Lets a new connection keep the plans of the statements that are marked for it. */
export function keepPlans(client: PoolClient): void {
  const query: (...given: unknown[]) => unknown = client.query.bind(client)
  Object.assign(client, {
    query: (text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && text.startsWith(mark) && Array.isArray(values)
        ? query({ name: nameOf(text), text, values }, ...rest)
        : query(text, values, ...rest),
  })
}
