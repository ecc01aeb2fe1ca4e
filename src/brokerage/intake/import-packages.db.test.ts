import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { ownerOf } from '../../core/db/database.ts'
import type { Database } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { noteUnplaced } from '../commands/note-unplaced.ts'
import { working } from '../commands/work.ts'
import { noteUnplacedBefore } from '../desk/migrations.ts'
import { coursesOf } from '../placements/queries/courses.ts'
import { erasePerson } from '../record/commands/erase-person.ts'
import { packageBy } from '../requests/queries/package.ts'
import { brokerage } from '../schema/index.ts'
import { tellSpell } from '../unmet/commands/tell-spell.ts'
import { packageFacts } from '../unmet/queries/package-facts.ts'
import { spellsOfPackage } from '../unmet/queries/spells.ts'
import { importPackages } from './import-packages.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  return () => database.close()
})

const head =
  'person,name,address,postcode,service,area,level,needs,outcomes,assessed,ready,start_by,visits,provider,given,start,rest_from,notice,last_day,ended,end_reason,waits_because,harm'
const person = (number: number, visits: string, rest: string) =>
  `R-${number},Person Demonstration ${number},1 Example Street,ZZ1 1AB,Care at home,S12000040,critical,meals,Stay at home,2026-10-01,2026-10-05,2026-10-08,${visits},${rest}`
const both = 'morning 30; evening 30 x2'

const take = (rows: readonly string[], options = {}) =>
  importPackages(
    database,
    world.partnership,
    fileInMemory('list.csv', new TextEncoder().encode([head, ...rows].join('\n'))),
    { at: monday, ...options },
  )

test('packages are taken over with who gives them and why they wait; again, they stay as they are', async () => {
  const by = world.lead.name
  const rows = [
    person(1, both, `${by},,2026-10-07,,,,,,,`),
    person(2, both, `${by},morning 30,2026-10-09,,,,,,no-capacity-two-carers,low`),
    person(3, both, ',,,,,,,,,'),
    person(4, both, `${by},,2026-10-07,2026-11-20,,,,,,`),
    person(5, both, `${by},,2026-10-07,,2026-11-16,2026-12-13,,,,`),
    person(6, both, `${by},,2026-10-07,,,,2026-11-01,needs-met,,`),
  ]
  expect(await take(rows)).toMatchObject({ added: 6, rejected: [], applied: true })
  expect(await take(rows)).toMatchObject({ added: 0, unchanged: 6, rejected: [] })
  const found = await world.act(async (db) => {
    const { id } = world.partnership
    const all = []
    for (let at = 1; at <= 6; at += 1) {
      const reference = `${world.partnership.prefix}-PKG-0000${at}`
      const one = await packageBy(db, id, { reference }, '2026-11-23')
      const [course] = one ? await coursesOf(db, id, one.id) : []
      const spells = one ? await spellsOfPackage(db, id, one.id) : []
      all.push({ one, state: one?.state, placement: course?.state, spells })
    }
    return all
  })
  expect(found.map(({ state, placement }) => [state, placement])).toEqual([
    ['placed', 'started'],
    ['unmet', 'started'],
    ['waiting', undefined],
    ['suspended', 'suspended'],
    ['waiting', 'notice'],
    ['ended', 'ended'],
  ])
  expect(found.map(({ spells }) => spells.map(({ endedOn, endReason }) => [endedOn, endReason]))).toEqual([
    [['2026-10-07', 'care-in-place']],
    [[null, null]],
    [[null, null]],
    [['2026-10-07', 'care-in-place']],
    [['2026-10-07', 'care-in-place']],
    [['2026-10-07', 'care-in-place']],
  ])
  expect(found[1]?.spells[0]?.pieces.at(-1)).toMatchObject({
    wantedMinutes: 630,
    deliveredMinutes: 210,
    reason: 'no-capacity-two-carers',
    harm: 'low',
    unplaced: [{ band: 'evening', carers: 2, minutes: 420 }],
  })
  expect(await world.act((db) => verifyLedger(db, world.partnership.id))).toMatchObject({ ok: true })
})

