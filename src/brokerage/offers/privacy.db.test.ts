import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { liftSuspension, suspendProvider } from '../../providers/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { Offer } from '../offer.ts'
import { endPackage, withdrawPackage } from '../placements/commands/end-package.ts'
import { handBack } from '../placements/commands/hand-back.ts'
import { startPlacement } from '../placements/commands/start-placement.ts'
import { turnDays } from '../placements/commands/turn-days.ts'
import { offerTold } from '../provider/queries/offer-told.ts'
import { erasePerson } from '../record/commands/erase-person.ts'
import { brokerage } from '../schema/index.ts'
import { answerQuestion } from './commands/answer-question.ts'
import { dueWork } from './commands/due-work.ts'
import { cancelRound } from './commands/steer-round.ts'

let database: Database
let world: Brokerage
let another: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  another = await newBrokerage(database)
})
afterAll(() => database.close())

async function offered(fromStep?: number): Promise<{ asked: CarePackage; offers: Offer[]; first: Offer }> {
  const asked = await world.askPackage()
  await world.open(asked, { fromStep })
  const offers = await world.offers(asked.id)
  const [first] = offers
  if (!first) throw new Error('Nobody was asked.')
  return { asked, offers, first }
}

/** What a provider itself finds of who somebody is, in every way that there is. */
const known = (offer: Offer, actor = world.providerOf({ id: offer.organisationId })) =>
  asActor(database, actor, async (db) => {
    const { penPicture, person, questions } = await offerTold(db, world.partnership.id, offer.id)
    const { rows } = await sql<{ content: unknown }>`select content from reveal
      where package_id = ${offer.packageId} and content is not null`.execute(brokerage(db))
    return { penPicture, person, answers: questions.flatMap(({ answer }) => answer ?? []), kept: rows.length }
  })
const nothing = { penPicture: null, person: null, answers: [], kept: 0 }

const reply = (offer: Offer, words: string, at = minutesOn(7)) =>
  world.act(
    (db) => answerQuestion(db, world.broker, { partnershipId: world.partnership.id, offerId: offer.id, words, at }),
    world.broker,
  )

/** An offer about which something was asked and answered. */
async function toldOffer(fromStep?: number) {
  const { asked, offers, first } = await offered(fromStep)
  await world.answer(first, { kind: 'ask', words: 'Are there stairs?' })
  expect(await reply(first, 'Two steps at the front door.')).toEqual({ outcome: 'done' })
  expect(await known(first)).toMatchObject({ person: null, answers: ['Two steps at the front door.'], kept: 1 })
  return { asked, offers, first }
}

const ended: readonly (readonly [
  what: string,
  state: Offer['state'],
  end: (offer: Offer, others: readonly Offer[]) => Promise<unknown>,
])[] = [
  [
    'declined',
    'declined',
    (offer) => world.answer(offer, { kind: 'decline', reason: 'price', words: '' }, minutesOn(20)),
  ],
  ['not answered', 'lapsed', () => dueWork(database, minutesOn(2000), world.partnership.id)],
  [
    'taken back',
    'cancelled',
    async (offer) => {
      const { version } = await world.package(offer.packageId)
      const asked = { partnershipId: world.partnership.id, packageId: offer.packageId, version, at: minutesOn(20) }
      return world.act((db) => cancelRound(db, world.broker, asked), world.broker)
    },
  ],
  [
    'taken by another',
    'taken',
    (_, others) => world.answer(others[1] as Offer, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(20)),
  ],
  [
    'withdrawn with its package',
    'cancelled',
    (offer) => {
      const asked = { partnershipId: world.partnership.id, packageId: offer.packageId, at: minutesOn(20) }
      return world.act((db) => withdrawPackage(db, world.manager, { ...asked, reason: 'own-choice' }), world.manager)
    },
  ],
]

test.each(ended)('once an offer is %s its provider reads neither description nor answers', async (_, state, end) => {
  const { asked, offers, first } = await toldOffer(state === 'taken' ? 3 : 1)
  await end(first, offers)
  expect((await world.offers(asked.id)).find(({ id }) => id === first.id)?.state).toBe(state)
  const [now] = (await world.offers(asked.id)).filter(({ id }) => id === first.id)
  expect(await known(now as Offer)).toEqual(nothing)
})

test('whoever hands care back reads who it is until the last day, and nothing after', async () => {
  const { first } = await toldOffer()
  const accepted = await world.answer(first, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(20))
  if (accepted.outcome !== 'done' || !accepted.placementId) throw new Error('It was not accepted.')
  const of = { partnershipId: world.partnership.id, placementId: accepted.placementId }
  const on = (day: string) => new Date(`${day}T10:00:00Z`)
  const giver = world.providerOf(world.lead)
  const accepting = { ...first, state: 'accepted' as const }
  await world.act((db) => startPlacement(db, giver, { ...of, startedOn: '2026-11-26', at: on('2026-11-26') }))
  const given = { ...of, on: '2026-12-03', reason: 'no-capacity-staff', at: on('2026-11-27') } as const
  await world.act((db) => handBack(db, world.broker, given), world.broker)
  expect(await known(accepting)).toMatchObject({ person: { risks: 'A dog' } })
  expect(await known(accepting, world.providerOf(world.fallbacks[0]))).toEqual(nothing)
  await turnDays(database, on('2026-12-03'), world.partnership.id)
  expect(await known(accepting)).toMatchObject({ penPicture: null, person: null, kept: 0 })
})

