import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, newBrokerage } from '../../../test/support/brokerage.ts'
import { csvFile } from '../../../test/support/contract-files.ts'
import { enterSpot } from '../../../test/support/enter-spot.ts'
import { higherPrice } from '../../../test/support/higher-price.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { runCommand } from '../../../test/support/run-command.ts'
import { staffOf } from '../../../test/support/sample-contract.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { provenEntriesOf, verifyLedger } from '../../core/ledger/index.ts'
import { sha256 } from '../../core/values/index.ts'
import { importSpotPurchases } from '../../procurement/index.ts'
import { type Work, working } from '../commands/work.ts'
import type { KeptDecision } from '../kept-decision.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { answerQuestion } from '../offers/commands/answer-question.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { cancelRound } from '../offers/commands/steer-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { lockPackage } from '../requests/commands/lock-package.ts'
import { requestPackages } from '../requests/commands/request-packages.ts'
import { setPackageState } from '../requests/commands/set-package-state.ts'
import { brokerage } from '../schema/index.ts'
import { tellSpell } from '../unmet/commands/tell-spell.ts'
import { erasePerson } from './commands/erase-person.ts'
import { keyOfSeal, sealOf } from './commercial.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const name = 'Muirhead'
const secret = name
const answer = 'Yes, and hears with the left ear only'
const work = <T>(minute: number, body: (work: Work) => Promise<T>) =>
  asActor(database, world.broker, (db) =>
    working({ db, partnershipId: world.partnership.id, actor: world.broker, at: minutesOn(minute) }, body),
  )

/** Somebody whose package was asked for, offered, asked about, and told of. */
async function toldPackage(secret = name) {
  const asked = await work(0, (one) =>
    requestPackages(one, {
      person: {
        name: `Example ${secret}`,
        address: '12 Pretend Street',
        postcode: 'EH47 0AB',
        contacts: `Daughter ${secret}`,
        risks: `${secret} smokes`,
        ownReference: `SW-${secret}`,
      },
      area: world.area,
      level: null,
      noLevelReason: `${secret} left hospital first`,
      outcomes: ['Stay at home'],
      needs: ['hoist'],
      choices: 'A bath',
      supportOption: 3,
      origin: 'hospital',
      assessedOn: '2026-11-20',
      readyAt: minutesOn(-60),
      startBy: '2026-11-30',
      penPicture: 'A pen picture of somebody who sings',
      elements: [
        {
          serviceType: 'care-at-home',
          shortTerm: false,
          lines: [{ band: 'morning', days: [1, 2], minutes: 60, carers: 1 }],
        },
      ],
    }),
  )
  if (asked.outcome !== 'asked' || !asked.packages[0]) throw new Error(JSON.stringify(asked))
  const [made] = asked.packages
  const { partnership, broker } = world
  const opened = await asActor(database, broker, (db) =>
    openRound(db, broker, {
      partnershipId: partnership.id,
      packageId: made.id,
      version: made.version,
      at: minutesOn(1),
    }),
  )
  expect(opened.outcome).toBe('done')
  const [offer] = await asActor(database, broker, (db) => offersOfPackage(db, partnership.id, made.id))
  if (!offer) throw new Error('No offer was made.')
  const provider = world.providerOf(world.lead)
  const ask = { kind: 'ask', words: `Is this ${secret} of Pretend Street?` } as const
  const answered = await asActor(database, world.system, (db) =>
    answerOffer(db, provider, { partnershipId: partnership.id, offerId: offer.id, answer: ask, at: minutesOn(2) }),
  )
  expect(answered.outcome).toBe('done')
  const replied = await asActor(database, broker, (db) =>
    answerQuestion(db, broker, {
      partnershipId: partnership.id,
      offerId: offer.id,
      words: answer,
      at: minutesOn(3),
    }),
  )
  expect(replied.outcome).toBe('done')
  const { reference } = await asActor(database, broker, (db) =>
    brokerage(db).selectFrom('person').select('reference').where('id', '=', made.personId).executeTakeFirstOrThrow(),
  )
  return { ...made, person: reference }
}

