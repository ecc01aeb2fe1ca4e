import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** A kind of service that an organisation may be asked for in an area, for its place in a lot there. */
export interface OwnArea {
  readonly partnership: { readonly id: Id; readonly slug: string; readonly title: string }
  readonly serviceType: string
  readonly service: string
  readonly area: string
  readonly name: string
}

/** More areas than this no provider has lots in; a list ends there. */
const most = 1000

/** What an organisation may be asked for and where, in every partnership or one; read by itself, or by the partnership. */
export async function ownAreas(
  db: Db,
  { organisationId, partnershipId, on }: { organisationId: Id; partnershipId?: Id | undefined; on: IsoDate },
): Promise<OwnArea[]> {
  const { rows } = await sql<Omit<OwnArea, 'partnership'> & OwnArea['partnership']>`
    select distinct p.id, p.slug, p.title, l.service_type_key as "serviceType", t.name as service,
      l.area_code as area, coalesce(a.name, l.area_code) as name
    from standing s
    join lot_area l on l.partnership_id = s.partnership_id and l.lot_id = s.lot_id
    join partnership p on p.id = s.partnership_id
    join service_type t on t.key = l.service_type_key
    left join area a on a.code = l.area_code
    where s.organisation_id = ${organisationId} and s.state <> 'left' and upper_inf(s.known) and s.held @> ${on}::date
      and (${partnershipId ?? null}::uuid is null or s.partnership_id = ${partnershipId ?? null}::uuid)
    order by p.title, t.name, name, area limit ${most}`.execute(procurement(db))
  return rows.map(({ id, slug, title, ...row }) => ({ ...row, partnership: { id, slug, title } }))
}
