import { type Kysely, sql } from 'kysely'

/** A provider’s own people agree to who else may act for it, whichever partnership invited them. */
export async function makeAgreement(db: Kysely<unknown>): Promise<void> {
  await sql`alter table invitation
    add column agreed_at timestamptz,
    add column agreed_by uuid,
    add check ((agreed_at is null) = (agreed_by is null))`.execute(db)
}
