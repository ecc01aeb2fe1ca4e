import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Contract, ContractDetail } from '../../contract.ts'
import { procurement } from '../../schema/index.ts'
import type { SummaryContract } from '../market-summary.ts'

/** Which contracts are read, and as at which day. */
export interface SummaryContractsAsked {
  readonly on: IsoDate
  readonly publishedOnly: boolean
}

type Dated<T> = Omit<T, 'from' | 'until'> & { readonly held: string }

interface Row extends Pick<SummaryContract, 'id' | 'reference' | 'published' | 'lots' | 'providers'> {
  readonly sourceKey: string | null
  readonly locus: string | null
  readonly movedYears: number
  readonly detail: ContractDetail
  readonly framework: SummaryContract['framework']
  readonly terms: readonly Dated<Contract['terms'][number]>[]
  readonly options: readonly Dated<Contract['options'][number]>[]
}

/** The contracts awarded, by title, with what summaries tell of them; what was said of each on the day, or nearest to it. One query. */
export async function summaryContracts(
  db: Db,
  partnershipId: Id,
  { on, publishedOnly }: SummaryContractsAsked,
): Promise<SummaryContract[]> {
  const { rows } = await sql<Row>`
    select c.id, c.reference, c.published, c.source_key as "sourceKey", c.locus, c.moved_years as "movedYears",
      jsonb_build_object('title', d.title, 'kind', d.kind, 'method', d.method, 'marketArea', d.market_area_key,
        'serviceType', d.service_type_key, 'careGroups', d.care_groups, 'decidedBy', d.decided_by,
        'nationalFramework', d.national_framework_key, 'allocation', d.allocation, 'monitoring', d.monitoring,
        'noticeMonths', d.notice_months, 'reviewMonths', d.review_months, 'lastReviewedOn', d.last_reviewed_on,
        'yearlyPence', d.yearly_pence, 'yearlyBasis', d.yearly_basis, 'blockUnits', d.block_units,
        'blockMinimum', d.block_minimum, 'blockUnit', d.block_unit, 'successorFrom', d.successor_from,
        'successorUntil', d.successor_until, 'note', d.note) as detail,
      case when n.key is null then null else
        jsonb_build_object('title', n.title, 'owner', n.owner, 'latestEnd', n.latest_end) end as framework,
      (select coalesce(jsonb_agg(jsonb_build_object('held', t.held::text, 'state', t.state, 'origin', t.origin,
          'optionId', t.option_id) order by t.held), '[]')
        from contract_term t
        where t.partnership_id = c.partnership_id and t.subject_id = c.id and upper_inf(t.known)) as terms,
      (select coalesce(jsonb_agg(jsonb_build_object('held', o.days::text, 'id', o.id, 'position', o.position,
          'decideBy', o.decide_by, 'decision', o.decision, 'decidedOn', o.decided_on) order by o.position), '[]')
        from extension_option o
        where o.partnership_id = c.partnership_id and o.contract_id = c.id) as options,
      array(select coalesce(nullif(l.name, ''), l.number) from lot l
        where l.partnership_id = c.partnership_id and l.contract_id = c.id order by l.position) as lots,
      array(select distinct r.name from lot_provider p join organisation r on r.id = p.organisation_id
        where p.partnership_id = c.partnership_id and p.contract_id = c.id
          and (p.published or not ${publishedOnly}) order by r.name) as providers
    from contract c
    join lateral (
      select * from contract_detail d
      where d.partnership_id = c.partnership_id and d.subject_id = c.id and upper_inf(d.known)
      order by d.held @> ${on}::date desc, abs(lower(d.held) - ${on}::date) limit 1
    ) d on true
    left join national_framework n on n.key = d.national_framework_key
    where c.partnership_id = ${partnershipId} and c.stage = 'awarded' and (c.published or not ${publishedOnly})
    order by d.title, c.reference`.execute(procurement(db))
  return rows.map(({ sourceKey, locus, movedYears, ...row }) => ({
    ...row,
    source: sourceKey === null ? null : { key: sourceKey, locus: locus ?? '', movedYears },
    terms: row.terms.map(({ held, ...piece }) => ({ ...periodFrom(held), ...piece })),
    options: row.options.map(({ held, ...option }) => ({ ...periodFrom(held), ...option })),
  }))
}