test('an answer with the name, the street, the postcode or a number is refused, and nobody is told', async () => {
  const { asked, first } = await offered()
  await sql`update person_detail set name = 'Mrs Exampla O’Pretend' where person_id = ${asked.personId}`.execute(
    ownerOf(database),
  )
  await world.answer(first, { kind: 'ask', words: 'Who is it?' })
  for (const [words, holds] of [
    ['It is Exampla.', 'the person’s name'],
    ["Ask for Mrs O'PRETEND", 'the person’s name'],
    ['1 Example Street', 'the person’s street'],
    ['At EH47 0ZZ', 'a postcode'],
    ['Ring 01506 123456', 'a long number'],
    ['Born on 3rd March 1941', 'a date such as a date of birth'],
  ]) {
    const sentence = expect.stringContaining(`Your answer holds ${holds}`)
    expect(await reply(first, words ?? '')).toMatchObject({ outcome: 'refused', because: 'tells-who', sentence })
  }
  expect(await known(first)).toMatchObject({ answers: [] })
  expect(await reply(first, 'She is told once you accept.')).toEqual({ outcome: 'done' })
  const told = await world.told(asked.id)
  expect(JSON.stringify(told)).not.toMatch(/Exampla|PRETEND|0ZZ/)
})

test('looking at the description again and again keeps no broker from acting on the package', async () => {
  const { asked, first } = await offered()
  await world.answer(first, { kind: 'interest' })
  const { version } = await world.package(asked.id)
  const entries = (await world.told(asked.id)).length
  for (let again = 0; again < 3; again += 1)
    expect(await world.answer(first, { kind: 'interest' })).toMatchObject({ outcome: 'done', state: 'open' })
  expect(await world.package(asked.id)).toMatchObject({ version })
  expect(await world.told(asked.id)).toHaveLength(entries)
})

test('a provider that is suspended after it was asked can’t accept, and is told of nobody', async () => {
  const { asked, first } = await offered(2)
  const { partnership, officer } = world
  const suspension = { from: '2026-11-23', until: null, reason: 'A large inquiry', at: minutesOn(1) }
  const suspended = await world.act(
    (db) =>
      suspendProvider(db, officer, {
        ...suspension,
        partnershipId: partnership.id,
        organisationId: first.organisationId,
      }),
    officer,
  )
  if (suspended.outcome !== 'suspended') throw new Error(suspended.sentence)
  const refusal = { outcome: 'refused', because: 'not-allowed' }
  expect(await world.answer(first, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(10))).toMatchObject(refusal)
  expect(await known(first)).toEqual(nothing)
  expect((await world.offers(asked.id)).map(({ state }) => state)).toEqual(['open'])
  const lifted = { partnershipId: partnership.id, id: suspended.id, reason: 'Put right', at: minutesOn(11) }
  await world.act((db) => liftSuspension(db, officer, lifted), officer)
  const accepted = await world.answer(first, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(12))
  expect(accepted).toMatchObject({ outcome: 'done' })
})

test('a provider can’t say that care began before it accepted it; a broker, who knows why, can', async () => {
  const { first } = await offered()
  const accepted = await world.answer(first, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(10))
  if (accepted.outcome !== 'done' || !accepted.placementId) throw new Error('It was not accepted.')
  const at = new Date('2026-11-26T10:00:00Z')
  const start = (actor: Actor, startedOn: string) => {
    const asked = { partnershipId: world.partnership.id, placementId: accepted.placementId ?? '', startedOn, at }
    return world.act((db) => startPlacement(db, actor, asked))
  }
  const giver = world.providerOf(world.lead)
  expect(await start(giver, '2026-11-22')).toMatchObject({ because: 'start-too-early' })
  expect(await start(world.system, '2026-11-19')).toMatchObject({ because: 'start-too-early' })
  expect(await start(world.system, '2026-11-22')).toEqual({ outcome: 'done' })
})

test('other times that put more than 24 hours into a day are refused', async () => {
  const long = (day: 1 | 2 | 3) => ({
    id: newId(),
    band: 'night' as const,
    days: [day],
    minutes: 720,
    carers: 1 as const,
  })
  const lines = [long(1), long(2), long(3)]
  const asked = await world.askPackage({ lines })
  await world.open(asked)
  const [first] = await world.offers(asked.id)
  if (!first) throw new Error('Nobody was asked.')
  const propose = (proposed: readonly { id: Id; day: 1 | 2 | 3 }[]) =>
    world.answer(first, {
      kind: 'propose',
      proposal: {
        startOn: '2026-11-26',
        words: '',
        lines: proposed.map(({ id, day }) => ({ id, band: 'morning' as const, days: [day] })),
      },
    })
  const refusal = {
    because: 'bad-proposal',
    sentence: 'The visits of Monday come to more than 24 hours.',
  }
  expect(await propose(lines.map(({ id }) => ({ id, day: 1 as const })))).toMatchObject(refusal)
  // What is not proposed anew stays on its day.
  const [, second, third] = lines
  if (!second || !third) throw new Error('There are three visits.')
  const both = [second, third].map(({ id }) => ({ id, day: 1 as const }))
  expect(await propose(both)).toMatchObject(refusal)
  expect(await propose([{ id: second.id, day: 1 }])).toMatchObject({ outcome: 'done' })
})

