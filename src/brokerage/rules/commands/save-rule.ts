import { sql } from 'kysely'
import { accountOf } from '../../../core/auth/index.ts'
import { json } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate, newId } from '../../../core/values/index.ts'
import { contractsOfLots } from '../../../procurement/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { londonMidnight } from '../london-midnight.ts'
import type { RuleDraft, SavedRule } from '../rule-draft.ts'
import { type RuleProblem, ruleProblems } from '../rule-problems.ts'

/** What came of saving a rule. */
export type RuleSaved =
  | ({ readonly outcome: 'saved' } & SavedRule)
  | { readonly outcome: 'refused'; readonly problems: readonly RuleProblem[] }
  | { readonly outcome: 'conflict'; readonly version: number; readonly sentence: string }

/** The rule of a contract or service as it stands, with its latest version; locked until the work is done. */
interface Standing {
  readonly id: Id
  readonly version: number
  readonly latest: IsoDate | null
}

/** Saves a rule, or a new version of it from a day on; the one before ends on that day. Rounds that are open go on by the version that they began with. */
export async function saveRule(work: Work, draft: RuleDraft): Promise<RuleSaved> {
  const { db, partnershipId, actor, at } = work
  const problems = [...ruleProblems(draft), ...draftProblems(draft), ...(await subjectProblems(work, draft))]
  if (problems.length > 0) return { outcome: 'refused', problems }
  const standing = await standingOf(work, draft)
  if (standing?.version !== draft.seen) {
    const version = standing?.version ?? 0
    const sentence = `Version ${version} of this rule stands, and you were working on ${draft.seen === 0 ? 'a first' : `version ${draft.seen}`}. Look at it first.`
    return { outcome: 'conflict', version, sentence }
  }
  if (draft.from < londonDate(at) && (await hasOffered(work, standing.id, draft.from))) {
    const sentence =
      'A change can’t begin before an offer that was made by this rule: it was made by the version before.'
    return { outcome: 'refused', problems: [{ at: 'steps', field: 'from', sentence }] }
  }
  if (standing.latest !== null && draft.from <= standing.latest) {
    const sentence = `Version ${standing.version} begins on ${longDate(standing.latest)}; a new one can begin on the day after at the earliest.`
    return { outcome: 'refused', problems: [{ at: 'steps', field: 'from', sentence }] }
  }
  const version = standing.version + 1
  const versionId = newId()
  await sql`update offer_rule_version set valid = daterange(lower(valid), ${draft.from}::date)
    where partnership_id = ${partnershipId} and rule_id = ${standing.id} and upper_inf(valid)`.execute(brokerage(db))
  await brokerage(db)
    .updateTable('offer_rule')
    .set({ version, name: draft.name.trim() })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', standing.id)
    .execute()
  await brokerage(db)
    .insertInto('offer_rule_version')
    .values({
      partnership_id: partnershipId,
      id: versionId,
      rule_id: standing.id,
      version,
      valid: `[${draft.from},)`,
      hours: json(draft.hours),
      steps: json([...draft.steps]),
      reason: draft.reason.trim(),
      made_by: accountOf(actor),
      made_at: at,
    })
    .execute()
  const { contractId, serviceType, from, hours, steps, name, reason } = draft
  work.told.push({
    event: 'brokerage.rule-saved',
    subject: { kind: 'offer-rule', id: standing.id },
    payload: { versionId, version, name, contractId, serviceType, from, hours, steps, reason },
  })
  return { outcome: 'saved', ruleId: standing.id, versionId, version }
}

function draftProblems({ name, reason, seen }: RuleDraft): RuleProblem[] {
  const problem = (field: string, sentence: string): RuleProblem => ({ at: 'steps', field, sentence })
  return [
    ...(name.trim() === '' ? [problem('name', 'Give the rule a name.')] : []),
    ...(reason.trim() === ''
      ? [problem('reason', seen === 0 ? 'Say where the rule is from.' : 'Say why it changes.')]
      : []),
  ]
}

/** A rule is about a kind of service that there is, and about a contract of the partnership with lots for it. */
async function subjectProblems(
  { db, partnershipId }: Work,
  { contractId, serviceType, from }: RuleDraft,
): Promise<RuleProblem[]> {
  const problem = (field: string, sentence: string): RuleProblem[] => [{ at: 'steps', field, sentence }]
  const service = (await serviceTypes(db)).find(({ key }) => key === serviceType)
  if (!service) return problem('serviceType', 'Choose the kind of service that the rule is about.')
  if (contractId === null) return []
  const contract = (await contractsOfLots(db, partnershipId, from)).find(({ id }) => id === contractId)
  if (!contract) return problem('contractId', 'Choose a contract of the partnership that has open lots.')
  return contract.serviceTypes.includes(serviceType)
    ? []
    : problem('contractId', `No lot of ${contract.reference} is for ${service.name.toLowerCase()}.`)
}

async function standingOf(work: Work, draft: RuleDraft): Promise<Standing | undefined> {
  const { db, partnershipId } = work
  const { contractId, serviceType } = draft
  if (draft.seen === 0) await beginRule(work, draft)
  const { rows } = await sql<Standing>`select r.id, r.version, (select max(lower(v.valid)) from offer_rule_version v
      where v.partnership_id = r.partnership_id and v.rule_id = r.id) as latest
    from offer_rule r
    where r.partnership_id = ${partnershipId} and r.contract_id is not distinct from ${contractId}
      and r.service_type_key = ${serviceType}
    for update`.execute(brokerage(db))
  return rows[0]
}

const beginRule = ({ db, partnershipId, at }: Work, { contractId, serviceType, name }: RuleDraft) =>
  brokerage(db)
    .insertInto('offer_rule')
    .values({
      partnership_id: partnershipId,
      id: newId(),
      name: name.trim(),
      contract_id: contractId,
      service_type_key: serviceType,
      version: 0,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'contract_id', 'service_type_key']).doNothing())
    .execute()

/** Whether a round was opened by any version of a rule on a day or after it. */
async function hasOffered({ db, partnershipId }: Work, ruleId: Id, from: IsoDate): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from offer_round r
      join offer_rule_version v on v.partnership_id = ${partnershipId} and v.id = r.rule_version_id
      where r.partnership_id = ${partnershipId} and v.rule_id = ${ruleId}
        and r.opened_at >= ${londonMidnight(from).toISOString()}::timestamptz) as found`.execute(brokerage(db))
  return rows[0]?.found === true
}
