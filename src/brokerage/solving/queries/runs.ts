import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, isId } from '../../../core/values/index.ts'
import { solving } from '../schema.ts'
import type { SolveRun, SolveRunKind } from '../solve-run.ts'

const columns = [
  'id',
  'kind',
  'asked',
  'state',
  'progress',
  'words',
  'follows',
  'attempts',
  'asked_at as askedAt',
  'asked_by as askedBy',
  'started_at as startedAt',
  'heard_at as heardAt',
  'finished_at as finishedAt',
] as const

/** One run of a partnership with what it was worked out from; another's, or one of another kind, is not found. */
export async function runById(db: Db, partnershipId: Id, id: string, kind?: SolveRunKind): Promise<SolveRun> {
  const run = isId(id)
    ? await solving(db)
        .selectFrom('solve_run')
        .select([...columns, 'input', 'result'])
        .where('partnership_id', '=', partnershipId)
        .where('id', '=', id)
        .$if(kind !== undefined, (found) => found.where('kind', '=', kind ?? 'plan'))
        .executeTakeFirst()
    : undefined
  if (!run) throw notFound('This page')
  return run
}

/** A run without what it was worked out from and what came of it. */
export type ListedRun = Omit<SolveRun, 'input' | 'result'> & { readonly askedByName: string | null }

/** Runs on one page of a list. */
export const runsPerPage = 25

/** A page of a partnership's runs of a kind, the newest first, and how many there are. Two queries. */
export async function newestRuns(
  db: Db,
  partnershipId: Id,
  { kind, page }: { readonly kind: SolveRunKind; readonly page: number },
): Promise<{ readonly runs: readonly ListedRun[]; readonly total: number }> {
  const of = solving(db)
    .selectFrom('solve_run as r')
    .where('r.partnership_id', '=', partnershipId)
    .where('r.kind', '=', kind)
  const runs = await of
    .select(columns)
    .select(askedByName)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .offset((page - 1) * runsPerPage)
    .limit(runsPerPage)
    .execute()
  const { total } = await of.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
  return { runs, total }
}

const askedByName = sql<string | null>`(select a.name from account a where a.id = asked_by)`.as('askedByName')

/** How whoever asked a run is called; null for the product itself, or somebody who has left. */
export async function askerOf(db: Db, partnershipId: Id, id: Id): Promise<string | null> {
  const row = await solving(db)
    .selectFrom('solve_run')
    .select(askedByName)
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.askedByName ?? null
}

/** How far a run has come, in words that change whenever its page would. */
export async function runVersion(db: Db, partnershipId: Id, id: Id): Promise<string> {
  const row = await solving(db)
    .selectFrom('solve_run')
    .select(['state', 'attempts', sql<string>`coalesce(progress::text, '')`.as('progress')])
    .select(sql<string>`result is not null`.as('has'))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .executeTakeFirst()
  return Object.values(row ?? {}).join(' ')
}
