import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { contractsServing } from '../../../procurement/index.ts'
import type { OfferRule } from '../../offer-rule.ts'
import { brokerage } from '../../schema/index.ts'
import { type RuleRow, ruleColumns, ruleFrom } from './rule-row.ts'

/**
 * The rule by which care is offered in an area on a day: that of a contract in force whose lots serve the area, the first
 * by reference; else the partnership's own for the service. One query, and one more where a contract has a rule.
 */
export async function ruleFor(
  db: Db,
  partnershipId: Id,
  asked: { readonly serviceType: string; readonly area: string; readonly on: IsoDate },
): Promise<OfferRule | undefined> {
  const { rows } = await sql<RuleRow>`${keptPlan}select ${ruleColumns}
    from offer_rule r
      join offer_rule_version v on v.partnership_id = ${partnershipId} and v.rule_id = r.id and v.valid @> ${asked.on}::date
    where r.partnership_id = ${partnershipId} and r.service_type_key = ${asked.serviceType}`.execute(brokerage(db))
  const byContract = new Map(rows.map((row) => [row.contractId, row]))
  const own = byContract.get(null)
  if (byContract.size === (own ? 1 : 0)) return own && ruleFrom(own)
  const serving = await contractsServing(db, { partnershipId, ...asked })
  const [found] = serving.flatMap(({ id }) => byContract.get(id) ?? [])
  const row = found ?? own
  return row && ruleFrom(row)
}

/** Versions of rules under which rounds were opened, by their identifiers. */
export async function ruleVersions(db: Db, partnershipId: Id, versionIds: readonly Id[]): Promise<Map<Id, OfferRule>> {
  const { rows } = await sql<RuleRow>`${keptPlan}select ${ruleColumns}
    from offer_rule_version v join offer_rule r on r.partnership_id = ${partnershipId} and r.id = v.rule_id
    where v.partnership_id = ${partnershipId} and v.id = any(${[...new Set(versionIds)]}::uuid[])`.execute(
    brokerage(db),
  )
  return new Map(rows.map((row) => [row.versionId, ruleFrom(row)]))
}

/** One version of a rule: the one under which a round was opened. */
export const ruleVersion = async (db: Db, partnershipId: Id, versionId: Id): Promise<OfferRule | undefined> =>
  (await ruleVersions(db, partnershipId, [versionId])).get(versionId)
