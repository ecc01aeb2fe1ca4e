import { sql } from 'kysely'
import type { Actor, Partnership, Role } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate, Pence } from '../../../core/values/index.ts'
import { careGroups } from '../../../providers/index.ts'
import { whoApproves } from '../../changes/queries/covering.ts'
import { namesOf } from '../../changes/queries/drafts.ts'
import { wageFloorsOf } from '../../rates/queries/national.ts'
import { procurement } from '../../schema/index.ts'
import type { AppliedLine } from '../applied-line.ts'
import { modelUplift, type UpliftModel } from '../model-uplift.ts'
import type { UpliftRound } from '../round.ts'
import { appliedLines } from './applied-lines.ts'
import { pricedLines } from './priced-lines.ts'

/** What everyone is called whom the page of a round names: accounts by identifier, care groups by key. */
export interface RoundNames {
  readonly accounts: ReadonlyMap<Id, string>
  readonly careGroups: ReadonlyMap<string, string>
}

/** A round that is worked out and not applied yet. */
export interface DraftContent extends RoundNames {
  readonly model: UpliftModel
  /** Whether who asks may apply it, and which roles may. */
  readonly mayApply: boolean
  readonly approvers: readonly Role[]
}

/** What an applied round added for a care group in a full year. */
export interface AddedCost {
  readonly careGroup: string | null
  readonly lines: number
  readonly before: Pence
  readonly after: Pence
}

/** A round as it was applied. */
export interface AppliedContent extends RoundNames {
  readonly lines: readonly AppliedLine[]
  readonly total: number
  readonly contracts: number
  readonly costs: readonly AddedCost[]
}

/** Works a round out as it would be applied now. */
export async function draftContent(
  db: Db,
  actor: Actor,
  partnership: Pick<Partnership, 'id' | 'nation'>,
  round: UpliftRound,
  on: IsoDate,
): Promise<DraftContent> {
  const lines = await pricedLines(db, partnership.id, round.terms.scope, round.from)
  const model = modelUplift(lines, round.terms, round.from, await wageFloorsOf(db, partnership.nation))
  const asked = { partnershipId: partnership.id, kind: 'uplift' as const, worth: model.worth, on }
  const { authority, approvers } = await whoApproves(db, actor, asked)
  return { model, mayApply: authority !== undefined, approvers, ...(await namesIn(db, round)) }
}

/** What an applied round did: a page of its prices, and its cost over all of them. */
export async function appliedContent(
  db: Db,
  partnershipId: Id,
  round: UpliftRound,
  part: { readonly limit: number; readonly offset: number },
): Promise<AppliedContent> {
  const { rows } = await sql<Record<keyof AddedCost | 'contracts', string | null>>`
    select u.care_group_key as "careGroup", count(*) as lines, count(distinct l.contract_id) as contracts,
      coalesce(sum(u.before_pence::bigint * u.yearly_units), 0) as before,
      coalesce(sum(u.after_pence::bigint * u.yearly_units), 0) as after
    from uplift_line u
    join rate_line l on l.partnership_id = u.partnership_id and l.id = u.rate_line_id
    where u.partnership_id = ${partnershipId} and u.round_id = ${round.id}
    group by u.care_group_key order by u.care_group_key nulls last`.execute(procurement(db))
  const costs = rows.map(({ careGroup, lines, before, after }) => ({
    careGroup,
    lines: Number(lines),
    before: Number(before),
    after: Number(after),
  }))
  return {
    lines: await appliedLines(db, partnershipId, round.id, part),
    total: costs.reduce((sum, { lines }) => sum + lines, 0),
    // A contract has one care group among those of a round, or none.
    contracts: rows.reduce((sum, { contracts }) => sum + Number(contracts), 0),
    costs,
    ...(await namesIn(db, round)),
  }
}

async function namesIn(db: Db, round: UpliftRound): Promise<RoundNames> {
  const groups = await careGroups(db)
  return {
    accounts: await namesOf(db, [round.madeBy, round.appliedBy]),
    careGroups: new Map(groups.map(({ key, name }) => [key, name])),
  }
}