test('somebody is not erased while offers are out, and what was told goes with them', async () => {
  const { asked, first } = await toldOffer()
  const { rows } = await sql<{ reference: string }>`select reference from person where id = ${asked.personId}`.execute(
    ownerOf(database),
  )
  const erase = () =>
    asActor(database, systemActor(world.partnership.id), (db) =>
      erasePerson(db, world.system, {
        partnershipId: world.partnership.id,
        reference: rows[0]?.reference ?? '',
        reason: 'asked',
        at: minutesOn(30),
      }),
    )
  expect(await erase()).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('is not over') })
  await world.answer(first, { kind: 'accept', startOn: '2026-11-23' }, minutesOn(31))
  const placement = await sql<{ id: Id }>`select id from placement where package_id = ${asked.id}`.execute(
    ownerOf(database),
  )
  const at = minutesOn(40)
  const of = { partnershipId: world.partnership.id, placementId: placement.rows[0]?.id ?? '' }
  await world.act((db) => startPlacement(db, world.broker, { ...of, startedOn: '2026-11-23', at }), world.broker)
  const over = { partnershipId: world.partnership.id, packageId: asked.id, reason: 'died', at } as const
  const end = { ...over, on: '2026-11-23' }
  expect(await world.act((db) => endPackage(db, world.manager, end), world.manager)).toEqual({ outcome: 'done' })
  expect(await erase()).toMatchObject({ outcome: 'erased' })
  const [now] = await world.offers(asked.id)
  expect(await known(now as Offer)).toMatchObject({ penPicture: null, person: null, kept: 0 })
  const { rows: words } = await sql`select * from offer_question
    where offer_id = ${first.id} and (words <> 'erased' or answer <> 'erased')`.execute(ownerOf(database))
  expect(words).toEqual([])
})

/** What anyone may read, because it is published after small numbers are hidden, or shared. */
const open = ['need_criteria', 'unmet_told', 'unmet_week_told', 'unmet_counted']

test('no other partnership’s people, no provider and nobody else reads or writes a table that is not theirs', async () => {
  await toldOffer()
  const { rows: tables } = await sql<{ name: string; rows: number }>`select c.relname as name,
      (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I where partnership_id = %L',
        c.relname, ${world.partnership.id}::text), false, true, '')))[1]::text::integer as rows
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname ~ '^(person|care_|package_|offer|price_approval|reveal|plac|brokerage_|unmet_|played_|capacity_)'`.execute(
    ownerOf(database),
  )
  expect(tables.length).toBeGreaterThan(18)
  expect(tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(12)
  const strangers: readonly Actor[] = [
    another.broker,
    another.manager,
    another.system,
    publicActor,
    // A provider that was asked about nothing.
    another.providerOf(another.lead),
  ]
  for (const actor of strangers) {
    for (const { name } of tables) {
      const count = (statement: ReturnType<typeof sql>): Promise<number> =>
        asActor(database, actor, async (db) => {
          const { rows, numAffectedRows } = await statement.execute(brokerage(db))
          return Number(numAffectedRows ?? rows.length)
        })
      const theirs = sql`partnership_id = ${world.partnership.id}`
      const table = sql.table(name)
      if (!open.includes(name)) expect(await count(sql`select 1 from ${table} where ${theirs}`), name).toBe(0)
      expect(await count(sql`update ${table} set partnership_id = partnership_id where ${theirs}`), name).toBe(0)
      expect(await count(sql`delete from ${table} where ${theirs}`), name).toBe(0)
      await expect(
        count(sql`insert into ${table} (partnership_id) values (${world.partnership.id})`),
        name,
      ).rejects.toThrow(/row-level security/)
      // Nor does anybody move rows of their own to another partnership.
      if (actor.kind === 'staff')
        expect(
          await count(sql`update ${table} set partnership_id = ${world.partnership.id}`).catch(() => 0),
          name,
        ).toBe(0)
    }
  }
})

test('before it has said anything, a provider finds nothing of the person in any column of its offer', async () => {
  const { asked, first } = await offered()
  const found = await asActor(database, world.providerOf(world.lead), async (db) => {
    const { rows } = await sql`select * from offer where id = ${first.id}`.execute(brokerage(db))
    return JSON.stringify(rows)
  })
  for (const secret of [asked.personId, asked.penPicture, asked.requestId, 'EH47 0ZZ', 'Example Person'])
    expect(found).not.toContain(secret)
  expect(await known(first)).toEqual(nothing)
})
