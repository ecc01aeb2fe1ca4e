import type { Db } from '../../../core/db/index.ts'
import { type Id, isId, newId } from '../../../core/values/index.ts'
import type { Figure } from '../../figure.ts'
import { countsPeople } from '../../figure-unit.ts'
import { suppression } from '../schema.ts'

/** Remembers which numbers of people an edition shows and which it hides; they can't be taken back. */
export async function rememberTold(db: Db, partnershipId: Id, figures: Iterable<Figure>, at: Date): Promise<void> {
  const rows = [...figures]
    .filter(({ id, unit, value, suppressed }) => {
      // One that is worked out has no identifier of its own; its parts are what may be hidden.
      return isId(id) && unit !== null && countsPeople(unit) && (value !== null || suppressed)
    })
    .map(({ id, value }) => ({ partnership_id: partnershipId, id: newId(), figure_id: id, value, told_at: at }))
  // In steps, because a statement carries at most 65,535 values.
  for (let start = 0; start < rows.length; start += 1000) {
    await suppression(db)
      .insertInto('figure_told')
      .values(rows.slice(start, start + 1000))
      .onConflict((conflict) => conflict.columns(['partnership_id', 'figure_id', 'value']).doNothing())
      .execute()
  }
}
