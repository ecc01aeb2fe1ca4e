import { sql } from 'kysely'
import type { Actor, Role } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { type DelegationSteps, delegationSteps, type StandingAuthority } from '../delegation.ts'
import type { DelegatedLimit } from '../standard-authorities.ts'
import { ensureAuthorities } from './ensure-authorities.ts'

/** What is delegated from a day on: the whole of it for these roles. */
export interface Delegation {
  readonly partnershipId: Id
  readonly roles: readonly Role[]
  readonly limits: readonly DelegatedLimit[]
  readonly from: IsoDate
  readonly at: Date
}

/** Delegates to roles, from a day on, what is given and nothing else. */
export async function delegate(db: Db, actor: Actor, asked: Delegation): Promise<void> {
  const { partnershipId, limits, from, at } = asked
  await ensureAuthorities(db, partnershipId)
  const steps = delegationSteps(await standing(db, asked), limits, from)
  if (steps.drop.length + steps.close.length + steps.add.length === 0) return
  await write(db, partnershipId, steps)
  await record(db, actor, at, {
    event: 'procurement.authority-delegated',
    subject: { kind: 'partnership', id: partnershipId },
    rule: { name: 'procurement.delegation', version: '1' },
    payload: { from, asked: limits, added: steps.add, closed: steps.close, dropped: steps.drop },
  })
}

async function standing(db: Db, { partnershipId, roles, from }: Delegation): Promise<StandingAuthority[]> {
  const rows = await procurement(db)
    .selectFrom('authority as a')
    .select(['a.id', 'a.role', 'a.kind', 'a.limit_pence', 'a.valid'])
    .select(
      sql<boolean>`exists (select from contract_change c
        where c.partnership_id = a.partnership_id and c.authority_id = a.id)`.as('used'),
    )
    .where('a.partnership_id', '=', partnershipId)
    .where('a.role', 'in', roles)
    .where(sql<boolean>`(upper_inf(a.valid) or upper(a.valid) > ${from}::date)`)
    .forUpdate()
    .execute()
  return rows.map(({ role, limit_pence, valid, ...row }) => ({
    ...row,
    role: role as Role,
    limitPence: Number(limit_pence),
    ...periodFrom(valid),
  }))
}

async function write(db: Db, partnershipId: Id, { drop, close, add }: DelegationSteps): Promise<void> {
  if (drop.length > 0)
    await procurement(db)
      .deleteFrom('authority')
      .where('partnership_id', '=', partnershipId)
      .where('id', 'in', drop)
      .execute()
  for (const { id, until } of close)
    await procurement(db)
      .updateTable('authority')
      .set({ valid: sql`daterange(lower(valid), ${until}::date)` })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', id)
      .execute()
  if (add.length > 0)
    await procurement(db)
      .insertInto('authority')
      .values(
        add.map(({ role, kind, limitPence, from }) => ({
          partnership_id: partnershipId,
          id: newId(),
          role,
          kind,
          limit_pence: limitPence,
          valid: `[${from},)`,
        })),
      )
      .execute()
}
