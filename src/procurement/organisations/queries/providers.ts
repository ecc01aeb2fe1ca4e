import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { Role } from '../../standing.ts'
import { providersPageLength } from '../page-length.ts'

/** A provider as the list shows it. */
export interface ListedProvider {
  readonly id: Id
  readonly name: string
  /** Contracts and lots in which it stands on the day. */
  readonly contracts: number
  readonly lots: number
  readonly roles: readonly Role[]
  /** In some lot it can be asked. */
  readonly askable: boolean
  /** Somewhere it was not found in the register of services. */
  readonly unconfirmed: boolean
}

/** Which providers are listed: those with a place on a day, or (`all`) everyone who ever had one. */
export interface ProvidersAsked {
  readonly partnershipId: Id
  readonly on: IsoDate
  readonly all: boolean
  readonly name: string
  readonly page: number
}

/** Providers by name, a page of them, and how many there are; one query. */
export async function providersOf(
  db: Db,
  { partnershipId, on, all, name, page }: ProvidersAsked,
): Promise<{ providers: ListedProvider[]; total: number }> {
  const letters = name ? `%${name.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<ListedProvider & { total: number }>`with held as (
      select s.organisation_id, s.contract_id, s.lot_id, s.role, s.state from standing s
        where s.partnership_id = ${partnershipId} and upper_inf(s.known) and s.held @> ${on}::date and s.state <> 'left'
          and exists (select from contract_term t where t.partnership_id = ${partnershipId} and t.subject_id = s.contract_id
            and upper_inf(t.known) and t.held @> ${on}::date and t.state <> 'ended')
    ), counted as (
      select organisation_id, count(distinct contract_id)::integer as contracts, count(distinct lot_id)::integer as lots,
          array_agg(distinct role) as roles, bool_or(state = 'active') as askable,
          bool_or(state = 'unconfirmed') as unconfirmed
        from held group by organisation_id
    )
    select o.id, o.name, coalesce(c.contracts, 0) as contracts, coalesce(c.lots, 0) as lots,
        coalesce(c.roles, '{}') as roles, coalesce(c.askable, false) as askable,
        coalesce(c.unconfirmed, false) as unconfirmed,
        count(*) over ()::integer as total
      from organisation o ${all ? sql`left join` : sql`join`} counted c on c.organisation_id = o.id
      where (${letters}::text is null or o.name ilike ${letters})
        ${all ? sql`and exists (select from lot_provider p where p.organisation_id = o.id and p.partnership_id = ${partnershipId})` : sql``}
      order by o.name, o.id limit ${providersPageLength} offset ${(page - 1) * providersPageLength}`.execute(
    procurement(db),
  )
  return { providers: rows.map(({ total: _, ...provider }) => provider), total: rows[0]?.total ?? 0 }
}