test('what is taken over is the same that commands would have written: telling spells again changes nothing but why it waits from today', async () => {
  const { id: partnershipId } = world.partnership
  const told = await world.act((db) =>
    working({ db, partnershipId, actor: world.system, at: monday }, async (work) => {
      const { rows } = await sql<{ id: string }>`select id from care_package where partnership_id = ${partnershipId}
        and state in ('placed', 'ended', 'suspended', 'waiting')`.execute(brokerage(db))
      for (const { id } of rows) await tellSpell(work, id)
      return work.told.map(({ event }) => event)
    }),
  )
  expect(told).toEqual([])
})

test('each bad row has its sentence, and a person has one live package for a service', async () => {
  const rows = [
    person(11, 'dawn 30', ',,,,,,,,,'),
    person(12, both, `${world.lead.name},midday 30,2026-10-07,,,,,,,`),
    person(13, both, `${world.lead.name},,2026-09-01,,,,,,,`),
    person(14, 'morning 1500', ',,,,,,,,,').replace('meals', 'Person'),
    person(3, both, ',,,,,,,,,').replace('2026-10-05', '2026-10-06'),
    person(15, both, ',,,,,,2027-01-01,other,,'),
    person(16, both, ',,,,,,,,,').replace(',Person Demonstration 16', ','),
  ]
  const report = await take(rows)
  expect(report.rejected.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    expect.stringContaining('2 visits: “dawn 30” is no visit'),
    expect.stringContaining('3 given: A midday visit'),
    expect.stringContaining('4 start: Care can’t have begun before the assessment'),
    expect.stringContaining('5 needs: Choose needs from the list only'),
    expect.stringContaining('5 visits: A visit must be from 5 minutes'),
    expect.stringContaining('6 person: This person has a live package for this service already'),
    expect.stringContaining('7 ended: A package can’t have ended in the future'),
    expect.stringContaining('8 name: This is missing'),
  ])
  expect(report).toMatchObject({ added: 0, applied: false })
})

test('somebody who was erased is not taken over again, however their number is written, and is counted as refused', async () => {
  const over = ',,,,,,2026-11-01,needs-met,,'
  expect(await take([person(21, both, over), person(22, both, over)])).toMatchObject({ added: 2 })
  const { id: partnershipId } = world.partnership
  const { reference } = await world.act((db) =>
    brokerage(db)
      .selectFrom('person')
      .select('reference')
      .where('partnership_id', '=', partnershipId)
      .where('own_reference', '=', 'R-21')
      .executeTakeFirstOrThrow(),
  )
  const erased = await world.act((db) =>
    erasePerson(db, world.manager, { partnershipId, reference, reason: 'asked', at: monday }),
  )
  expect(erased).toMatchObject({ outcome: 'erased' })
  const again = await take([
    person(21, both, over),
    person(21, both, ',,,,,,,,,').replace('R-21', ' r-21 ').replace('2026-10-05', '2026-10-06'),
    person(22, both, over),
    person(23, both, ',,,,,,,,,'),
  ])
  expect(again).toMatchObject({ added: 1, unchanged: 1, applied: true })
  expect(again.rejected.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    expect.stringContaining('2 person: This person was erased on 23 November 2026'),
    expect.stringContaining('3 person: This person was erased'),
  ])
  const { rows } = await sql<{ text: string }>`select e::text as text from erased_reference e`.execute(
    ownerOf(database),
  )
  expect(rows.map(({ text }) => text).join()).not.toMatch(/R-2/i)
})

test('packages from before it was kept get what nobody has taken on and their review, as a change would note it', async () => {
  const owner = ownerOf(database)
  const noted = async () =>
    (
      await sql<object>`select reference, unplaced_minutes, review_on from care_package
        where state not in ('ended', 'withdrawn') order by reference`.execute(owner)
    ).rows
  await world.act((db) =>
    working({ db, partnershipId: world.partnership.id, actor: world.system, at: new Date() }, async (work) => {
      const { rows } = await sql<{ id: string }>`select id from care_package
        where partnership_id = ${world.partnership.id} and state not in ('ended', 'withdrawn')`.execute(brokerage(db))
      for (const { id } of rows) {
        const facts = await packageFacts(db, world.partnership.id, id)
        if (facts) await noteUnplaced(work, facts)
      }
    }),
  )
  const before = await noted()
  expect(before.length).toBeGreaterThan(5)
  expect(new Set(before.map((row) => JSON.stringify({ ...row, reference: '' }))).size).toBeGreaterThan(2)
  await sql`update care_package set unplaced_minutes = 0, review_on = null`.execute(owner)
  await noteUnplacedBefore(owner)
  expect(await noted()).toEqual(before)
})
