import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { enhancementsFor, purchasesFor } from '../../../procurement/index.ts'
import { organisationNames } from '../../../providers/index.ts'
import { brokerage } from '../../schema/index.ts'
import { daysOfMask } from '../../visit-line.ts'
import { mayTellOfPerson } from '../withheld.ts'
import { entriesAbout, type ToldUnder } from './entries-about.ts'
import { heldPerson, referencesOf } from './held-person.ts'

/** Everything that is held of one person, as they may have it: by name, whoever they were told to, and what was recorded. */
export async function personRecord(db: Db, partnershipId: Id, reference: string) {
  const person = await heldPerson(db, partnershipId, reference)
  if (!person) throw notFound('This person')
  const detail = await brokerage(db)
    .selectFrom('person_detail')
    .select(['contacts', 'risks'])
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  const packages = await brokerage(db)
    .selectFrom('care_package')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', person.id)
    .orderBy('created_at')
    .orderBy('reference')
    .execute()
  const ids = packages.map(({ id }) => id)
  const parts = await partsOf(db, partnershipId, ids)
  const purchases = await purchasesFor(db, partnershipId, referencesOf(person))
  const enhanced = await enhancementsFor(db, partnershipId, referencesOf(person))
  const organisations = [...parts.offers, ...parts.told, ...parts.placements].map((row) => row.organisation_id)
  const names = await organisationNames(db, [
    ...new Set([...organisations, ...[...purchases, ...enhanced].map(({ organisationId }) => organisationId)]),
  ])
  const named = <Row extends { readonly organisation_id: Id }>({ organisation_id, ...row }: Row) => ({
    organisation: names.get(organisation_id) ?? organisation_id,
    ...row,
  })
  const { id, ...who } = person
  return {
    person: { ...who, ...detail },
    packages: packages.map(({ partnership_id: _, person_id: __, id: packageId, ...kept }) => ({
      ...kept,
      visits: parts.lines.filter((line) => line.package_id === packageId).map(({ package_id: _of, ...line }) => line),
    })),
    offers: parts.offers.map(named),
    questions: parts.questions,
    toldTo: parts.told.map(named),
    placements: parts.placements.map(named),
    boughtApart: purchases.map(({ id: _, version: __, organisationId, ...bought }) => ({
      organisation: names.get(organisationId) ?? organisationId,
      ...bought,
    })),
    paidMoreFor: enhanced.flatMap(({ id: _, contractId: __, stands, organisationId, ...higher }) =>
      stands ? { organisation: names.get(organisationId) ?? organisationId, ...higher } : [],
    ),
    waiting: await waitingOf(db, partnershipId, id),
    recorded: await recordedOf(db, partnershipId, {
      personId: id,
      packageIds: ids,
      purchaseIds: purchases.map(({ id }) => id),
      enhancements: enhanced,
    }),
  }
}

async function partsOf(db: Db, partnershipId: Id, ids: readonly Id[]) {
  // Without a package, of none: an empty list has no place in SQL.
  const of = sql<SqlBool>`package_id = any(${sql.val([...ids])}::uuid[])`
  const tables = brokerage(db)
  const lines = await tables
    .selectFrom('package_line')
    .select(['package_id', 'band', 'days', 'minutes', 'carers', 'held'])
    .where('partnership_id', '=', partnershipId)
    .where(of)
    .orderBy('held')
    .orderBy('id')
    .execute()
  return {
    lines: lines.map(({ days, ...line }) => ({ ...line, weekdays: daysOfMask(days) })),
    offers: await tables
      .selectFrom('offer')
      .select(['reference', 'organisation_id', 'state', 'sent_at', 'answered_at', 'reason', 'words', 'ask', 'proposal'])
      .where('partnership_id', '=', partnershipId)
      .where(of)
      .orderBy('sent_at')
      .execute(),
    questions: await tables
      .selectFrom('offer_question as q')
      .innerJoin('offer as o', (join) =>
        join.onRef('o.partnership_id', '=', 'q.partnership_id').onRef('o.id', '=', 'q.offer_id'),
      )
      .select(['o.reference as offer', 'q.words', 'q.asked_at', 'q.answer', 'q.answered_at'])
      .where('q.partnership_id', '=', partnershipId)
      .where(of)
      .orderBy('q.asked_at')
      .execute(),
    told: await tables
      .selectFrom('reveal')
      .select(['organisation_id', 'stage', 'revealed_at', 'withdrawn_at', 'content'])
      .where('partnership_id', '=', partnershipId)
      .where(of)
      .orderBy('revealed_at')
      .execute(),
    placements: await tables
      .selectFrom('placement')
      .select([
        'reference',
        'organisation_id',
        'state',
        'agreed_at',
        'starts_on',
        'started_on',
        'ends_on',
        'end_reason',
      ])
      .where('partnership_id', '=', partnershipId)
      .where(of)
      .orderBy('agreed_at')
      .execute(),
  }
}

const waitingOf = (db: Db, partnershipId: Id, personId: Id) =>
  brokerage(db)
    .selectFrom('unmet_spell as s')
    .innerJoin('unmet_piece as p', (join) =>
      join.onRef('p.partnership_id', '=', 's.partnership_id').onRef('p.subject_id', '=', 's.id'),
    )
    .select(['s.need', 's.kind', 's.preference', 's.origin', 's.began_on', 's.ended_on', 's.end_reason', 'p.held'])
    .select(['p.wanted_minutes', 'p.delivered_minutes', 'p.interim', 'p.reason', 'p.harm', 'p.review_on'])
    .where('s.partnership_id', '=', partnershipId)
    .where('s.person_id', '=', personId)
    // As it is known now: what was thought before and put right since is not what is held.
    .where(sql<SqlBool>`upper_inf(p.known)`)
    .orderBy('s.began_on')
    .orderBy('p.held')
    .execute()

/** What the ledger says: when and what happened, with the words where they are about the person; other firms' prices are not theirs. */
async function recordedOf(db: Db, partnershipId: Id, of: ToldUnder) {
  const entries = await entriesAbout(db, partnershipId, of)
  return entries.map(({ seq, at, event, said }) => ({
    entry: seq,
    at,
    event,
    ...(mayTellOfPerson(event) ? { said: said?.payload ?? 'erased' } : {}),
  }))
}
