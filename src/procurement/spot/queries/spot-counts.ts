import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { OffFrameworkCount } from '../off-framework.ts'
import type { MoveProgress, SpotCounts } from '../shown-purchases.ts'

/** SQL conditions on a purchase `s`, as at a day. */
export const conditions = (on: IsoDate) => {
  const bought = sql<boolean>`(s.from_day <= ${on}::date and (s.until_day is null or s.until_day > ${on}::date)
    and (s.moved_on is null or s.moved_on > ${on}::date))`
  const moved = sql<boolean>`(s.moves_to_contract is not null and s.moved_on <= ${on}::date)`
  // Nothing is left to move of what is over.
  const moving = sql<boolean>`(s.moves_to_contract is not null and (s.moved_on is null or s.moved_on > ${on}::date)
    and (s.until_day is null or s.until_day > ${on}::date))`
  const reviewed = sql<boolean>`(${moving} and s.reviewed_on is not null and s.reviewed_on <= ${on}::date)`
  const toReview = sql<boolean>`(${moving} and (s.reviewed_on is null or s.reviewed_on > ${on}::date))`
  return { bought, moved, reviewed, toReview }
}

/** The purchases of a partnership, counted as at a day; one query. */
export async function spotCounts(db: Db, partnershipId: Id, on: IsoDate): Promise<SpotCounts> {
  const { bought, moved, reviewed, toReview } = conditions(on)
  const { rows } = await sql<SpotCounts>`select
      count(*) filter (where ${bought})::integer as bought,
      coalesce(sum(s.weekly_pence) filter (where ${bought}), 0)::float8 as "weeklyPence",
      count(*) filter (where ${bought} and s.out_of_area)::integer as "outOfArea",
      count(*) filter (where ${toReview})::integer as "toReview",
      count(*) filter (where ${reviewed})::integer as reviewed,
      count(*) filter (where ${moved})::integer as moved,
      count(*)::integer as "all"
    from spot_purchase s where s.partnership_id = ${partnershipId}`.execute(procurement(db))
  return rows[0] ?? { bought: 0, weeklyPence: 0, outOfArea: 0, toReview: 0, reviewed: 0, moved: 0, all: 0 }
}

/** How far the moves to each contract have come, as at a day; those with the most to do first. */
export async function spotMoves(db: Db, partnershipId: Id, on: IsoDate): Promise<MoveProgress[]> {
  const { moved, reviewed, toReview } = conditions(on)
  const { rows } = await sql<MoveProgress>`select s.moves_to_contract as "contractId",
      count(*) filter (where ${toReview})::integer as "toReview",
      count(*) filter (where ${reviewed})::integer as reviewed,
      count(*) filter (where ${moved})::integer as moved
    from spot_purchase s
    where s.partnership_id = ${partnershipId} and (${toReview} or ${reviewed} or ${moved})
    group by s.moves_to_contract
    order by count(*) filter (where ${toReview} or ${reviewed}) desc, s.moves_to_contract`.execute(procurement(db))
  return rows
}

/** As many groups as are told: reasons are typed by hand, and may be many. */
const mostGroups = 1000

/** Orders that a contract should have met, by the month in which they began, the contract and the reason. */
export async function offFramework(
  db: Db,
  partnershipId: Id,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
): Promise<OffFrameworkCount[]> {
  const { rows } = await sql<OffFrameworkCount>`select to_char(s.from_day, 'YYYY-MM') as month,
      s.instead_of_contract as "contractId", s.reason, count(*)::integer as orders
    from spot_purchase s
    where s.partnership_id = ${partnershipId} and s.instead_of_contract is not null
      and s.from_day >= ${from}::date and s.from_day < ${until}::date
    group by 1, 2, 3 order by orders desc, 1, 2, 3 limit ${mostGroups}`.execute(procurement(db))
  return rows
}
