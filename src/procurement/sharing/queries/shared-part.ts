import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { type CopiedRows, type CopiedTable, copiedTables } from '../copied-table.ts'

/** What one partner has of a shared contract, row by row as the lead has it. */
export interface SharedPart {
  readonly version: number
  readonly lotIds: readonly Id[]
  readonly rows: CopiedRows
}

/** Which share is meant. */
export interface ShareNamed {
  readonly partnershipId: Id
  readonly contractId: Id
  readonly partnerId: Id
}

/** The partner's part of a contract as it stands now; undefined where the contract is not shared with it. Read as the lead. */
export async function sharedPart(
  db: Db,
  { partnershipId, contractId, partnerId }: ShareNamed,
): Promise<SharedPart | undefined> {
  const share = await procurement(db)
    .selectFrom('contract_share as s')
    .select(['s.lot_ids', 's.from_day'])
    .where('s.partnership_id', '=', partnershipId)
    .where('s.contract_id', '=', contractId)
    .where('s.partner_id', '=', partnerId)
    .executeTakeFirst()
  if (!share) return undefined
  const own = sql`t.partnership_id = ${partnershipId}`
  const inLots = sql`${own} and t.lot_id = any(${share.lot_ids}::uuid[])`
  const ofContract = sql`${own} and t.contract_id = ${contractId}`
  const ofSubject = sql`${own} and t.subject_id = ${contractId}`
  const from = sql`daterange(${share.from_day}::date, null)`
  const standing = sql`${inLots} and t.held && ${from}`
  const which: { readonly [table in CopiedTable]: RawBuilder<unknown> } = {
    contract: sql`${own} and t.id = ${contractId}`,
    contract_change: sql`${ofContract} and t.state = 'applied'`,
    extension_option: ofContract,
    contract_detail: ofSubject,
    contract_term: ofSubject,
    lot: sql`${own} and t.id = any(${share.lot_ids}::uuid[])`,
    lot_provider: inLots,
    open_lot: inLots,
    lot_area: inLots,
    placement_gate: sql`${own} and t.id in (select s.award_id from standing s
      where s.partnership_id = ${partnershipId} and s.lot_id = any(${share.lot_ids}::uuid[]))`,
    // In the partner's lots nobody stands before its part began.
    standing,
    price_cap: inLots,
    rate_line: inLots,
    rate: inLots,
    contract_document: sql`${ofContract} and t.kind in ('specification', 'conditions')`,
  }
  const asJson = (table: CopiedTable) =>
    table === 'standing' ? sql`to_jsonb(t) || jsonb_build_object('held', (t.held * ${from})::text)` : sql`to_jsonb(t)`
  const columns = copiedTables.map(
    (table) =>
      sql`(select coalesce(jsonb_agg(${asJson(table)}), '[]') from ${sql.table(table)} t where ${which[table]}) as ${sql.ref(table)}`,
  )
  const { rows } = await sql<SharedPart['rows']>`select ${sql.join(columns)}`.execute(procurement(db))
  const [found] = rows
  const version = found?.contract[0]?.version
  return found && typeof version === 'number' ? { version, lotIds: share.lot_ids, rows: found } : undefined
}
