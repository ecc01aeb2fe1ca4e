import { AsyncLocalStorage } from 'node:async_hooks'
import type { LogEvent } from 'kysely'

const counters = new AsyncLocalStorage<{ queries: number }>()

/** What opens and closes a transaction; Kysely tells of it on PostgreSQL only. */
const framing = /^(begin|start transaction|commit|rollback|set local |select set_config)/

/** Counts one query for whoever is counting; Kysely calls it after each. */
export function countQuery(event: LogEvent): void {
  const counter = counters.getStore()
  if (counter && event.level === 'query' && !framing.test(event.query.sql)) counter.queries += 1
}

/** Runs work and says how many queries it made, the opening and closing of its transactions left out. */
export async function countingQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  const counter = { queries: 0 }
  const result = await counters.run(counter, work)
  return { result, queries: counter.queries }
}
