import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type ProcurementTables, procurement } from '../../schema/index.ts'
import { type CopiedRows, type CopiedTable, copiedTables } from '../copied-table.ts'
import type { WithdrawnShare } from '../copy-of.ts'

/** What one partner has of a shared contract, row by row as the lead has it. */
export interface SharedPart {
  readonly version: number
  /** Of the share. */
  readonly revision: number
  readonly ended: WithdrawnShare | undefined
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
    .select(['s.lot_ids', 's.from_day', 's.revision', 's.until_day', 's.ended_at', 's.end_reason'])
    .where('s.partnership_id', '=', partnershipId)
    .where('s.contract_id', '=', contractId)
    .where('s.partner_id', '=', partnerId)
    .executeTakeFirst()
  if (!share) return undefined
  const own = sql`t.partnership_id = ${partnershipId}`
  const inLots = sql`${own} and t.lot_id = any(${share.lot_ids}::uuid[])`
  const ofContract = sql`${own} and t.contract_id = ${contractId}`
  const ofSubject = sql`${own} and t.subject_id = ${contractId}`
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
    standing: inLots,
    price_cap: inLots,
    rate_line: inLots,
    rate: inLots,
    contract_document: sql`${ofContract} and t.kind in ('specification', 'conditions')`,
  }
  const days = pieces(share)
  const columns = copiedTables.map((table) => {
    const own = sql`${sql.table(table)} t`
    const [rows, row] = table in days ? [sql`${own}, ${days[table as keyof typeof days]}`, inPieces] : [own, whole]
    return sql`(select coalesce(jsonb_agg(${row}), '[]') from ${rows} where ${which[table]}) as ${sql.ref(table)}`
  })
  const { rows } = await sql<SharedPart['rows']>`select ${sql.join(columns)}`.execute(procurement(db))
  const [found] = rows
  const version = found?.contract[0]?.version
  if (!found || typeof version !== 'number') return undefined
  const { revision, lot_ids: lotIds, until_day: until, end_reason: reason, ended_at: at } = share
  return { version, revision, lotIds, ended: until && reason && at ? { until, reason, at } : undefined, rows: found }
}

const whole = sql`to_jsonb(t)`
const inPieces = sql`${whole} || jsonb_build_object('id', piece.id, 'held', piece.held::text, 'known', piece.known::text)`

type Shared = Pick<ProcurementTables['contract_share'], 'from_day' | 'until_day' | 'ended_at'>

/**
 * The rows with days of which a partner has a part. In its lots nobody stands before its part began; and from the time
 * that it was withdrawn, it is known that nothing holds there from the day of the end on. What was known before stays.
 */
function pieces({ from_day, until_day, ended_at }: Shared) {
  const to = sql`${ended_at?.toISOString() ?? null}::timestamptz`
  const split = (from: RawBuilder<unknown>) => sql`lateral (
    select t.id, t.held * ${from} as held, t.known * tstzrange(null, ${to}) as known
    union all
    select md5(t.id::text || ' shared')::uuid, t.held * ${from} * daterange(null, ${until_day}::date), t.known * tstzrange(${to}, null)
      where ${to} is not null
  ) piece`
  const there = (from: RawBuilder<unknown>) =>
    sql`lateral (select * from ${split(from)} where not isempty(piece.held) and not isempty(piece.known)) piece`
  const always = sql`daterange(null, null)`
  const all = there(always)
  return { standing: there(sql`daterange(${from_day}::date, null)`), contract_term: all, rate: all }
}
