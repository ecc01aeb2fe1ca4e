import { sql } from 'kysely'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'
import { type DoorEvent, doorEvents, rightsEvents } from '../events.ts'

/** One thing in the trail of who came in and who was given which rights. */
export interface TrailEntry {
  readonly id: Id
  readonly at: Date
  /** At the door, or a change of rights. */
  readonly kind: 'door' | 'rights'
  readonly event: string
  /** The event in words: "Signed in". */
  readonly words: string
  /** Whom it is about. */
  readonly subjectName: string | null
  /** Who did it, when it was an account. */
  readonly byName: string | null
  /** At the door only. */
  readonly address: string | null
  readonly browser: string | null
  /** Of rights: what they became. */
  readonly roles: readonly string[] | null
}

/** What part of the trail is asked for. */
export interface TrailFilter {
  /** Older than this entry. */
  readonly before?: Id | undefined
  readonly limit?: number
  readonly kind?: 'door' | 'rights' | undefined
  readonly accountId?: Id | undefined
  /** Letters of a name. */
  readonly search?: string | undefined
  readonly from?: Date | undefined
  /** Up to, and not including. */
  readonly to?: Date | undefined
}

type Found = Omit<TrailEntry, 'words'>

/** The trail of a partnership, the newest first. Identifiers sort by when they were made. */
export async function accessTrail(
  db: Db,
  partnershipId: Id,
  { before, limit = 50, kind, accountId, search, from, to }: TrailFilter = {},
): Promise<TrailEntry[]> {
  const olderThan = before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const door = sql`select e.id, e.at, 'door' as kind, e.kind as event, a.name as "subjectName", a.name as "byName",
      e.address, e.browser, null::jsonb as roles
    from sign_in_event e left join account a on a.id = e.account_id
    where e.partnership_id = ${partnershipId} and e.id < ${olderThan}
      and (${accountId ?? null}::uuid is null or e.account_id = ${accountId ?? null}::uuid)`
  const rights = sql`select l.id, l.at, 'rights' as kind, l.event, coalesce(s.name, p.payload ->> 'name') as "subjectName",
      a.name as "byName", null as address, null as browser, p.payload -> 'roles' as roles
    from ledger_entry l
    left join ledger_payload p on p.partnership_id = l.partnership_id and p.entry_id = l.id
    left join account a on a.id = l.account_id
    left join account s on l.subject_kind = 'account' and s.id::text = l.subject_id
    where l.partnership_id = ${partnershipId} and l.event in (${sql.join(Object.keys(rightsEvents))}) and l.id < ${olderThan}
      and (${accountId ?? null}::uuid is null or l.account_id = ${accountId ?? null}::uuid
        or l.subject_id = ${accountId ?? null}::text)`
  const parts = kind === 'door' ? door : kind === 'rights' ? rights : sql`${door} union all ${rights}`
  const letters = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<Found>`select * from (${parts}) trail
    where (${letters}::text is null or "subjectName" ilike ${letters} or "byName" ilike ${letters})
      and (${from ?? null}::timestamptz is null or at >= ${from ?? null})
      and (${to ?? null}::timestamptz is null or at < ${to ?? null})
    order by id desc limit ${limit}`.execute(auth(db))
  return rows.map((row) => ({ ...row, words: wordsOf(row) }))
}

const wordsOf = ({ kind, event }: Found): string =>
  (kind === 'rights' ? rightsEvents[event] : doorEvents[event as DoorEvent]) ?? event
