import { type RawBuilder, sql } from 'kysely'
import { type Actor, allPartnerships } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { nextReference } from '../../../core/references/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { tellParties } from '../../changes/commands/write/tell-parties.ts'
import { procurement } from '../../schema/index.ts'
import { type CopiedRow, type CopiedTable, copiedTables } from '../copied-table.ts'
import { copyOf } from '../copy-of.ts'
import type { SharedPart } from '../queries/shared-part.ts'

/** What a partner's copy is made of. */
export interface CopyToWrite {
  readonly part: SharedPart
  readonly leadId: Id
  readonly partnerId: Id
  readonly at: Date
}

/** Makes a partner's copy of its part of a contract what the lead's is; a copy that is so already stays as it is. Written as the partner. */
export async function writeCopy(
  db: Db,
  actor: Actor,
  { part, leadId, partnerId, at }: CopyToWrite,
): Promise<'written' | 'unchanged'> {
  const contractId = String(part.rows.contract[0]?.id)
  // Two workers that copy the same contract: the second waits, and finds it done.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`copy ${partnerId} ${contractId}`}, 0))`.execute(
    procurement(db),
  )
  const there = await copyThere(db, partnerId, contractId)
  const { shut, moved } = await awardsThere(db, partnerId, part.rows.placement_gate, at)
  if (there && (isNewer(there, part) || (isSame(there, part) && isWhole(there, part, shut)))) return 'unchanged'
  const copy = copyOf(part.rows, {
    leadId,
    revision: part.revision,
    ended: part.ended,
    reference: there?.reference ?? (await newReference(db, partnerId)),
    shut,
    moved,
    at,
  })
  for (const table of rewritten) await clear(db, table, partnerId, contractId)
  for (const table of copiedTables) await insert(db, table, partnerId, copy.rows[table])
  await tellParties(db, { partnershipId: partnerId, contractIds: [contractId], at })
  await record(db, actor, at, {
    event: 'procurement.contract-copied',
    subject: { kind: 'contract', id: contractId },
    payload: {
      from: leadId,
      version: part.version,
      lotIds: part.lotIds,
      leftOut: copy.leftOut,
      ...(part.ended && { ended: part.ended }),
    },
  })
  return 'written'
}

/** Histories are written anew, those that point at others first; nothing points at them from outside a contract. */
const rewritten = ['lot_area', 'rate', 'price_cap', 'standing', 'contract_term', 'contract_detail'] as const

async function clear(db: Db, table: (typeof rewritten)[number], partnerId: Id, contractId: Id): Promise<void> {
  const which: { readonly [name in (typeof rewritten)[number]]: RawBuilder<unknown> } = {
    lot_area: ofLots(partnerId, contractId),
    price_cap: ofLots(partnerId, contractId),
    rate: sql`contract_id = ${contractId}`,
    standing: sql`contract_id = ${contractId}`,
    contract_term: sql`subject_id = ${contractId}`,
    contract_detail: sql`subject_id = ${contractId}`,
  }
  await sql`delete from ${sql.table(table)} where partnership_id = ${partnerId} and ${which[table]}`.execute(
    procurement(db),
  )
}

const ofLots = (partnerId: Id, contractId: Id) =>
  sql`lot_id in (select l.id from lot l where l.partnership_id = ${partnerId} and l.contract_id = ${contractId})`

/** By what a row is known again, and which of its columns may have changed; others are never rewritten. */
const brought: { readonly [table in CopiedTable]?: { readonly key: string; readonly set: readonly string[] } } = {
  contract: {
    key: 'partnership_id, id',
    set: [
      'version',
      'stage',
      'published',
      'source_key',
      'locus',
      'moved_years',
      'shared_revision',
      'shared_until',
      'share_end_reason',
    ],
  },
  contract_change: { key: 'partnership_id, id', set: [] },
  extension_option: {
    key: 'partnership_id, id',
    set: ['decide_by', 'decision', 'decided_on', 'decided_at', 'change_id'],
  },
  lot: { key: 'partnership_id, id', set: ['position', 'name', 'service_type_key'] },
  lot_provider: { key: 'partnership_id, id', set: ['follows_id'] },
  open_lot: { key: 'partnership_id, lot_id', set: ['lead_id'] },
  placement_gate: { key: 'partnership_id, id', set: [] },
  rate_line: { key: 'partnership_id, id', set: ['includes', 'yearly_units'] },
  contract_document: { key: 'partnership_id, id', set: [] },
}

