import type { Actor } from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'

class Undone<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('Rolled back: a dry run.')
    this.outcome = outcome
  }
}

/** Does work in a transaction of its own; in a dry run, or when what came of it says so, it is thrown away, so that its counts are the real ones. */
export async function orUndone<T>(
  database: Database,
  actor: Actor,
  undo: boolean | ((outcome: T) => boolean),
  work: (db: Db) => Promise<T>,
): Promise<T> {
  try {
    return await asActor(database, actor, async (db) => {
      const outcome = await work(db)
      if (typeof undo === 'boolean' ? undo : undo(outcome)) throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}
