import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { knownAt } from '../../queries/known-at.ts'
import { procurement } from '../../schema/index.ts'
import type { AsAt } from '../as-at.ts'
import type { Places } from '../places.ts'

/** Lots and providers of some contracts on a day. One query; a contract without either is left out. */
export async function placesOf(
  db: Db,
  partnershipId: Id,
  contractIds: readonly Id[],
  { on, known }: AsAt,
): Promise<ReadonlyMap<Id, Places>> {
  if (contractIds.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; lots: number; providers: number; provider: string | null }>`
    with s as (select s.contract_id, count(distinct s.organisation_id) as providers, min(o.name) as provider
      from standing s join organisation o on o.id = s.organisation_id
      where s.partnership_id = ${partnershipId} and s.contract_id = any(${contractIds}::uuid[]) and s.state <> 'left'
        and s.held @> ${on}::date and ${knownAt('s', known)} group by s.contract_id)
    select l.contract_id as id, count(*)::int as lots, coalesce(s.providers, 0)::int as providers, s.provider
    from lot l left join s on s.contract_id = l.contract_id
    where l.partnership_id = ${partnershipId} and l.contract_id = any(${contractIds}::uuid[])
    group by l.contract_id, s.providers, s.provider`.execute(procurement(db))
  return new Map(
    rows.map(({ id, provider, ...counts }) => [
      id,
      { ...counts, provider: counts.providers === 1 && provider !== null ? provider : undefined },
    ]),
  )
}
