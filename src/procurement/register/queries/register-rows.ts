import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { ExtensionOption, TermPiece } from '../../contract.ts'
import type { ContractKind } from '../../contract-kind.ts'
import { contractDetailFrom } from '../../queries/contract-detail.ts'
import { grouped } from '../../queries/grouped.ts'
import { knownAt } from '../../queries/known-at.ts'
import type { ContractTables } from '../../schema/contracts.ts'
import { procurement } from '../../schema/index.ts'
import type { AsAt } from '../as-at.ts'
import type { RegisterRow } from '../listed-contract.ts'

/** What the register is narrowed by before anything is worked out. */
export interface RegisterFilter {
  readonly kind?: ContractKind | undefined
  /** Key of a care group. */
  readonly careGroup?: string | undefined
  /** Letters of the title or of a reference. */
  readonly words?: string | undefined
}

/** Every awarded contract of a partnership as the register needs it, without its lots. Three queries. */
export async function registerRows(
  db: Db,
  partnershipId: Id,
  { kind, careGroup, words }: RegisterFilter,
  { on, known }: AsAt,
): Promise<RegisterRow[]> {
  const conditions = [
    kind && sql`d.kind = ${kind}`,
    careGroup && sql`${careGroup} = any(d.care_groups)`,
    words && sql`strpos(lower(concat_ws(' ', d.title, c.reference, c.own_reference)), lower(${words})) > 0`,
  ].filter((condition) => condition !== undefined && condition !== '')
  // Terms and options are read apart: how many are known at an instant is guessed so low that a join repeats them all.
  const { rows } = await sql<Row>`with d as materialized (select distinct on (h.subject_id) h.* from contract_detail h
      where h.partnership_id = ${partnershipId} and ${knownAt('h', known)}
      order by h.subject_id, h.held @> ${on}::date desc, abs(lower(h.held) - ${on}::date))
    select d.*, c.reference, c.stage from d join contract c on c.partnership_id = d.partnership_id and c.id = d.subject_id
    where c.partnership_id = ${partnershipId} and c.stage = 'awarded'
      and ${sql.join([sql`true`, ...conditions], sql` and `)}`.execute(procurement(db))
  const terms = await termsKnown(db, partnershipId, known)
  const options = await optionsKnown(db, partnershipId, known)
  return rows.map(({ reference, stage, ...detail }) => ({
    id: detail.subject_id,
    reference,
    stage,
    detail: contractDetailFrom(detail),
    terms: terms.get(detail.subject_id) ?? [],
    options: options.get(detail.subject_id) ?? [],
  }))
}

type Row = Selectable<ContractTables['contract_detail']> & { reference: string; stage: 'awarded' }

async function termsKnown(db: Db, partnershipId: Id, known: Date | undefined): Promise<Map<Id, TermPiece[]>> {
  const rows = await procurement(db)
    .selectFrom('contract_term as t')
    .select(['t.subject_id', 't.held', 't.state', 't.origin', 't.option_id as optionId'])
    .where('t.partnership_id', '=', partnershipId)
    .where(knownAt('t', known))
    .orderBy('t.held')
    .execute()
  return grouped(rows, ({ subject_id, held, ...piece }) => [subject_id, { ...periodFrom(held), ...piece }])
}

async function optionsKnown(db: Db, partnershipId: Id, known: Date | undefined): Promise<Map<Id, ExtensionOption[]>> {
  const rows = await procurement(db)
    .selectFrom('extension_option as o')
    .select(['o.contract_id', 'o.id', 'o.position', 'o.days', 'o.decide_by as decideBy', 'o.decision'])
    .select(['o.decided_on as decidedOn', 'o.decided_at'])
    .where('o.partnership_id', '=', partnershipId)
    .$if(known !== undefined, (query) => query.where('o.known_from', '<=', known ?? new Date(0)))
    .orderBy('o.position')
    .execute()
  return grouped(rows, ({ contract_id, days, decided_at, decision, decidedOn, ...option }) => {
    const decided = decided_at !== null && (known === undefined || decided_at <= known)
    return [
      contract_id,
      {
        ...periodFrom(days),
        ...option,
        decision: decided ? decision : 'open',
        decidedOn: decided ? decidedOn : null,
      },
    ]
  })
}
