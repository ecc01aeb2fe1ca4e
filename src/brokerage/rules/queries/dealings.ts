import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { suspendedOrganisations } from '../../../providers/index.ts'
import { brokerage } from '../../schema/index.ts'

/** What a partnership has had to do with an organisation about one kind of service. */
export interface Dealings {
  readonly organisationId: Id
  readonly organisation: string
  /** Minutes a week placed with it in the last 28 days. */
  readonly placedMinutes: number
  /** When it was last asked; null for never. */
  readonly lastAskedAt: string | null
  /** Nothing new may be placed with it on the day. */
  readonly suspended: boolean
}

/** Over how many days the shares of hours are counted. */
const shareDays = 28

/** What a partnership has had to do with some organisations, by name. */
export async function dealingsWith(
  db: Db,
  {
    partnershipId,
    serviceType,
    on,
    at,
    organisationIds,
  }: {
    readonly partnershipId: Id
    readonly serviceType: string
    readonly on: IsoDate
    readonly at: Date
    readonly organisationIds: readonly Id[]
  },
): Promise<Map<Id, Dealings>> {
  if (organisationIds.length === 0) return new Map()
  // The service of each offer is looked up one by one, from the newest on: as a join it is made of all packages first.
  // A plain comparison is thought to hold for few offers, so that all are sorted; a case for half of them.
  const { rows } = await sql<
    Omit<Dealings, 'suspended' | 'lastAskedAt'> & { readonly lastAskedAt: Date | null }
  >`${keptPlan}select o.id as "organisationId", o.name as organisation,
      coalesce((select sum(f.accepted_minutes) from placement p
        join offer f on f.partnership_id = ${partnershipId} and f.id = p.offer_id
        where p.partnership_id = ${partnershipId} and p.organisation_id = o.id and p.service_type_key = ${serviceType}
          and p.state <> 'cancelled' and p.agreed_at <= ${at.toISOString()}::timestamptz
          and p.agreed_at > ${at.toISOString()}::timestamptz - make_interval(days => ${shareDays})), 0)::integer as "placedMinutes",
      (select f.sent_at from offer f
        where f.partnership_id = ${partnershipId} and f.organisation_id = o.id
          and case when (select c.service_type_key from care_package c
            where c.partnership_id = ${partnershipId} and c.id = f.package_id) = ${serviceType} then true else false end
        order by f.sent_at desc limit 1) as "lastAskedAt"
    from organisation o where o.id = any(${organisationIds}::uuid[])
    order by o.name, o.id`.execute(brokerage(db))
  const suspended = new Set((await suspendedOrganisations(db, partnershipId, on)).map((one) => one.organisationId))
  return new Map(
    rows.map(({ lastAskedAt, ...row }) => [
      row.organisationId,
      { ...row, lastAskedAt: lastAskedAt?.toISOString() ?? null, suspended: suspended.has(row.organisationId) },
    ]),
  )
}
