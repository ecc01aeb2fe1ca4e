import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { ExtensionOption, TermPiece } from '../../contract.ts'
import type { ContractKind } from '../../contract-kind.ts'
import { contractDetailFrom } from '../../queries/contract-detail.ts'
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

/** Every awarded contract of a partnership as the register needs it, without its lots. One query. */
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
  const of = (alias: string) => sql`${sql.ref(`${alias}.partnership_id`)} = ${partnershipId}`
  const { rows } = await sql<Row>`with
    d as (select distinct on (h.subject_id) h.* from contract_detail h where ${of('h')} and ${knownAt('h', known)}
      order by h.subject_id, h.held @> ${on}::date desc, abs(lower(h.held) - ${on}::date)),
    t as (select h.subject_id, json_agg(json_build_array(h.held, h.state, h.origin, h.option_id) order by h.held) as pieces
      from contract_term h where ${of('h')} and ${knownAt('h', known)} group by h.subject_id),
    o as (select h.contract_id, json_agg(json_build_array(h.id, h.position, h.days, h.decide_by,
        case when ${decidedBy(known)} then h.decision else 'open' end,
        case when ${decidedBy(known)} then h.decided_on end) order by h.position) as rights
      from extension_option h where ${of('h')} and ${known ? sql`h.known_from <= ${known.toISOString()}::timestamptz` : sql`true`}
      group by h.contract_id)
    select d.*, c.reference, c.stage, t.pieces, o.rights
    from contract c join d on d.subject_id = c.id left join t on t.subject_id = c.id left join o on o.contract_id = c.id
    where ${of('c')} and c.stage = 'awarded' and ${sql.join([sql`true`, ...conditions], sql` and `)}`.execute(
    procurement(db),
  )
  return rows.map(({ reference, stage, pieces, rights, ...detail }) => ({
    id: detail.subject_id,
    reference,
    stage,
    detail: contractDetailFrom(detail),
    terms: (pieces ?? []).map(([held, state, origin, optionId]) => ({ ...periodFrom(held), state, origin, optionId })),
    options: (rights ?? []).map(([id, position, days, decideBy, decision, decidedOn]) => ({
      ...periodFrom(days),
      id,
      position,
      decideBy,
      decision,
      decidedOn,
    })),
  }))
}

const decidedBy = (known: Date | undefined): RawBuilder<boolean> =>
  known ? sql<boolean>`h.decided_at <= ${known.toISOString()}::timestamptz` : sql<boolean>`h.decided_at is not null`

/** A row as the database gives it, with terms and options as lists in a cell. */
type Row = Selectable<ContractTables['contract_detail']> & {
  reference: string
  stage: 'awarded'
  pieces: [held: string, TermPiece['state'], TermPiece['origin'], TermPiece['optionId']][] | null
  rights:
    | [
        Id,
        position: number,
        days: string,
        decideBy: IsoDate | null,
        ExtensionOption['decision'],
        decidedOn: IsoDate | null,
      ][]
    | null
}