async function insert(db: Db, table: CopiedTable, partnerId: Id, rows: readonly CopiedRow[]): Promise<void> {
  if (rows.length === 0) return
  const own = rows.map((row) => ({ ...row, partnership_id: partnerId }))
  const { key, set } = brought[table] ?? {}
  const changes = set?.map((column) => `${column} = excluded.${column}`).join(', ')
  const again = key ? `on conflict (${key}) do ${changes ? `update set ${changes}` : 'nothing'}` : ''
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json(own)}) ${sql.raw(again)}`.execute(
    procurement(db),
  )
}

async function copyThere(db: Db, partnerId: Id, contractId: Id) {
  const contract = await procurement(db)
    .selectFrom('contract as c')
    .select(['c.version', 'c.reference', sql<number>`coalesce(c.shared_revision, 0)`.as('revision')])
    .where('c.partnership_id', '=', partnerId)
    .where('c.id', '=', contractId)
    .executeTakeFirst()
  if (!contract) return undefined
  const { rows } = await sql<{ id: Id }>`select l.id from lot l
    where l.partnership_id = ${partnerId} and l.contract_id = ${contractId}
    union all select d.id from contract_document d where d.partnership_id = ${partnerId} and d.contract_id = ${contractId}
    union all select s.award_id from standing s where s.partnership_id = ${partnerId} and s.contract_id = ${contractId}`.execute(
    procurement(db),
  )
  return { ...contract, ids: new Set(rows.map(({ id }) => id)) }
}

type Told = Pick<SharedPart, 'version' | 'revision'>

const isSame = (there: Told, part: Told) => there.version === part.version && there.revision === part.revision

/** Whether the part was read before something that the copy shows: the job of what happened last does the rest. */
const isNewer = (there: Told, part: Told) => there.version > part.version || there.revision > part.revision

/** Whether a copy of the same version has each lot, document and award: a lot may have been added, a suspension lifted. */
function isWhole({ ids }: { readonly ids: ReadonlySet<Id> }, { lotIds, rows }: SharedPart, shut: ReadonlySet<string>) {
  const awards = rows.standing.map((row) => String(row.award_id)).filter((id) => !shut.has(id))
  const documents = rows.contract_document.map(({ id }) => String(id))
  return [...lotIds, ...documents, ...awards].every((id) => ids.has(id))
}

async function newReference(db: Db, partnerId: Id): Promise<string> {
  const partner = (await allPartnerships(db)).find(({ id }) => id === partnerId)
  if (!partner) throw new Error('A contract is shared with a partnership that is not there.')
  return nextReference(db, partner, 'CON')
}

/**
 * The awards among these that the partner's own suspensions forbid now, and those that one forbade and no longer does:
 * these count from now. What the partner has already stands.
 */
async function awardsThere(db: Db, partnerId: Id, gates: readonly CopiedRow[], at: Date) {
  const { rows } = await sql<{ id: Id; forbidden: boolean }>`select g.id, exists (select from placement_gate s
      where s.partnership_id = ${partnerId} and s.organisation_id = g.organisation_id and s.kind = 'suspension'
        and s.during @> ${at.toISOString()}::timestamptz) as forbidden
    from jsonb_populate_recordset(null::placement_gate, ${json(gates)}) g
    where exists (select from placement_gate s where s.partnership_id = ${partnerId}
        and s.organisation_id = g.organisation_id and s.kind = 'suspension' and s.during && g.during)
      and not exists (select from placement_gate a where a.partnership_id = ${partnerId} and a.id = g.id)`.execute(
    procurement(db),
  )
  const of = (forbidden: boolean) => new Set(rows.filter((row) => row.forbidden === forbidden).map(({ id }) => id))
  return { shut: of(true), moved: of(false) }
}
