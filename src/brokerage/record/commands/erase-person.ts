import { sql } from 'kysely'
import { type Actor, accountOf, systemActor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { erasePayloads } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { enhancementsFor, forgetInEnhancements, forgetInPurchases, purchasesFor } from '../../../procurement/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { EraseReason } from '../erase-reason.ts'
import { entriesAbout } from '../queries/entries-about.ts'
import { heldPerson, referencesOf } from '../queries/held-person.ts'
import { packagesOf } from '../queries/packages-of.ts'
import { mayTellOfPerson } from '../withheld.ts'
import { rememberErased } from './remember-erased.ts'

export type Erased =
  | { readonly outcome: 'erased'; readonly packages: number; readonly entries: number }
  | { readonly outcome: 'refused'; readonly sentence: string }

/**
 * Erases who somebody is and every word about them: here, with providers, and in the ledger, whose chain stays whole.
 * What remains counts care: services, hours, days, codes of needs, under a reference that leads to nobody.
 * In a transaction of the product itself, since only that may erase what the ledger says; the entry names who asked.
 */
export const erasePerson = (
  db: Db,
  actor: Actor,
  { partnershipId, at, ...asked }: { partnershipId: Id; reference: string; reason: EraseReason; at: Date },
): Promise<Erased> =>
  working({ db, partnershipId, actor: systemActor(partnershipId), at }, (work) =>
    erase(work, { ...asked, by: accountOf(actor) }),
  )

interface ToErase {
  readonly reference: string
  readonly reason: EraseReason
  /** The account of whoever asked for it; none when it was done on the command line. */
  readonly by: Id | null
}

async function erase(work: Work, asked: ToErase): Promise<Erased> {
  const { db, partnershipId } = work
  const person = await heldPerson(db, partnershipId, asked.reference)
  if (!person) throw notFound('This person')
  await lockPerson(work, person.id)
  const packages = await packagesOf(db, partnershipId, person.id)
  const bought = await purchasesFor(db, partnershipId, referencesOf(person))
  const enhanced = await enhancementsFor(db, partnershipId, referencesOf(person))
  const today = londonDate(work.at)
  const hindrance =
    (await whyNot(work, person.id, packages)) ?? stillBought(bought, today) ?? stillEnhanced(enhanced, today)
  if (hindrance) return { outcome: 'refused', sentence: hindrance }
  const ids = packages.map(({ id }) => id)
  await rememberErased(work, person.ownReference)
  await forget(work, person.id)
  await blank(work, ids)
  const purchaseIds = bought.map(({ id }) => id)
  const under = { personId: person.id, packageIds: ids, purchaseIds, enhancements: enhanced }
  const telling = (await entriesAbout(db, partnershipId, under)).filter(({ event }) => mayTellOfPerson(event))
  await forgetInPurchases(db, partnershipId, bought)
  await forgetInEnhancements(db, partnershipId, [...new Set(enhanced.map(({ id }) => id))])
  const erased = await erasePayloads(
    db,
    partnershipId,
    telling.map(({ id }) => id),
  )
  work.told.push({
    event: 'brokerage.person-erased',
    subject: { kind: 'person', id: person.id },
    payload: { reference: person.reference, reason: asked.reason, by: asked.by, entries: erased },
  })
  return { outcome: 'erased', packages: packages.length, entries: erased }
}

const lockPerson = ({ db, partnershipId }: Work, id: Id) =>
  brokerage(db)
    .selectFrom('person')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .execute()

type Bought = Awaited<ReturnType<typeof purchasesFor>>

/** A purchase that goes on names whom it is for, until it is over. */
function stillBought(bought: Bought, today: IsoDate): string | undefined {
  const live = bought.find(({ until }) => until === null || until > today)
  return live && `The spot purchase ${live.reference} still buys care for this person: end it first, then erase them.`
}

/** A higher price that still holds names whom it is for, as long as it does. */
function stillEnhanced(enhanced: Awaited<ReturnType<typeof enhancementsFor>>, today: IsoDate): string | undefined {
  const live = enhanced.find(({ stands, until }) => stands && (until === null || until > today))
  return live && `The higher price for this person in ${live.contract} still holds: end it first, then erase them.`
}

type Packages = Awaited<ReturnType<typeof packagesOf>>

/** Why somebody can't be erased now, in a sentence; undefined when they can. Read after the lock. */
async function whyNot({ db, partnershipId }: Work, personId: Id, packages: Packages): Promise<string | undefined> {
  const { erased_at } = await brokerage(db)
    .selectFrom('person')
    .select('erased_at')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (erased_at) return 'This person has been erased already.'
  const live = packages.find(({ state }) => state !== 'ended' && state !== 'withdrawn')
  if (live) return `${live.reference} is not over: end it first, then erase the person.`
  const placement = await brokerage(db)
    .selectFrom('placement')
    .select('reference')
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('state', 'not in', ['ended', 'cancelled'])
    .executeTakeFirst()
  return placement && `A provider still gives care under ${placement.reference}: end it first, then erase the person.`
}

/** Who they are, and what providers were told of it. */
async function forget({ db, partnershipId, at }: Work, personId: Id): Promise<void> {
  await brokerage(db)
    .deleteFrom('person_detail')
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .execute()
  await brokerage(db)
    .updateTable('person')
    .set({ erased_at: at, own_reference: null })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', personId)
    .execute()
  await brokerage(db)
    .updateTable('reveal')
    .set({ content: null, withdrawn_at: sql`coalesce(withdrawn_at, ${at.toISOString()}::timestamptz)` })
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .execute()
}

const gone = 'erased'

/** Every word that somebody may have written about them; codes and numbers stay. */
async function blank({ db, partnershipId, at }: Work, packageIds: readonly Id[]): Promise<void> {
  if (packageIds.length === 0) return
  const ids = [...packageIds]
  const tables = brokerage(db)
  const code = (column: string) =>
    sql.raw<string>(`case when ${column} ~ '^[a-z-]+$' then ${column} else '${gone}' end`)
  await tables
    .updateTable('care_package')
    .set({ outcomes: [], choices: '', pen_picture: '', changed_at: at })
    .set({
      no_level_reason: sql`case when no_level_reason is null then null else ${gone} end`,
      end_reason: code('end_reason'),
    })
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', ids)
    .execute()
  await tables
    .updateTable('offer')
    .set({ words: '', proposal: sql`case when proposal is null then null else proposal || '{"words": ""}'::jsonb end` })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', 'in', ids)
    .execute()
  await tables
    .updateTable('offer_question')
    .set({ words: gone, answer: sql`case when answer is null then null else ${gone} end` })
    .where('partnership_id', '=', partnershipId)
    .where('offer_id', 'in', (offers) =>
      offers
        .selectFrom('offer')
        .select('id')
        .where('partnership_id', '=', partnershipId)
        .where('package_id', 'in', ids),
    )
    .execute()
  await tables
    .updateTable('price_approval')
    .set({ words: '' })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', 'in', ids)
    .execute()
  await tables
    .updateTable('placement')
    .set({ end_reason: sql`case when end_reason is null then null else ${code('end_reason')} end` })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', 'in', ids)
    .execute()
}
