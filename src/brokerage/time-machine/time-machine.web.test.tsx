import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { endLiveEvents, type MercatEnv } from '../../core/http/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { solveInWorker } from '../../core/solver/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Answer } from '../offers/answer.ts'
import { brokerageRoutes } from '../routes.ts'
import { onSolving } from '../solving/jobs/on-solving.ts'
import { runById } from '../solving/queries/runs.ts'
import type { MachineAsked } from './machine-asked.ts'
import { timeMachineKind } from './machine-jobs.ts'
import type { MachineResult } from './machine-result.ts'
import { machineInput } from './queries/machine-input.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let commissioner: Somebody
let broker: Somebody
let stranger: Somebody
let lot: string
const clock = { now: () => minutesOn(600) }

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const { id } = world.partnership
  app = (await newTestApp([brokerageRoutes()], { database, clock })).app
  const somebody = (role: 'commissioner' | 'broker', of: Id, name: string) =>
    signedInAs(database, { partnership: of, roles: [role], name, at: minutesOn(590) })
  commissioner = await somebody('commissioner', id, 'Cora Example')
  broker = await somebody('broker', id, 'Aileen Example')
  stranger = await somebody('commissioner', (await newBrokerage(database)).partnership.id, 'Una Example')
  // The lead declines three and takes one; the first fallback takes what it is asked.
  const no: Answer = { kind: 'decline', reason: 'no-capacity-staff', words: '' }
  const yes: Answer = { kind: 'accept', startOn: '2026-11-30' }
  for (const answers of [[no, yes], [no, yes], [no, yes], [yes]]) {
    const care = await world.askPackage()
    expect((await world.open(care)).outcome).toBe('done')
    for (const [at, answer] of answers.entries()) {
      const open = (await world.offers(care.id)).find(({ state }) => state === 'open')
      if (!open) throw new Error('Nobody was asked.')
      await world.answer(open, answer, minutesOn(5 + at))
    }
  }
})
afterAll(async () => {
  if (database) endLiveEvents(database)
  await database?.close()
})

const at = (path: string) => `/${world.partnership.slug}${path}`
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', '’')
const get = async (path: string, who: Somebody = commissioner) => {
  const response = await app.request(path, { headers: who.headers })
  const html = await response.text()
  return { status: response.status, html, text: plain(html) }
}
const post = async (path: string, fields: Record<string, string>, who: Somebody = commissioner) => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, text: plain(await response.text()), to: response.headers.get('location') ?? '' }
}

const period = {
  service: 'care-at-home',
  'from-day': '1',
  'from-month': '10',
  'from-year': '2026',
  'to-day': '31',
  'to-month': '12',
  'to-year': '2026',
}
const asked = (over: Record<string, string>) => ({ ...period, rule: '', price: '', seeds: '10', seed: '1', ...over })

async function replayed(over: Record<string, string>): Promise<{ path: string; result: MachineResult }> {
  const { status, to, text } = await post(at('/time-machine/new'), asked(over))
  expect([status, status === 303 ? '' : text]).toEqual([303, ''])
  const partnershipId = world.partnership.id
  const runId = to.split('/').at(-1) ?? ''
  await onSolving(database, clock, solveInWorker).handle({ partnershipId, runId } as never, {
    act: (write) => asActor(database, systemActor(partnershipId), write),
    signal: new AbortController().signal,
  })
  const run = await world.act((db) => runById(db, partnershipId, runId, 'time-machine'))
  expect(run.words).not.toBe('')
  return { path: to, result: run.result as MachineResult }
}

test('the period is chosen first, opens on the last quarter, and what can’t be read comes back', async () => {
  const { text, html } = await get(at('/time-machine'))
  expect(text).toContain('What if we had bought it otherwise?')
  expect(html).toMatch(/name="from-month"[^>]*value="7"/)
  const wrong = await get(
    at(
      '/time-machine/new?service=care-at-home&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=1&to-year=2026',
    ),
  )
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('must be a real date')
  const empty = await get(
    at(
      '/time-machine/new?service=care-at-home&from-day=1&from-month=1&from-year=2024&to-day=1&to-month=2&to-year=2024',
    ),
  )
  expect(empty.text).toContain('None went to its end in them.')
})

