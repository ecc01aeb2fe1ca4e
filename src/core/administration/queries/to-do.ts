import { sql } from 'kysely'
import type { Partnership } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import { mailCounts } from '../../outbox/index.ts'
import { settingsOf, type Unfilled, unfilled } from '../../settings/index.ts'

/** What stands in the administration of a partnership, and what of it needs somebody. */
export interface ToDo {
  readonly people: number
  readonly administrators: number
  readonly invitationsOpen: number
  readonly invitationsExpired: number
  readonly mailWaiting: number
  readonly mailFailed: number
  readonly unfilled: readonly Unfilled[]
}

/** Counts what there is to do. */
export async function toDo(db: Db, partnership: Partnership, now: Date): Promise<ToDo> {
  const people = await auth(db)
    .selectFrom('membership as m')
    .select([
      sql<number>`count(*)::int`.as('people'),
      sql<number>`count(*) filter (where 'administrator' = any (m.roles))::int`.as('administrators'),
    ])
    .where('m.granted_by_partnership_id', '=', partnership.id)
    .where('m.ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const invitations = await auth(db)
    .selectFrom('invitation as i')
    .select([
      sql<number>`count(*) filter (where i.expires_at > ${now})::int`.as('open'),
      sql<number>`count(*) filter (where i.expires_at <= ${now})::int`.as('expired'),
    ])
    .where('i.partnership_id', '=', partnership.id)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const counts = await mailCounts(db, partnership.id)
  const mail = (state: string) =>
    counts.filter((count) => count.state === state).reduce((sum, { messages }) => sum + messages, 0)
  return {
    ...people,
    invitationsOpen: invitations.open,
    invitationsExpired: invitations.expired,
    mailWaiting: mail('waiting'),
    mailFailed: mail('failed'),
    unfilled: unfilled(await settingsOf(db, partnership)),
  }
}
