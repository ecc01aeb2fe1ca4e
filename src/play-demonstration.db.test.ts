import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../test/support/new-app.ts'
import { openDemonstration } from '../test/support/new-demonstration.ts'
import { newPartnership } from '../test/support/new-partnership.ts'
import { replaysToTheSame } from '../test/support/replayed-decisions.ts'
import { runCommand } from '../test/support/run-command.ts'
import { partnershipBySlug, publicActor, systemActor } from './core/auth/index.ts'
import { readConfig } from './core/config/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { newLog } from './core/log/index.ts'
import { addDays, londonDate } from './core/values/index.ts'
import { playDemonstration } from './play-demonstration.ts'
import { dataRoutes } from './publishing/index.ts'

let database: Database
beforeAll(async () => {
  database = await openDemonstration()
}, 600_000)
afterAll(() => database.close())

const json = async (...argv: string[]) => {
  const { exit, out, err } = await runCommand([...argv, '--json'], { on: database, cwd: process.cwd() })
  expect(exit, err).toBe(0)
  return JSON.parse(out)
}

test('a seeded week is played up to now; its ledger verifies, its decisions replay, its unmet counts are the statement’s', async () => {
  const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))
  const around = {
    database,
    clock: { now: () => testNow },
    config: readConfig({}, '.'),
    log: newLog('silent', () => {}),
  }
  const happened = await playDemonstration(around, { partnership, days: 5, speed: 'max', seed: 'test', aDay: 5 })
  for (const what of ['asked', 'sent', 'accept', 'decline', 'lapsed', 'started'])
    expect(happened[what], what).toBeGreaterThan(2)
  expect(await json('ledger', 'verify', '--partnership', 'west-lothian')).toMatchObject({ ok: true })

  const decisions = await asActor(database, systemActor(partnership.id), (db) => replaysToTheSame(db, partnership.id))
  expect(decisions.length).toBeGreaterThan(happened.sent ?? 0)
  expect(decisions.filter(({ same }) => !same)).toEqual([])
  const today = londonDate(testNow)
  const window = ['--from', addDays(today, -12), '--to', today, '--partnership', 'west-lothian']
  const replay = await json('replay', '--rule', 'demo/west-lothian/offer-rules.json', ...window)
  expect(replay.rounds).toBeGreaterThan(10)
  expect(replay.same).toBe(replay.rounds)

  const { app } = await newTestApp([dataRoutes()], { database })
  const told = await json('unmet', '--partnership', 'west-lothian')
  const csv = await (await app.request('/west-lothian/data/unmet-need.csv')).text()
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' })
  expect(rows.length).toBeGreaterThan(3)
  expect(rows).toEqual(
    told.months.map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])),
    ),
  )
}, 600_000)

test('days are played in demonstrations only, and not faster or slower than can be', async () => {
  const { slug } = await newPartnership(database)
  const refused = await runCommand(['demo', 'run', '--partnership', slug, '--speed', 'max'], { on: database })
  expect(refused.exit).toBe(1)
  expect(refused.err).toContain('is no demonstration: days are played only in those.')
  for (const wrong of [
    ['--days', '0'],
    ['--days', '21'],
    ['--speed', '0.5'],
    ['--speed', 'quick'],
  ])
    expect((await runCommand(['demo', 'run', ...wrong], { on: database })).exit).toBe(2)
})
