import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Actor, publicActor } from '../../core/auth/index.ts'
import { asActor, type Database, json } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { addDays, type Id, londonDate, newId } from '../../core/values/index.ts'
import { working } from '../commands/work.ts'
import type { DeclineReason } from '../offer.ts'
import { brokerage } from '../schema/index.ts'
import type { VisitLine, Weekday } from '../visit-line.ts'
import { countUnmet } from './commands/count-unmet.ts'
import { tellDueSpells } from './commands/tell-due-spells.ts'
import { tellSpell } from './commands/tell-spell.ts'
import { spellsOfPackage } from './queries/spells.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const today = londonDate(monday)
const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const tell = (packageId: Id, at: Date = monday) =>
  world.act((db) =>
    working({ db, partnershipId: world.partnership.id, actor: world.system, at }, (work) => tellSpell(work, packageId)),
  )
const spells = (packageId: Id) => world.act((db) => spellsOfPackage(db, world.partnership.id, packageId))
const changes = () =>
  world.act((db) =>
    brokerage(db).selectFrom('unmet_change').selectAll().where('partnership_id', '=', world.partnership.id).execute(),
  )

/** A placement of some lines from a day on, with the provider of the lot. */
async function place(
  carePackage: { id: Id; personId: Id },
  lines: readonly VisitLine[],
  startedOn: string | null,
  until: string | null = null,
) {
  const id = newId()
  const { partnership, lead, serviceType, area } = world
  const from = startedOn ?? today
  await world.act(async (db) => {
    await brokerage(db)
      .insertInto('placement')
      .values({
        ...{ partnership_id: partnership.id, id, reference: `TST-PLC-${id.slice(-6)}`, package_id: carePackage.id },
        ...{
          person_id: carePackage.personId,
          organisation_id: lead.id,
          offer_id: null,
          contract_id: null,
          lot_id: null,
        },
        ...{ follows_id: null, service_type_key: serviceType, area_code: area, version: 1, agreed_at: monday },
        ...{ state: startedOn === null ? 'agreed' : 'started', starts_on: from, started_on: startedOn },
        ...{ ends_on: until, short_term_until: null, notice_on: null, end_reason: null },
      })
      .execute()
    await brokerage(db)
      .insertInto('placed_visit')
      .values(
        lines.flatMap((line) =>
          line.days.map((weekday) => ({
            ...{ partnership_id: partnership.id, id: newId(), placement_id: id, package_id: carePackage.id },
            ...{ organisation_id: lead.id, line_id: line.id, weekday, held: `[${from},${until ?? ''})` },
          })),
        ),
      )
      .execute()
  })
  return id
}

/** A round that is over, with what each of those asked said. */
async function roundOver(packageId: Id, said: readonly (DeclineReason | 'lapsed')[]) {
  const { partnership, rule, lead, fallbacks, additional } = world
  const asked = [lead, ...fallbacks, ...additional]
  const roundId = newId()
  await world.act(async (db) => {
    await sql`insert into offer_round (partnership_id, id, package_id, number, rule_version_id, step, from_step, state, outcome,
      lines, opened_at, closed_at, start_by) values (${partnership.id}, ${roundId}, ${packageId}, 1, ${rule.versionId}, 3, 1, 'done', 'unmet',
      '[]', ${monday.toISOString()}::timestamptz, ${monday.toISOString()}::timestamptz, '2026-11-30')`.execute(
      brokerage(db),
    )
    for (const [at, answer] of said.entries()) {
      const lapsed = answer === 'lapsed'
      await sql`insert into offer (partnership_id, id, reference, round_id, package_id, organisation_id, service_type_key, step, turn, pool,
        weekly_minutes, price_why, state, sent_at, answered_at, reason, ask)
        values (${partnership.id}, ${newId()}, ${`TST-OFF-${roundId}-${at}`}, ${roundId}, ${packageId}, ${asked[at]?.id}, ${world.serviceType}, 1, ${at + 1},
        'lead', 420, 'none', ${lapsed ? 'lapsed' : 'declined'}, ${monday.toISOString()}::timestamptz,
        ${monday.toISOString()}::timestamptz, ${lapsed ? null : answer}, ${json({})})`.execute(brokerage(db))
    }
  })
}

test('a spell runs from ready to care in place, however often it is told, and the ledger verifies', async () => {
  const asked = await world.askPackage({ origin: 'hospital' })
  await tell(asked.id)
  await tell(asked.id, minutesOn(5))
  expect(await spells(asked.id)).toMatchObject([
    {
      kind: 'need',
      beganOn: today,
      endedOn: null,
      pieces: [
        {
          from: today,
          until: null,
          wantedMinutes: 420,
          deliveredMinutes: 0,
          reason: 'being-arranged',
          interim: 'in-hospital',
        },
      ],
    },
  ])
  await roundOver(asked.id, ['no-capacity-time', 'lapsed', 'no-capacity-time'])
  await tell(asked.id, minutesOn(10))
  expect(await spells(asked.id)).toMatchObject([{ pieces: [{ reason: 'no-capacity-time' }] }])
  await place(asked, asked.lines.slice(0, 1), today)
  await tell(asked.id, minutesOn(20))
  expect(await spells(asked.id)).toMatchObject([
    { endedOn: null, pieces: [{ deliveredMinutes: 210, unplaced: [{ band: 'evening', carers: 1, minutes: 210 }] }] },
  ])
  await place(asked, asked.lines.slice(1), addDays(today, 2))
  await tell(asked.id, new Date(monday.getTime() + 3 * 86_400_000))
  expect(await spells(asked.id)).toMatchObject([{ endedOn: addDays(today, 2), endReason: 'care-in-place' }])
  const verified = await world.act((db) => verifyLedger(db, world.partnership.id))
  expect(verified).toMatchObject({ ok: true, entries: 5 })
})

