import type { Database } from '../../src/core/db/index.ts'

/** Lets the pool open its connections anew, as it does every half hour: what they planned for empty tables is forgotten. */
export async function newConnections({ engine }: Database): Promise<void> {
  if (engine.kind !== 'postgres') return
  const { pool } = engine
  const held = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
  for (const client of held) client.release(true)
}