test('the form lists who stood where in the rounds of the period, and asks for one change at least', async () => {
  const { text, html } = await get(at(`/time-machine/new?${new URLSearchParams(period)}`))
  expect(text).toContain('4 rounds of offers.')
  expect(text).toContain(`${world.lead.name} (`)
  lot = new RegExp(`value="([0-9a-f-]+) ${world.lead.id}"`).exec(html)?.[1] ?? ''
  expect(lot).not.toBe('')
  const none = await post(at('/time-machine/new'), asked({}))
  expect(none.status).toBe(422)
  expect(none.text).toContain('Change at least one thing')
  const wrong = await post(
    at('/time-machine/new'),
    asked({
      'swap1-one': `${lot} ${world.lead.id}`,
      'swap1-other': '',
      'hours1-of': 'all',
      'hours1-percent': '900',
      seed: '0',
    }),
  )
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose both providers of swap 1')
  expect(wrong.text).toContain('enter per cent from −100 to 400')
  expect(wrong.text).toContain('The seed must be a whole number')
})

test('a replay is kept with what it found: what went, the same drawn, and the change drawn, with ranges', async () => {
  const swap = { 'swap1-one': `${lot} ${world.lead.id}`, 'swap1-other': `${lot} ${world.fallbacks[0].id}` }
  const { path, result } = await replayed(swap)
  expect(result).toMatchObject({ rounds: 4, packages: 4, leftOut: 0, seeds: 10 })
  expect(result.asItWent).toMatchObject({ placedMinutes: 4 * 420, unmetMinutes: 0, offers: 7 })
  // With the same answers drawn, whoever is asked earlier never has less, and whoever is asked later never more.
  const of = (id: Id) => result.providers.find(({ organisationId }) => organisationId === id)
  const [first, second] = [of(world.fallbacks[0].id), of(world.lead.id)]
  expect(first?.changed.middle).toBeGreaterThanOrEqual(first?.asItWas.middle ?? 0)
  expect(second?.changed.middle ?? 0).toBeLessThanOrEqual(second?.asItWas.middle ?? 0)
  const { text } = await get(path)
  expect(text).toContain(`${world.lead.name} and ${world.fallbacks[0].name} change places in`)
  expect(text).toContain('As it was, drawn')
  expect(text).toContain('The ordinary rule for offers says who is asked next')
  expect(text).toContain('Travel is not known')
  expect((await get(at('/time-machine'))).text).toMatch(/1 replay is kept .*Cora Example/)
  expect((await replayed(swap)).result).toEqual(result)
})

test('with a limit on the price below every rate nothing is placed, and the page says so', async () => {
  const { result, path } = await replayed({ price: '10.00' })
  expect(result.changed.placedMinutes).toMatchObject({ high: 0 })
  expect(result.less).toBe(result.asItWas.placedMinutes?.low === 0 ? result.less : 10)
  expect((await get(path)).text).toMatch(/hours a week fewer would have been placed/)
})

test('who asked for a replay may stop it: the draws that were done are kept, and the ledger tells of it', async () => {
  const { to } = await post(at('/time-machine/new'), asked({ price: '21.20', seed: '7' }))
  expect((await get(to)).text).toContain('Stop, and keep the best so far')
  expect((await post(to, { do: 'stop' }, broker)).status).toBe(403)
  expect((await post(to, { do: 'stop' }, stranger)).status).toBe(404)
  const { id } = world.partnership
  const runId = to.split('/').at(-1) ?? ''
  const waiting = await world.act((db) => runById(db, id, runId, 'time-machine'))
  const input = await world.act((db) => machineInput(db, id, waiting.asked as MachineAsked))
  const stop = new AbortController()
  const progress = async () => stop.abort()
  const result = await timeMachineKind.work(input, { solve: solveInWorker, signal: stop.signal, progress })
  expect(result.seeds).toBe(1)
  expect(await post(to, { do: 'stop' })).toMatchObject({ status: 303, to })
  expect((await post(to, { do: 'stop' })).status).toBe(409)
  expect((await get(to)).text).toMatch(/This replay came to nothing .* before there was anything to show/)
  const told = await world.act((db) => entriesOf(db, id, { kind: 'solve-run', id: runId }))
  expect(told.map(({ event }) => event)).toEqual(['brokerage.time-machine-asked', 'brokerage.time-machine-ended-early'])
})

test('a broker and another partnership are kept out', async () => {
  const { path } = await replayed({ price: '21.20' })
  expect((await get(path, broker)).status).toBe(403)
  expect((await get(path, stranger)).status).toBe(404)
  expect((await get(at('/time-machine/no-such-run'))).status).toBe(404)
})
