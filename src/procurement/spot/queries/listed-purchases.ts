import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { type ListedPurchase, type Shown, spotPageLength } from '../shown-purchases.ts'
import { conditions } from './spot-counts.ts'

/** One page of the purchases that are asked for, newest first, with how many there are in all; one query. */
export async function listedPurchases(
  db: Db,
  partnershipId: Id,
  { shown, page, on }: { readonly shown: Shown; readonly page: number; readonly on: IsoDate },
): Promise<{ readonly purchases: ListedPurchase[]; readonly total: number }> {
  const { bought, moved, reviewed, toReview } = conditions(on)
  const chosen = {
    now: bought,
    'off-framework': sql<boolean>`s.instead_of_contract is not null`,
    'to-review': toReview,
    reviewed,
    moved,
    all: sql<boolean>`true`,
  }[shown]
  const { rows } = await sql<ListedPurchase & { total: number }>`select s.id, s.reference, o.name as provider,
      t.name as service, coalesce(a.name, s.area_code) as area, s.from_day::text as "from", s.until_day::text as "until",
      s.weekly_pence as "weeklyPence", s.out_of_area as "outOfArea", s.instead_of_contract as "insteadOf",
      s.moves_to_contract as "movesTo", s.reviewed_on::text as "reviewedOn", s.moved_on::text as "movedOn",
      count(*) over ()::integer as total
    from spot_purchase s
      join organisation o on o.id = s.organisation_id
      join service_type t on t.key = s.service_type_key
      left join area a on a.code = s.area_code
    where s.partnership_id = ${partnershipId} and ${chosen}
    order by s.from_day desc, s.reference desc
    limit ${spotPageLength} offset ${(page - 1) * spotPageLength}`.execute(procurement(db))
  return { purchases: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
