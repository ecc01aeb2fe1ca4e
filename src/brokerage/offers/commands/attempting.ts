import { sql } from 'kysely'
import { ahead } from '../../../core/db/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { Outcome } from '../outcome.ts'

/** Does a part of a transaction; when it says so of what came of it, all that the part wrote and told is undone, and what it held is free again. */
export async function undoneIf<T>(work: Work, body: () => Promise<T>, undo: (came: T) => boolean): Promise<T> {
  const before = work.told.length
  await ahead(brokerage(work.db), sql`savepoint attempt`)
  const came = await body()
  if (undo(came)) {
    await sql`rollback to savepoint attempt`.execute(brokerage(work.db))
    work.told.length = before
  }
  return came
}

/** Does a whole piece of work; when it is refused, nothing has changed. */
export const attempting = <Done extends object>(
  whole: Omit<Work, 'told'>,
  body: (work: Work) => Promise<Outcome<Done>>,
): Promise<Outcome<Done>> =>
  working(whole, (work) =>
    undoneIf(
      work,
      () => body(work),
      ({ outcome }) => outcome === 'refused',
    ),
  )
