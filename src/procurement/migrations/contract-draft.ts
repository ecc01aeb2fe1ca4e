import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'

/** What was typed of a contract that is being made, kept whole until it is awarded. */
export async function contractDraftTable(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table contract_draft (
      partnership_id uuid not null,
      contract_id uuid not null,
      content jsonb not null,
      changed_at timestamptz not null,
      changed_by uuid,
      primary key (partnership_id, contract_id),
      foreign key (partnership_id, contract_id) references contract (partnership_id, id)
    )`)
    .execute(db)
  await partnershipTable(db, 'contract_draft')
}
