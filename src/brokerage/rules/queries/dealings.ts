import { sql } from 'kysely'
import { type Db, json, keptPlan, unseen } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { suspendedFrom, toldFree, toldRegister, toldSuspended } from '../../../providers/index.ts'
import { brokerage } from '../../schema/index.ts'

/** What is known of an organisation that might be asked: its dealings with the partnership about one kind of service, and what it says and others say of it. */
export interface Dealings {
  readonly organisationId: Id
  readonly organisation: string
  /** Minutes a week placed with it in the last 28 days. */
  readonly placedMinutes: number
  /** When it was last asked; null for never. */
  readonly lastAskedAt: string | null
  /** Nothing new may be placed with it on the day. */
  readonly suspended: boolean
  /** Minutes a week left by part of the day; null where it declared nothing. */
  readonly free: Readonly<Partial<Record<string, number>>> | null
  /** Whether it runs such a service by the latest register, its lowest grade there, and in which areas. */
  readonly registered: boolean
  readonly lowestGrade: number | null
  readonly places: readonly string[]
}

/** Over how many days the shares of hours are counted. */
const shareDays = 28

type Row = Omit<Dealings, 'suspended' | 'lastAskedAt' | 'places'> & {
  readonly lastAskedAt: Date | null
  readonly places: readonly string[] | null
  readonly gates: Parameters<typeof suspendedFrom>[0]
}

/** What is known of some organisations and of those that declared capacity for the area, by name. One query. */
export async function dealingsWith(
  db: Db,
  {
    partnershipId,
    serviceType,
    area,
    on,
    at,
    organisationIds,
  }: {
    readonly partnershipId: Id
    readonly serviceType: string
    readonly area: string
    readonly on: IsoDate
    readonly at: Date
    readonly organisationIds: readonly Id[]
  },
): Promise<Map<Id, Dealings>> {
  // Of an array the server would see how long it is; of the organisations in JSON it thinks the same each time.
  const own = unseen(partnershipId, 'uuid')
  const service = unseen(serviceType, 'text')
  const now = unseen(at.toISOString(), 'timestamptz')
  const { rows } =
    await sql<Row>`${keptPlan}with free as materialized (${toldFree({ partnershipId, serviceType, area })}),
    asked as materialized (select value::uuid as id from jsonb_array_elements_text(${json(organisationIds)})
      union select id from free),
    register as materialized (${toldRegister(sql`select id from asked`, serviceType)})
    select o.id as "organisationId", o.name as organisation,
      coalesce((select sum(p.accepted_minutes) from placement p
        where p.partnership_id = ${own} and p.organisation_id = o.id and p.service_type_key = ${service}
          and p.state <> 'cancelled' and p.agreed_at <= ${now}
          and p.agreed_at > ${now} - make_interval(days => ${sql.lit(shareDays)})), 0)::integer as "placedMinutes",
      (select max(f.sent_at) from offer f
        where f.partnership_id = ${own} and f.organisation_id = o.id and f.service_type_key = ${service}) as "lastAskedAt",
      w.free, r."organisationId" is not null as registered,
      r."lowestGrade", r.places, ${toldSuspended(partnershipId, on)} as gates
    from asked a join organisation o on o.id = a.id
      left join free w on w.id = o.id left join register r on r."organisationId" = o.id
    order by o.name, o.id`.execute(brokerage(db))
  const suspended = new Set(rows[0] ? suspendedFrom(rows[0].gates).map((one) => one.organisationId) : [])
  return new Map(
    rows.map(({ lastAskedAt, places, gates: _, ...row }) => [
      row.organisationId,
      {
        ...row,
        places: places ?? [],
        lastAskedAt: lastAskedAt?.toISOString() ?? null,
        suspended: suspended.has(row.organisationId),
      },
    ]),
  )
}
