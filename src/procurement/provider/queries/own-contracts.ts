import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Contract, Standing } from '../../contract.ts'
import type { ContractKind } from '../../contract-kind.ts'
import { procurement } from '../../schema/index.ts'

/** A contract that an organisation has or had a place in, as a list tells of it. */
export interface OwnContract {
  readonly partnership: { readonly slug: string; readonly title: string }
  readonly reference: string
  readonly title: string
  readonly kind: ContractKind
  readonly terms: Contract['terms']
  readonly options: Contract['options']
  /** Its own places, each with the lot that it is in. */
  readonly places: readonly {
    readonly lot: { readonly number: string; readonly name: string }
    readonly pieces: readonly Standing[]
  }[]
}

/** More contracts than this no provider has in life; a list ends there. */
const most = 500

type Held<T> = Omit<T, 'from' | 'until'> & { readonly held: string }

interface Row extends Pick<OwnContract, 'reference' | 'title' | 'kind'> {
  readonly slug: string
  readonly partnership: string
  readonly terms: readonly Held<Contract['terms'][number]>[]
  readonly options: readonly Held<Contract['options'][number]>[]
  readonly places: readonly {
    readonly number: string
    readonly name: string
    readonly pieces: readonly Held<Standing>[]
  }[]
}

/**
 * The contracts of an organisation in every partnership, by partnership and title. One query. The database shows a
 * provider its own places only; the condition keeps out what is published of others' contracts.
 */
export async function ownContracts(db: Db, organisationId: Id, on: IsoDate): Promise<OwnContract[]> {
  const { rows } = await sql<Row>`
    select p.slug, p.title as partnership, c.reference, d.title, d.kind,
      (select coalesce(jsonb_agg(jsonb_build_object('held', t.held::text, 'state', t.state, 'origin', t.origin,
          'optionId', t.option_id) order by t.held), '[]')
        from contract_term t
        where t.partnership_id = c.partnership_id and t.subject_id = c.id and upper_inf(t.known)) as terms,
      (select coalesce(jsonb_agg(jsonb_build_object('held', o.days::text, 'id', o.id, 'position', o.position,
          'decideBy', o.decide_by, 'decision', o.decision, 'decidedOn', o.decided_on) order by o.position), '[]')
        from extension_option o
        where o.partnership_id = c.partnership_id and o.contract_id = c.id) as options,
      (select coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'name', l.name, 'pieces', (
          select jsonb_agg(jsonb_build_object('held', s.held::text, 'lotProviderId', s.subject_id,
            'organisationId', s.organisation_id, 'organisation', '', 'role', s.role, 'rank', s.rank,
            'state', s.state) order by s.held)
          from standing s
          where s.partnership_id = l.partnership_id and s.lot_id = l.id
            and s.organisation_id = ${organisationId} and upper_inf(s.known)
        )) order by l.position), '[]')
        from lot l
        where l.partnership_id = c.partnership_id and l.contract_id = c.id
          and exists (select from standing s where s.partnership_id = l.partnership_id and s.lot_id = l.id
            and s.organisation_id = ${organisationId} and upper_inf(s.known))) as places
    from contract c
    join partnership p on p.id = c.partnership_id
    join lateral (
      select d.title, d.kind from contract_detail d
      where d.partnership_id = c.partnership_id and d.subject_id = c.id and upper_inf(d.known)
      order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1
    ) d on true
    where ${organisationId} = any(c.parties) and c.stage = 'awarded'
    order by p.title, d.title, c.reference limit ${most}`.execute(procurement(db))
  return rows.map(({ slug, partnership, ...row }) => ({
    ...row,
    partnership: { slug, title: partnership },
    terms: row.terms.map(({ held, ...piece }) => ({ ...periodFrom(held), ...piece })),
    options: row.options.map(({ held, ...option }) => ({ ...periodFrom(held), ...option })),
    places: row.places.map(({ number, name, pieces }) => ({
      lot: { number, name },
      pieces: pieces.map(({ held, ...piece }) => ({ ...periodFrom(held), ...piece })),
    })),
  }))
}
