import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { entryDigest, noDigest, payloadDigest } from './chain.ts'
import { ledger } from './schema.ts'

const batch = 1000

/** What a check of a chain found; `firstBroken` is the first place in it that does not fit. */
export interface Verification {
  ok: boolean
  /** How many entries fitted. */
  entries: number
  /** How many of them have had their payload erased, which is allowed. */
  erased: number
  firstBroken?: number
}

/**
 * Follows a partnership's chain to its head, from its first entry or only its last few; run as its staff or as the
 * product at work for it.
 */
export async function verifyLedger(
  db: Db,
  partnershipId: Id,
  { last }: { readonly last?: number } = {},
): Promise<Verification> {
  const head = await ledger(db)
    .selectFrom('ledger_head as h')
    .select(['h.seq', 'h.digest'])
    .where('h.partnership_id', '=', partnershipId)
    .executeTakeFirst()
  const before = last === undefined ? 0 : Math.max(0, (head?.seq ?? 0) - last)
  // Others may add entries meanwhile; they are of the next look.
  const upTo = last === undefined ? undefined : (head?.seq ?? 0)
  let entries = before
  let erased = 0
  let previous = before === 0 ? noDigest : await digestAt(db, partnershipId, before)
  for (;;) {
    const rows = await entriesAfter(db, partnershipId, entries, upTo)
    for (const { salt, payload, ...entry } of rows) {
      const fits =
        entry.seq === entries + 1 &&
        entry.previous === previous &&
        entryDigest(entry) === entry.digest &&
        (salt === null || payloadDigest(salt, payload) === entry.payload_digest)
      if (!fits) return { ok: false, entries, erased, firstBroken: entries + 1 }
      entries += 1
      if (salt === null) erased += 1
      previous = entry.digest
    }
    if (rows.length < batch) break
  }
  const reachesHead = entries === (head?.seq ?? 0) && previous === (head?.digest ?? noDigest)
  return reachesHead ? { ok: true, entries, erased } : { ok: false, entries, erased, firstBroken: entries + 1 }
}

const digestAt = async (db: Db, partnershipId: Id, seq: number): Promise<string> => {
  const found = await ledger(db)
    .selectFrom('ledger_entry as e')
    .select('e.digest')
    .where('e.partnership_id', '=', partnershipId)
    .where('e.seq', '=', seq)
    .executeTakeFirst()
  return found?.digest ?? noDigest
}

const entriesAfter = (db: Db, partnershipId: Id, seq: number, upTo: number | undefined) =>
  ledger(db)
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_payload as p', (join) =>
      join.onRef('p.partnership_id', '=', 'e.partnership_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['p.salt', 'p.payload'])
    .where('e.partnership_id', '=', partnershipId)
    .where('e.seq', '>', seq)
    .$if(upTo !== undefined, (query) => query.where('e.seq', '<=', upTo ?? 0))
    .orderBy('e.seq')
    .limit(batch)
    .execute()
