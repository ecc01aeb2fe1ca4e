import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { ProviderPlace } from '../provider-place.ts'

type Row = Omit<ProviderPlace['standing'], 'from' | 'until'> & {
  readonly held: string
  readonly contractId: Id
  readonly reference: string
  readonly title: string
  readonly shared: boolean
  readonly lotId: Id
  readonly number: string
  readonly name: string
  readonly terms: readonly { readonly held: string; readonly state: ProviderPlace['terms'][number]['state'] }[]
}

/** Every stretch of an organisation's time in a partnership's lots, as it is known now, by contract and lot; at most five hundred. One query. */
export async function placesOf(
  db: Db,
  { partnershipId, organisationId, on }: { partnershipId: Id; organisationId: Id; on: IsoDate },
): Promise<ProviderPlace[]> {
  const { rows } =
    await sql<Row>`select c.id as "contractId", c.reference, c.shared_from_partnership is not null as shared,
      l.id as "lotId", l.number, l.name, s.subject_id as "lotProviderId", s.organisation_id as "organisationId",
      s.role, s.rank, s.state, s.held::text as held,
      coalesce((select d.title from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
        and upper_inf(d.known) order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1), '') as title,
      (select coalesce(json_agg(json_build_object('held', t.held, 'state', t.state) order by t.held), '[]') from contract_term t
        where t.partnership_id = ${partnershipId} and t.subject_id = c.id and upper_inf(t.known)) as terms
    from lot_provider p
      join lot l on l.partnership_id = ${partnershipId} and l.id = p.lot_id
      join contract c on c.partnership_id = ${partnershipId} and c.id = l.contract_id and c.stage = 'awarded'
      join standing s on s.partnership_id = ${partnershipId} and s.lot_id = l.id and s.subject_id = p.id and upper_inf(s.known)
    where p.partnership_id = ${partnershipId} and p.organisation_id = ${organisationId}
    order by c.reference, l.position, s.held limit 500`.execute(procurement(db))
  return rows.map(({ contractId, reference, title, shared, lotId, number, name, terms, held, ...standing }) => ({
    contract: { id: contractId, reference, title, shared },
    terms: terms.map((term) => ({ ...periodFrom(term.held), state: term.state })),
    lot: { id: lotId, number, name },
    standing: { ...standing, ...periodFrom(held) },
  }))
}
