import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { grouped } from '../../queries/grouped.ts'
import { knownAt } from '../../queries/known-at.ts'
import { procurement } from '../../schema/index.ts'
import type { AsAt } from '../as-at.ts'
import type { RegisterRow } from '../listed-contract.ts'
import { type Columns, rowsOf } from './by-columns.ts'

interface OfContract {
  readonly contractId: Id
}

interface Found {
  readonly details: Columns<RegisterRow['detail'] & OfContract>
  readonly names: Columns<OfContract & { readonly reference: string; readonly own: string | null }>
  readonly terms: Columns<RegisterRow['terms'][number] & OfContract>
  readonly options: Columns<RegisterRow['options'][number] & OfContract>
}

/** Every awarded contract of a partnership as the register needs it, without its lots and its long texts. One query. */
export async function registerRows(db: Db, partnershipId: Id, time: AsAt): Promise<RegisterRow[]> {
  const found = await columnsFor(db, partnershipId, time)
  const names = new Map(rowsOf(found.names).map((row) => [row.contractId, row]))
  const terms = inOrder(rowsOf(found.terms))
  const options = inOrder(rowsOf(found.options))
  return rowsOf(found.details).flatMap((detail): RegisterRow[] => {
    const { contractId: id } = detail
    const named = names.get(id)
    if (named === undefined) return []
    const { reference, own: ownReference } = named
    const pieces = { terms: terms.get(id) ?? [], options: options.get(id) ?? [] }
    return [{ id, reference, ownReference, stage: 'awarded', detail, ...pieces }]
  })
}

function inOrder<Piece extends OfContract & { readonly from: IsoDate }>(pieces: readonly Piece[]): Map<Id, Piece[]> {
  const contracts = grouped(pieces, (piece) => [piece.contractId, piece])
  for (const each of contracts.values()) if (each.length > 1) each.sort((a, b) => (a.from < b.from ? -1 : 1))
  return contracts
}

/**
 * The parts are read each on its own and put together by `registerRows`: how many pieces are known at an instant is
 * guessed so low that a database which joins them looks through all of one part for every row of another.
 */
async function columnsFor(db: Db, partnershipId: Id, { on, known }: AsAt): Promise<Found> {
  const then = sql`${known?.toISOString() ?? 'infinity'}::timestamptz`
  // What is said on the day; before it was first said, the first that was, and after the last, the last.
  // An option that was decided later was still open then.
  const { rows } = await sql<Found>`select
    (select row_to_json(a) from (select json_agg(subject_id) as "contractId", json_agg(title) as title,
        json_agg(kind) as kind, json_agg(method) as method, json_agg(care_groups) as "careGroups",
        json_agg(yearly_pence) as "yearlyPence", json_agg(yearly_basis) as "yearlyBasis",
        json_agg(decided_by) as "decidedBy", json_agg(national_framework_key) as "nationalFramework",
        json_agg(notice_months) as "noticeMonths", json_agg(review_months) as "reviewMonths",
        json_agg(last_reviewed_on) as "lastReviewedOn", json_agg(successor_from) as "successorFrom",
        json_agg(successor_until) as "successorUntil"
      from (select distinct on (d.subject_id) d.subject_id, d.title, d.kind, d.method, d.care_groups, d.yearly_pence,
          d.yearly_basis, d.decided_by, d.national_framework_key, d.notice_months, d.review_months,
          d.last_reviewed_on, d.successor_from, d.successor_until
        from contract_detail d where d.partnership_id = ${partnershipId} and ${knownAt('d', known)}
        order by d.subject_id, d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date)) d) a) as details,
    (select row_to_json(a) from (select json_agg(c.id) as "contractId", json_agg(c.reference) as reference,
        json_agg(c.own_reference) as own
      from contract c where c.partnership_id = ${partnershipId} and c.stage = 'awarded') a) as names,
    (select row_to_json(a) from (select json_agg(t.subject_id) as "contractId", json_agg(lower(t.held)) as "from",
        json_agg(upper(t.held)) as until, json_agg(t.state) as state
      from contract_term t where t.partnership_id = ${partnershipId} and ${knownAt('t', known)}) a) as terms,
    (select row_to_json(a) from (select json_agg(o.contract_id) as "contractId", json_agg(o.id) as id,
        json_agg(lower(o.days)) as "from", json_agg(upper(o.days)) as until, json_agg(o.decide_by) as "decideBy",
        json_agg(case when o.decided_at <= ${then} then o.decision else 'open' end) as decision
      from extension_option o where o.partnership_id = ${partnershipId} and o.known_from <= ${then}) a) as options`.execute(
    procurement(db),
  )
  const found = rows[0]
  if (!found) throw new Error('A query without a table gives one row.')
  return found
}
