import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { nextReference } from '../../../core/references/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { upliftRule } from '../model-uplift.ts'
import type { RoundDocument } from '../round.ts'
import type { UpliftTerms } from '../uplift-terms.ts'

/** What is written of a round. */
export interface RoundAsked {
  readonly title: string
  readonly from: IsoDate
  readonly terms: UpliftTerms
  readonly reason: string
  readonly document?: RoundDocument | null | undefined
}

/** Writes down a new round, which changes no price yet; says what people quote it by. */
export async function draftRound(
  db: Db,
  actor: Actor,
  { partnership, asked, at }: { partnership: Pick<Partnership, 'id' | 'prefix'>; asked: RoundAsked; at: Date },
): Promise<string> {
  const id = newId()
  const reference = await nextReference(db, partnership, 'UPL')
  const { title, from, terms, reason, document } = asked
  await procurement(db)
    .insertInto('uplift_round')
    .values({
      partnership_id: partnership.id,
      id,
      reference,
      title,
      from_day: from,
      state: 'draft',
      version: 1,
      terms: json<unknown>(terms),
      reason,
      document: kept(document),
      made_at: at,
      made_by: accountOf(actor),
      applied_at: null,
      applied_by: null,
    })
    .execute()
  await told(db, actor, at, id, 'procurement.uplift-drafted', { reference, ...asked })
  return reference
}

/** Writes a round anew that is not applied yet; says whether nobody else had changed it. */
export async function redraftRound(
  db: Db,
  actor: Actor,
  round: { partnershipId: Id; id: Id; version: number; asked: RoundAsked; at: Date },
): Promise<boolean> {
  const { title, from, terms, reason, document } = round.asked
  const change = { title, from_day: from, terms: json<unknown>(terms), reason, document: kept(document) }
  const done = await moved(db, round, change)
  if (done) await told(db, actor, round.at, round.id, 'procurement.uplift-redrafted', round.asked)
  return done
}

const kept = (document: RoundAsked['document']) => (document ? json<unknown>(document) : null)

/** Drops a round that is not applied; says whether nobody else had changed it. */
export async function dropRound(
  db: Db,
  actor: Actor,
  round: { partnershipId: Id; id: Id; version: number; at: Date },
): Promise<boolean> {
  const done = await moved(db, round, { state: 'dropped' })
  if (done) await told(db, actor, round.at, round.id, 'procurement.uplift-dropped', {})
  return done
}

async function moved(
  db: Db,
  round: { partnershipId: Id; id: Id; version: number },
  change: Record<string, unknown>,
): Promise<boolean> {
  const { numUpdatedRows } = await procurement(db)
    .updateTable('uplift_round')
    .set({ ...change, version: round.version + 1 })
    .where('partnership_id', '=', round.partnershipId)
    .where('id', '=', round.id)
    .where('version', '=', round.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const told = (db: Db, actor: Actor, at: Date, id: Id, event: string, payload: unknown) =>
  record(db, actor, at, { event, subject: { kind: 'uplift-round', id }, rule: upliftRule, payload })
