import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type ProcurementTables, procurement } from '../../schema/index.ts'
import { type RoundDocument, roundsPerPage, type UpliftRound } from '../round.ts'
import type { UpliftTerms } from '../uplift-terms.ts'

/** A round in a list of rounds, with what it did or, not applied yet, nothing. */
export interface ListedRound extends UpliftRound {
  readonly lines: number
}

/** A page of the rounds of a partnership, the newest first, how many there are, and how many wait to be applied. */
export async function upliftRounds(
  db: Db,
  partnershipId: Id,
  page: number,
): Promise<{ rounds: readonly ListedRound[]; total: number; waiting: number }> {
  const { total, waiting } = await procurement(db)
    .selectFrom('uplift_round as u')
    .select(sql<number>`count(*)::int`.as('total'))
    .select(sql<number>`(count(*) filter (where u.state = 'draft'))::int`.as('waiting'))
    .where('u.partnership_id', '=', partnershipId)
    .executeTakeFirstOrThrow()
  const rows = await procurement(db)
    .selectFrom('uplift_round as u')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from uplift_line l
        where l.partnership_id = u.partnership_id and l.round_id = u.id)`.as('lines'),
    )
    .where('u.partnership_id', '=', partnershipId)
    .orderBy('u.made_at', 'desc')
    .orderBy('u.id', 'desc')
    .limit(roundsPerPage)
    .offset((page - 1) * roundsPerPage)
    .execute()
  const rounds = rows.map(({ lines, ...row }) => ({ ...roundOf(row), lines }))
  return { rounds, total, waiting }
}

/** One round by what people quote; undefined when it is not there or another's. */
export async function upliftRound(db: Db, partnershipId: Id, reference: string): Promise<UpliftRound | undefined> {
  const row = await procurement(db)
    .selectFrom('uplift_round as u')
    .selectAll()
    .where('u.partnership_id', '=', partnershipId)
    .where('u.reference', '=', reference)
    .executeTakeFirst()
  return row && roundOf(row)
}

const roundOf = (row: ProcurementTables['uplift_round']): UpliftRound => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  from: row.from_day,
  state: row.state,
  version: row.version,
  terms: row.terms as UpliftTerms,
  reason: row.reason,
  document: row.document as RoundDocument | null,
  madeAt: row.made_at,
  madeBy: row.made_by,
  appliedAt: row.applied_at,
  appliedBy: row.applied_by,
})