test('a command that waited for another writes after it, though its own time is earlier', async () => {
  const asked = await world.askPackage()
  await tell(asked.id, minutesOn(60))
  await roundOver(asked.id, ['skill'])
  await tell(asked.id, minutesOn(59))
  expect(await spells(asked.id)).toMatchObject([{ pieces: [{ reason: 'skill' }] }])
})

test('what days by themselves change is told when they come: a hand-back opens a spell on its day', async () => {
  const asked = await world.askPackage()
  await tell(asked.id)
  await place(asked, asked.lines, today, addDays(today, 14))
  await tell(asked.id, minutesOn(1))
  expect(await spells(asked.id)).toMatchObject([{ endedOn: today }])
  const after = new Date(monday.getTime() + 14 * 86_400_000)
  expect(await tellDueSpells(database, new Date(after.getTime() - 86_400_000))).toBeGreaterThan(0)
  expect(await spells(asked.id)).toHaveLength(1)
  expect(await tellDueSpells(database, after)).toBeGreaterThan(0)
  expect(await spells(asked.id)).toMatchObject([{ beganOn: addDays(today, 14), endedOn: null }, { endedOn: today }])
  expect(await tellDueSpells(database, after)).toBe(0)
})

test('counts are made of what changed, once; anyone may read what is told of them, and neither them nor spells', async () => {
  world = await newBrokerage(database)
  const evening = (): VisitLine[] => [{ id: newId(), band: 'evening', days: week, minutes: 30, carers: 2 }]
  for (let n = 0; n < 3; n += 1) await tell((await world.askPackage({ lines: evening() })).id)
  const part = await world.askPackage()
  await place(part, part.lines.slice(0, 1), today)
  await tell(part.id)
  expect(await changes()).toHaveLength(4)
  expect(await countUnmet(database, world.partnership.id, minutesOn(1))).toBe(true)
  expect(await changes()).toEqual([])
  expect(await countUnmet(database, world.partnership.id, minutesOn(2))).toBe(false)
  const read = (actor: Actor = world.system) =>
    asActor(database, actor, async (db) => ({
      months: await brokerage(db)
        .selectFrom('unmet_count')
        .selectAll()
        .where('partnership_id', '=', world.partnership.id)
        .orderBy('people', 'desc')
        .execute(),
      weeks: await brokerage(db)
        .selectFrom('unmet_week')
        .selectAll()
        .where('partnership_id', '=', world.partnership.id)
        .orderBy('people', 'desc')
        .execute(),
      told: await brokerage(db)
        .selectFrom('unmet_told')
        .select(['area_code', 'reason', 'band', 'people', 'minutes'])
        .where('partnership_id', '=', world.partnership.id)
        .orderBy('place')
        .execute(),
      toldWeeks: await brokerage(db)
        .selectFrom('unmet_week_told')
        .select(['people', 'minutes'])
        .where('partnership_id', '=', world.partnership.id)
        .execute(),
      spells: await brokerage(db).selectFrom('unmet_spell').selectAll().execute(),
    }))
  expect(await read()).toMatchObject({
    months: [
      { month: '2026-11-01', band: 'evening', carers: 2, people: 3, minutes: 3 * 420, reason: 'being-arranged' },
      { band: 'evening', carers: 1, people: 1, minutes: 210 },
    ],
    weeks: [
      { week_on: today, met: 'none', people: 3, minutes: 3 * 420 },
      { week_on: today, met: 'part', people: 1, minutes: 210 },
    ],
  })
  const hidden = { area_code: world.area, reason: null, band: null, people: null, minutes: null }
  expect(await read(publicActor)).toMatchObject({ months: [], weeks: [], spells: [], told: [hidden] })
  expect(new Set((await read(publicActor)).toldWeeks.map(({ people }) => people))).toEqual(new Set([null]))
  // Another limit tells other numbers of the same counts, at the count of the next minute.
  await world.act((db) =>
    sql`insert into partnership_setting (partnership_id, section, version, content, changed_at)
      values (${world.partnership.id}, 'publication', 1, '{"hideBelow": 3}', ${monday.toISOString()}::timestamptz)`.execute(
      brokerage(db),
    ),
  )
  expect(await countUnmet(database, world.partnership.id, minutesOn(2))).toBe(false)
  expect((await read(publicActor)).told).toMatchObject([
    { people: 4, minutes: 4 * 420 - 210 },
    { reason: 'being-arranged', people: 4 },
  ])
  // One change soon after a count waits for the count of the minute.
  await roundOver(part.id, ['skill'])
  await tell(part.id, minutesOn(1))
  expect(
    await countUnmet(database, world.partnership.id, new Date(minutesOn(1).getTime() + 1000), { soon: true }),
  ).toBe(false)
  expect(await countUnmet(database, world.partnership.id, minutesOn(2))).toBe(true)
  expect((await read()).months[1]).toMatchObject({ reason: 'skill' })
  // Who still waits in December is counted there too, by the day alone.
  const later = new Date('2026-12-08T09:00:00Z')
  expect(await countUnmet(database, world.partnership.id, later)).toBe(true)
  const { months, weeks } = await read()
  expect(months.map(({ month, people }) => [month, people])).toEqual(
    expect.arrayContaining([
      ['2026-11-01', 3],
      ['2026-12-01', 3],
    ]),
  )
  expect(new Set(weeks.map(({ week_on }) => week_on))).toEqual(new Set([today, '2026-11-30', '2026-12-07']))
})
