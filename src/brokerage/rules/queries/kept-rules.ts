import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { KeptRule, RuleVersion } from '../rule-in-words.ts'

type Row = Omit<KeptRule, 'versions'> & {
  readonly versions: readonly (Omit<RuleVersion, 'from' | 'until' | 'madeAt'> & {
    readonly valid: string
    readonly madeAt: string
  })[]
}

/** The rules of a partnership, or one of them, by service and contract, each with all of its versions. One query. */
export async function keptRules(db: Db, partnershipId: Id, ruleId?: Id): Promise<KeptRule[]> {
  const { rows } = await sql<Row>`select r.id, r.name,
      case when c.id is null then null else json_build_object('id', c.id, 'reference', c.reference, 'title', coalesce(
        (select d.title from contract_detail d where d.partnership_id = ${partnershipId} and d.subject_id = c.id
          and upper_inf(d.known) order by lower(d.held) desc limit 1), '')) end as contract,
      json_build_object('key', t.key, 'name', t.name) as "serviceType",
      (select json_agg(json_build_object('versionId', v.id, 'version', v.version, 'valid', v.valid, 'hours', v.hours,
          'steps', v.steps, 'reason', v.reason, 'madeBy', a.name, 'madeAt', v.made_at) order by v.version desc)
        from offer_rule_version v left join account a on a.id = v.made_by
        where v.partnership_id = ${partnershipId} and v.rule_id = r.id) as versions
    from offer_rule r
      join service_type t on t.key = r.service_type_key
      left join contract c on c.partnership_id = ${partnershipId} and c.id = r.contract_id
    where r.partnership_id = ${partnershipId} and r.version > 0 ${ruleId ? sql`and r.id = ${ruleId}` : sql``}
    order by t.position, c.reference nulls last`.execute(brokerage(db))
  return rows.map(({ versions, ...rule }) => ({
    ...rule,
    versions: versions.map(({ valid, madeAt, ...version }) => ({
      ...version,
      ...periodFrom(valid),
      madeAt: new Date(madeAt),
    })),
  }))
}
