import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { KeptTerms } from '../placement-terms.ts'

type Row = Omit<KeptTerms, 'from' | 'until'> & { readonly held: string }

/** The terms of a partnership and its contracts, each version, its own first and the newest first. One query. */
export async function keptTerms(db: Db, partnershipId: Id): Promise<KeptTerms[]> {
  const { rows } =
    await sql<Row>`select m.id, m.notice_days as "noticeDays", m.keep_days as "keepDays", m.held::text as held,
      m.told_at as "toldAt", a.name as "toldBy",
      case when c.id is null then null else json_build_object('id', c.id, 'reference', c.reference, 'title', coalesce(
        (select d.title from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
          and upper_inf(d.known) order by lower(d.held) desc limit 1), '')) end as contract
    from placement_term m
      left join contract c on c.partnership_id = ${partnershipId} and c.id = m.contract_id
      left join account a on a.id = m.told_by
    where m.partnership_id = ${partnershipId}
    order by c.reference nulls first, lower(m.held) desc limit 500`.execute(brokerage(db))
  return rows.map(({ held, ...row }) => ({ ...row, ...periodFrom(held) }))
}