/** Ends what was asked for, so that nothing stands in the way of erasing. */
async function withdraw(packageId: string) {
  const { partnership, broker } = world
  const seen = await asActor(database, broker, (db) =>
    brokerage(db).selectFrom('care_package').select('version').where('id', '=', packageId).executeTakeFirstOrThrow(),
  )
  const cancelled = await asActor(database, broker, (db) =>
    cancelRound(db, broker, { partnershipId: partnership.id, packageId, version: seen.version, at: minutesOn(4) }),
  )
  expect(cancelled.outcome).toBe('done')
  await work(5, async (one) => {
    await lockPackage(one, packageId)
    await setPackageState(one, packageId, 'withdrawn', { on: '2026-11-23', reason: `${secret} moved away` })
    await tellSpell(one, packageId)
  })
}

/** Every row of every table that holds something of a text. */
async function tablesWith(text: string): Promise<string[]> {
  const owner = ownerOf(database)
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(owner)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(name)} t
      where t::text ilike ${`%${text}%`}`.execute(owner)
    if (hits[0] && hits[0].n > 0) found.push(name)
  }
  return found
}

const erase = (reference: string) =>
  asActor(database, world.system, (db) =>
    erasePerson(db, world.manager, {
      partnershipId: world.partnership.id,
      reference,
      reason: 'asked',
      at: minutesOn(60),
    }),
  )
const command = (...args: string[]) =>
  runCommand([...args, '--partnership', world.partnership.slug, '--json'], { on: database })

test('a person is given what is held, a challenger what is recorded, and erased they are nowhere while the chain is whole', async () => {
  const made = await toldPackage()

  const given = await command('person', 'export', '--person', made.person.toLowerCase())
  expect(given.exit).toBe(0)
  const record = JSON.parse(given.out)
  expect(record.person).toMatchObject({ name: `Example ${secret}`, contacts: `Daughter ${secret}` })
  expect(record.packages[0]).toMatchObject({ reference: made.reference, visits: [{ weekdays: [1, 2] }] })
  expect(record.questions[0]).toMatchObject({ words: `Is this ${secret} of Pretend Street?`, answer })
  expect(record.toldTo[0]).toMatchObject({ organisation: world.lead.name, stage: 'pen-picture' })
  expect(record.recorded.map(({ event }: { event: string }) => event)).toContain('brokerage.question-answered')
  expect(given.out).not.toContain('hourlyPence')

  const challenge = await command('ledger', 'export', '--package', made.reference)
  const shown = JSON.parse(challenge.out)
  expect(challenge.out).not.toMatch(new RegExp(`${secret}|Pretend Street|sings|bath`, 'i'))
  expect(shown.entriesHold).toBe(true)
  const sent = shown.entries.find(({ event }: { event: string }) => event === 'brokerage.offers-sent')
  expect(sent.payload.decision.kind).toBe('send')
  // Who was compared, by what, and what came of it; no price, no hours, nothing by which they could be guessed.
  const others = world.fallbacks.map(({ name }) => name)
  expect(challenge.out).toContain(others[0])
  expect(challenge.out).not.toMatch(/hourlyPence|weeklyPence|freeMinutes|placedMinutes|lastAskedAt|£/)
  expect(sent).toMatchObject({ withheld: 'trade of providers', payload: { replays: true } })
  expect(sent).not.toHaveProperty('salt')
  expect(sent.payload.input.candidates.map(({ placeBy }: { placeBy: object }) => placeBy)[0]).toEqual({
    price: 1,
    hoursPlaced: 1,
    asked: 1,
  })
  const opened = shown.entries.find(({ event }: { event: string }) => event === 'brokerage.pen-picture-told')
  expect(sha256(`${opened.salt}.${sorted(opened.payload)}`)).toBe(opened.payloadDigest)
  // What is withheld is what the chain holds: the whole payload makes the same digest, the same seals and the same end.
  const whole = await asActor(database, world.system, (db) =>
    provenEntriesOf(db, world.partnership.id, { kind: 'package', ids: [made.id] }),
  )
  const kept = whole.find(({ seq }) => seq === sent.seq)
  const { salt = '', payload } = kept?.said ?? {}
  expect(sha256(`${salt}.${sorted(payload)}`)).toBe(sent.payloadDigest)
  for (const [at, candidate] of (payload as KeptDecision).input.candidates.entries()) {
    expect(sealOf(keyOfSeal(salt, candidate), candidate)).toBe(sent.payload.input.candidates[at].sealed)
    const dearer = { ...candidate, hourlyPence: 1 }
    expect(sealOf(keyOfSeal(salt, candidate), dearer)).not.toBe(sent.payload.input.candidates[at].sealed)
  }
  const asked = shown.entries.find(({ event }: { event: string }) => event === 'brokerage.package-asked')
  expect(asked).toMatchObject({ withheld: 'personal data' })
  expect(asked).not.toHaveProperty('salt')

  expect(await erase(made.person)).toMatchObject({
    outcome: 'refused',
    sentence: expect.stringContaining('is not over'),
  })
  const refused = await command('person', 'erase', '--person', made.person, '--reason', 'asked')
  expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining(`${made.reference} is not over`)])
  expect(await tablesWith(secret)).toContain('person_detail')
  await withdraw(made.id)
  expect(await erase(made.person)).toMatchObject({ outcome: 'erased', packages: 1 })
  for (const word of [secret, 'Pretend Street', 'somebody who sings', answer])
    expect(await tablesWith(word)).toEqual([])

  const verified = await command('ledger', 'verify')
  expect([verified.exit, JSON.parse(verified.out)]).toMatchObject([
    0,
    { ok: true, partnership: world.partnership.slug },
  ])
  expect(JSON.parse(verified.out).erased).toBeGreaterThanOrEqual(3)
  const after = JSON.parse((await command('ledger', 'export', '--package', made.reference)).out)
  expect(after.entries.find(({ seq }: { seq: number }) => seq === asked.seq)).toMatchObject({
    withheld: 'erased',
    digest: asked.digest,
  })
  // What decided stays, so that the decision can still be replayed.
  expect(after.entries.find(({ seq }: { seq: number }) => seq === sent.seq)).toEqual(sent)
  expect(await erase(made.person)).toMatchObject({ sentence: 'This person has been erased already.' })
})

/** Canonical JSON, written anew as a challenger would. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${sorted(one)}`).join(',')}}`
}

test('care bought apart for a person is told to them, keeps nobody’s number once they are erased, and comes back with no list', async () => {
  const { partnership, broker } = world
  const made = await toldPackage('Spotswood')
  const purchase = {
    ...{ reference: 'S-1', organisationId: world.lead.id, serviceType: world.serviceType, area: world.area },
    ...{ person: 'sw-spotswood', careGroup: null, from: '2026-09-01', until: '2026-11-01', weeklyMinutes: 420 },
    ...{ weeklyPence: 20_000, outOfArea: false, insteadOf: null, reason: 'Nobody in the lot could', movesTo: null },
    ...{ reviewedOn: null, movedOn: null },
  }
  const enter = (over: object = {}) =>
    asActor(database, broker, (db) =>
      enterSpot(db, broker, { partnership, purchase: { ...purchase, ...over }, at: minutesOn(1) }),
    )
  await enter()
  await enter({ reference: 'S-2', until: null, person: made.person })
  const record = JSON.parse((await command('person', 'export', '--person', made.person)).out)
  expect(record.boughtApart).toMatchObject([
    { reference: 'S-1', organisation: world.lead.name, weeklyPence: 20_000 },
    { reference: 'S-2' },
  ])
  expect(record.recorded.map(({ event }: { event: string }) => event)).toContain('procurement.spot-purchase-entered')
  await withdraw(made.id)
  expect(await erase(made.person)).toMatchObject({ sentence: expect.stringContaining('S-2 still buys care') })
  await sql`update spot_purchase set until_day = '2026-11-02' where reference = 'S-2'`.execute(ownerOf(database))
  expect(await erase(made.person)).toMatchObject({ outcome: 'erased' })
  expect(await tablesWith('spotswood')).toEqual([])
  const { rows } = await sql<object>`select person_reference, reason, weekly_pence from spot_purchase
    where partnership_id = ${partnership.id}`.execute(ownerOf(database))
  const gone = { person_reference: 'erased', reason: 'erased', weekly_pence: 20_000 }
  expect(rows).toEqual([gone, gone])
  const again = csvFile(
    'reference,provider,service,area,person,from,until,weekly_cost,reason',
    `S-1,${world.lead.name},Care at home,${world.area},SW-Spotswood-1,2026-09-01,2026-11-01,210.00,Spotswood`,
    `,${world.lead.name},Care at home,${world.area},${made.person.toLowerCase()},2026-09-01,2026-11-02,210.00,Spotswood`,
    `,${world.lead.name},Care at home,${world.area},SW-77,2026-09-01,2026-11-02,100.00,For somebody else`,
  )
  const took = await importSpotPurchases(database, partnership, again, { at: minutesOn(70) })
  expect(took).toMatchObject({ changed: 2, added: 1 })
  const { rows: named } = await sql<object>`select person_reference, weekly_pence from spot_purchase
    where partnership_id = ${partnership.id} order by weekly_pence`.execute(ownerOf(database))
  const erased = { person_reference: 'erased', weekly_pence: 21_000 }
  expect(named).toEqual([{ person_reference: 'SW-77', weekly_pence: 10_000 }, erased, erased])
  expect(await tablesWith('spotswood')).toEqual([])
})

test('a higher price for a person is told to them, and once they are erased nothing says whom it was for or why', async () => {
  const { partnership, contractId } = world
  const made = await toldPackage('Dearwood')
  await withdraw(made.id)
  const price = { partnershipId: partnership.id, contractId, evidence: 'Dearwood falls', from: '2026-11-01' }
  const dearer = await higherPrice(database, staffOf(partnership, 'commissioner'), {
    ...{ ...price, person: made.person, at: minutesOn(6) },
  })
  const record = JSON.parse((await command('person', 'export', '--person', made.person)).out)
  expect(record.paidMoreFor).toMatchObject([
    { organisation: world.lead.name, basisPoints: 500, evidence: 'Dearwood falls', from: '2026-11-01', until: null },
  ])
  expect(JSON.stringify(record.recorded)).toContain('Dearwood falls')
  expect(await erase(made.person)).toMatchObject({ sentence: expect.stringContaining('still holds: end it first') })
  expect(await dearer.end('2026-11-20')).toMatchObject({ outcome: 'applied' })
  expect(await erase(made.person)).toMatchObject({ outcome: 'erased' })
  expect(await tablesWith('Dearwood')).toEqual([])
  // The reference itself stays where it counts care, and in the entry that says it was erased; never beside a price.
  expect(await tablesWith(made.person)).toEqual(['ledger_payload', 'person'])
  const { rows } = await sql<object>`select person_reference, basis_points from rate_enhancement
    where partnership_id = ${partnership.id}`.execute(ownerOf(database))
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set([JSON.stringify({ person_reference: 'erased', basis_points: 500 })]),
  )
  expect(await asActor(database, world.system, (db) => verifyLedger(db, partnership.id))).toMatchObject({ ok: true })
})

test('a chain that somebody changed behind the product’s back is not whole', async () => {
  const other = await newBrokerage(database)
  await asActor(database, other.manager, (db) =>
    working({ db, partnershipId: other.partnership.id, actor: other.manager, at: minutesOn(0) }, async (one) => {
      one.told.push({ event: 'brokerage.tried', subject: { kind: 'package', id: 'x' } })
    }),
  )
  await sql`update ledger_entry set event = 'brokerage.never' where event = 'brokerage.tried'`.execute(
    ownerOf(database),
  )
  const said = await runCommand(['ledger', 'verify', '--partnership', other.partnership.slug], { on: database })
  expect([said.exit, said.out]).toEqual([1, expect.stringContaining('is broken at entry')])
  const { ok } = await asActor(database, world.system, (db) => verifyLedger(db, world.partnership.id))
  expect(ok).toBe(true)
})

test('somebody whom the partnership does not have is not found', async () => {
  for (const args of [
    ['person', 'export', '--person', 'XX-PER-1'],
    ['ledger', 'export', '--package', 'XX-PKG-1'],
  ]) {
    const said = await command(...args)
    expect([said.exit, said.err]).toEqual([1, expect.stringContaining('was not found')])
  }
})
