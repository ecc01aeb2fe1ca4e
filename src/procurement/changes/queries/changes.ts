import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Change } from '../../change.ts'
import type { ChangeKind } from '../../change-kind.ts'
import type { Contract } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import { procurement } from '../../schema/index.ts'
import { namesOf } from './drafts.ts'

/** A change as it was asked for, and what became of it. */
export interface ChangeRow {
  readonly id: Id
  readonly contractId: Id
  readonly reference: string
  /** The version that the contract has now. */
  readonly contractVersion: number
  readonly kind: ChangeKind
  readonly state: 'proposed' | 'applied' | 'declined'
  readonly baseVersion: number
  readonly version: number | null
  readonly effectiveOn: IsoDate
  readonly reason: string
  readonly asked: Change
  readonly valuePence: number
  readonly document: { readonly id: Id; readonly title: string } | null
  readonly askedBy: string | null
  readonly askedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly words: string | null
}

/** How many changes one page of a list shows. */
export const changesPerPage = 50

/** One change of a partnership, or "not found". */
export async function changeById(db: Db, partnershipId: Id, id: Id): Promise<ChangeRow> {
  const [found] = await read(db, changes(db, partnershipId).where('h.id', '=', id))
  if (!found) throw notFound('This change')
  return found
}

/** The changes that wait for approval, the oldest first. */
export const changesWaiting = (db: Db, partnershipId: Id, page: number): Promise<ChangeRow[]> =>
  read(
    db,
    changes(db, partnershipId)
      .where('h.state', '=', 'proposed')
      .orderBy('h.proposed_at')
      .orderBy('h.id')
      .limit(changesPerPage)
      .offset((page - 1) * changesPerPage),
  )

/** How many changes wait for approval. */
export async function countWaiting(db: Db, partnershipId: Id): Promise<number> {
  const { count } = await procurement(db)
    .selectFrom('contract_change as h')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('h.partnership_id', '=', partnershipId)
    .where('h.state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  return count
}

/** The changes of one contract that wait for approval. */
export const changesWaitingOf = (db: Db, partnershipId: Id, contractId: Id): Promise<ChangeRow[]> =>
  read(
    db,
    changes(db, partnershipId)
      .where('h.contract_id', '=', contractId)
      .where('h.state', '=', 'proposed')
      .orderBy('h.proposed_at')
      .limit(20),
  )

/** What was applied to a contract after a version, in order. */
export const changesSince = (db: Db, partnershipId: Id, contractId: Id, version: number): Promise<ChangeRow[]> =>
  read(
    db,
    changes(db, partnershipId)
      .where('h.contract_id', '=', contractId)
      .where('h.version', '>', version)
      .orderBy('h.version', 'desc')
      .limit(20),
  )

/** The day on which two versions of a contract are compared: one on which all that was changed holds. */
export const dayToCompare = (effectiveOn: IsoDate, since: readonly ChangeRow[]): IsoDate =>
  since.reduce((latest, change) => (change.effectiveOn > latest ? change.effectiveOn : latest), effectiveOn)

/** A contract as it was known in a version; as it is known now when no change made that version. */
export async function contractInVersion(
  db: Db,
  partnershipId: Id,
  contractId: Id,
  { version, on }: { readonly version: number; readonly on: IsoDate },
): Promise<Contract | undefined> {
  const made = await procurement(db)
    .selectFrom('contract_change as h')
    .select('h.decided_at as at')
    .where('h.partnership_id', '=', partnershipId)
    .where('h.contract_id', '=', contractId)
    .where('h.version', '=', version)
    .executeTakeFirst()
  return contractAt(db, partnershipId, { id: contractId }, { on, known: made?.at ?? undefined })
}

const changes = (db: Db, partnershipId: Id) =>
  procurement(db)
    .selectFrom('contract_change as h')
    .innerJoin('contract as c', (join) =>
      join.onRef('c.partnership_id', '=', 'h.partnership_id').onRef('c.id', '=', 'h.contract_id'),
    )
    .leftJoin('contract_document as d', (join) =>
      join.onRef('d.partnership_id', '=', 'h.partnership_id').onRef('d.id', '=', 'h.document_id'),
    )
    .select(['h.id', 'h.contract_id as contractId', 'c.reference', 'c.version as contractVersion', 'h.kind', 'h.state'])
    .select(['h.base_version as baseVersion', 'h.version', 'h.effective_on as effectiveOn', 'h.reason', 'h.asked'])
    .select(['h.value_pence as value', 'h.document_id', 'd.title as documentTitle', 'h.proposed_by', 'h.decided_by'])
    .select(['h.proposed_at as askedAt', 'h.decided_at as decidedAt', 'h.decision_words as words'])
    .where('h.partnership_id', '=', partnershipId)

async function read(db: Db, query: ReturnType<typeof changes>): Promise<ChangeRow[]> {
  const rows = await query.execute()
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.proposed_by, row.decided_by]),
  )
  return rows.map(({ value, document_id, documentTitle, proposed_by, decided_by, asked, ...row }) => ({
    ...row,
    // What an import or a round of uplift writes here has other shapes; it is told apart by its kind.
    asked: (asked ?? { kind: row.kind }) as Change,
    valuePence: Number(value),
    document: document_id && documentTitle !== null ? { id: document_id, title: documentTitle } : null,
    askedBy: names.get(proposed_by ?? '') ?? null,
    decidedBy: names.get(decided_by ?? '') ?? null,
  }))
}
