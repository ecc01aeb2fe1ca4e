import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { solving } from '../../solving/schema.ts'
import type { SolveRun } from '../../solving/solve-run.ts'
import { type DrillAsked, partKey } from '../drill-asked.ts'
import type { DrillResult } from '../drill-result.ts'

/** A drill as its page tells of it. */
export type Drill = Omit<SolveRun<DrillAsked, unknown, DrillResult>, 'input'>

/** An earlier drill with what it found. */
export type EarlierDrill = Pick<Drill, 'id' | 'asked' | 'askedAt'> & { readonly result: DrillResult }

/** The last drill of the same closing that was done before another was asked; undefined for the first. One query. */
export async function drillBefore(
  db: Db,
  partnershipId: Id,
  { id, asked, askedAt }: Pick<Drill, 'id' | 'asked' | 'askedAt'>,
): Promise<EarlierDrill | undefined> {
  const rows = await solving(db)
    .selectFrom('solve_run')
    .select(['id', 'asked', 'asked_at as askedAt', 'result'])
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', 'drill')
    .where('state', '=', 'done')
    .where('result', 'is not', null)
    .where('asked_at', '<=', askedAt)
    .where('id', '<>', id)
    .where('asked', '@>', JSON.stringify({ organisationId: asked.organisationId, part: asked.part }))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  const [found] = rows as readonly EarlierDrill[]
  // A part that holds more would contain this one too.
  return found && partKey(found.asked.part) === partKey(asked.part) ? found : undefined
}
