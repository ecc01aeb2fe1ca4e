import { sql } from 'kysely'
import { type Db, json } from '../../../core/db/index.ts'
import { canonicalJson, type Id, newId, sha256 } from '../../../core/values/index.ts'
import { type RegisterDetail, registers } from '../schema.ts'

/** A row on its way in. */
export interface StagedRow {
  readonly line: number
  readonly detail: RegisterDetail
}

/** Lays rows beside the register; those whose number came before in the same file are given back with the line of the first. */
export async function stageRegister(
  db: Db,
  importId: Id,
  at: Date,
  rows: readonly StagedRow[],
): Promise<{ line: number; first: number }[]> {
  const incoming = rows.map(({ line, detail }) => ({
    line,
    number: detail.number,
    council: detail.council,
    digest: sha256(canonicalJson(detail)),
    // The identifier that it will have if nothing like it is kept yet.
    detail: { id: newId(), ...detail },
  }))
  const laid = await sql<{ line: number }>`insert into register_incoming
      (import_id, number, line, council, digest, detail, arrived_at)
    select ${importId}::uuid, r.number, r.line, r.council, r.digest, r.detail, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${json(incoming)}) as r (number text, line integer, council text, digest text, detail jsonb)
    on conflict do nothing
    returning line`.execute(registers(db))
  if (laid.rows.length === rows.length) return []
  const taken = new Set(laid.rows.map(({ line }) => line))
  const repeats = incoming.filter(({ line }) => !taken.has(line))
  const firsts = await registers(db)
    .selectFrom('register_incoming as i')
    .select(['i.number', 'i.line'])
    .where('i.import_id', '=', importId)
    .where(
      'i.number',
      'in',
      repeats.map(({ number }) => number),
    )
    .execute()
  const lineOf = new Map(firsts.map(({ number, line }) => [number, line]))
  return repeats.map(({ line, number }) => ({ line, first: lineOf.get(number) ?? line }))
}

/** Clears away every row on its way in: those of this import, or (before one starts) what a crash left behind. */
export const clearIncoming = (db: Db): Promise<unknown> => registers(db).deleteFrom('register_incoming').execute()
