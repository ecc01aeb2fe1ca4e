import { sql } from 'kysely'
import { ownerOf } from '../../db/database.ts'
import type { Database } from '../../db/index.ts'

/** Which of these people have a second step; as the owner, because requests have no rights on the sign-in library's tables. */
export async function withSecondStep(
  database: Database,
  userIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = userIds.filter((id) => id !== null)
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select u.id from sign_in."user" u
    where u."twoFactorEnabled" and u.id = any(${ids}::text[])`.execute(ownerOf(database))
  return new Set(rows.map(({ id }) => id))
}
