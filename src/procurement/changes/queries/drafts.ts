import { type Db, tables } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { DraftContent } from '../forms/draft.ts'

const accounts = tables<{ account: { id: Id; name: string } }>()

/** A contract that is being made. */
export interface Draft {
  readonly contractId: Id
  readonly reference: string
  readonly content: DraftContent
  readonly changedAt: Date
  /** Who changed it last. */
  readonly changedBy: string | null
  /** The change that waits for approval, once its award was asked for. */
  readonly waiting: Id | null
}

/** As many drafts as are listed; more are never made at once. */
const most = 100

/** Every draft of a partnership, the last changed first. */
export const draftsOf = (db: Db, partnershipId: Id): Promise<Draft[]> => read(db, drafts(db, partnershipId))

/** One draft by its reference, or "not found": an awarded contract is none. */
export async function draftByReference(db: Db, partnershipId: Id, reference: string): Promise<Draft> {
  const [found] = await read(db, drafts(db, partnershipId).where('c.reference', '=', reference))
  if (!found) throw notFound('This draft', 'It may have been awarded or given up; look in the register of contracts.')
  return found
}

const drafts = (db: Db, partnershipId: Id) =>
  procurement(db)
    .selectFrom('contract_draft as d')
    .innerJoin('contract as c', (join) =>
      join.onRef('c.partnership_id', '=', 'd.partnership_id').onRef('c.id', '=', 'd.contract_id'),
    )
    .leftJoin('contract_change as w', (join) =>
      join
        .onRef('w.partnership_id', '=', 'd.partnership_id')
        .onRef('w.contract_id', '=', 'd.contract_id')
        .on('w.state', '=', 'proposed'),
    )
    .select(['c.id as contractId', 'c.reference', 'd.content', 'd.changed_at as changedAt', 'd.changed_by'])
    .select('w.id as waiting')
    .where('d.partnership_id', '=', partnershipId)
    .where('c.stage', '=', 'draft')
    .orderBy('d.changed_at', 'desc')
    .limit(most)

async function read(db: Db, query: ReturnType<typeof drafts>): Promise<Draft[]> {
  const rows = await query.execute()
  const names = await namesOf(
    db,
    rows.map((row) => row.changed_by),
  )
  return rows.map(({ changed_by, content, ...row }) => ({
    ...row,
    // Written by nobody but commands/keep-draft.ts.
    content: content as DraftContent,
    changedBy: names.get(changed_by ?? '') ?? null,
  }))
}

/** How accounts are called, of all whom the partnership knows. */
export async function namesOf(db: Db, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await accounts(db)
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.id', 'in', known)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
