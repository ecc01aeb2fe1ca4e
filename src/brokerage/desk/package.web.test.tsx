import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, newBrokerage, sampleStep } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { endLiveEvents, type MercatEnv } from '../../core/http/index.ts'
import { homeAlerts } from '../../home-alerts.ts'
import type { CarePackage } from '../care-package.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { packageBy } from '../requests/queries/package.ts'
import { brokerageRoutes } from '../routes.ts'
import { doneWords } from './said.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let broker: Somebody
let finance: Somebody
let both: Somebody

beforeAll(async () => {
  database = await openNew()
  const steps = [
    sampleStep(),
    sampleStep({ pool: { kind: 'fallback' }, order: 'even-share' }),
    sampleStep({ pool: { kind: 'additional' }, mode: 'all-at-once', window: 240, approvalAbove: 2210 }),
  ]
  world = await newBrokerage(database, { steps })
  app = (await newTestApp([brokerageRoutes()], { database, clock: { now: () => minutesOn(60) } })).app
  const { id } = world.partnership
  broker = await signedInAs(database, { partnership: id, roles: ['broker'], name: 'Aileen Example', at: minutesOn(55) })
  finance = await signedInAs(database, { partnership: id, roles: ['finance-officer'], at: minutesOn(55) })
  both = await signedInAs(database, { partnership: id, roles: ['broker', 'commissioner'], at: minutesOn(55) })
})
afterAll(async () => {
  if (database) endLiveEvents(database)
  await database?.close()
})

const at = (care: Pick<CarePackage, 'reference'>, rest = '') =>
  `/${world.partnership.slug}/packages/${care.reference}${rest}`
const get = (path: string, who: Somebody = broker) => app.request(path, { headers: who.headers })
const read = async (response: Response) =>
  (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', '’')
const send = (path: string, fields: Record<string, string>, who: Somebody = broker) =>
  app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const versionOf = async (care: CarePackage) =>
  String((await world.act((db) => packageBy(db, world.partnership.id, { id: care.id }, '2026-11-23')))?.version)
const press = async (care: CarePackage, fields: Record<string, string>, who: Somebody = broker) =>
  send(at(care), { version: await versionOf(care), ...fields }, who)
const answer = async (care: CarePackage, who: { readonly id: string }, said: object, minutes: number) => {
  const offers = await world.act((db) => offersOfPackage(db, world.partnership.id, care.id))
  const offer = offers.find(({ organisationId }) => organisationId === who.id)
  return asActor(database, world.system, (db) =>
    answerOffer(db, world.providerOf(who as never), {
      partnershipId: world.partnership.id,
      offerId: offer?.id as never,
      answer: said as never,
      at: minutesOn(minutes),
    }),
  )
}
const decline = { kind: 'decline', reason: 'no-capacity-time', words: 'No runs before nine' }

test('a package shows whom it was offered to, why in that order with what proves it, what was told to whom, and what happened', async () => {
  const care = await world.askPackage({ origin: 'hospital' })
  const fresh = await read(await get(at(care)))
  expect(fresh).toContain('Nobody has been asked yet')
  const sent = await press(care, { do: 'send' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, at(care, `?done=send.${care.reference}`)])
  await answer(care, world.lead, { kind: 'interest' }, 61)
  await answer(care, world.lead, decline, 62)
  const text = await read(await get(at(care)))
  expect(text).toContain('The offer is with step 2 of 3')
  expect(text).toMatch(
    new RegExp(`Step 1. The lead of the lot asked one at a time ${world.lead.name} Rank 1, turn 1 Declined`),
  )
  expect(text).toContain('No hours left at these times. No runs before nine')
  expect(text).toMatch(new RegExp(`Why was (${world.fallbacks.map(({ name }) => name).join('|')}) asked second\\?`))
  expect(text).toContain('The turn goes to the provider with the smaller share of hours')
  expect(text).toMatch(/Fingerprint [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} , follows [0-9a-f]{4}/)
  expect(text).toContain('it comes to the same end.')
  expect(text).not.toContain('it comes to another end')
  expect(text).toMatch(
    new RegExp(`After they show interest: a description without names ${world.lead.name}: .*, taken back`),
  )
  for (const words of [
    'Offers begun by Aileen Example: 7 hours a week',
    `Offer sent to ${world.lead.name}`,
    `${world.lead.name} declined: no hours left at these times`,
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Example Person')
  expect(text).not.toContain('Lives alone')
  expect(text).toContain('Waiting 1 hour, from hospital')
  expect(text).toContain('Broker Aileen Example')
})

test('clocks are stopped and run again, the offer is widened and taken back, each once and only on what was seen', async () => {
  const care = await world.askPackage()
  await press(care, { do: 'send' })
  const old = await versionOf(care)
  expect((await press(care, { do: 'pause' })).status).toBe(303)
  const late = await press(care, { do: 'pause', version: old })
  expect([late.status, await read(late)]).toEqual([409, expect.stringContaining('It was not done')])
  expect(await read(await get(at(care)))).toContain('The clocks are stopped at step 1 of 3')
  expect((await press(care, { do: 'resume' })).status).toBe(303)
  expect((await press(care, { do: 'widen', step: '9' })).status).toBe(409)
  expect((await press(care, { do: 'widen', step: '2' })).status).toBe(303)
  expect(await read(await get(at(care)))).toContain('Widened to step 2 by Aileen Example')
  expect((await press(care, { do: 'cancel' })).status).toBe(303)
  const text = await read(await get(at(care)))
  expect(text).toContain('The offers were taken back')
  expect(text).toContain('Send offers again')
})

test('a question is answered and a proposal decided where the package stands', async () => {
  const care = await world.askPackage()
  await press(care, { do: 'send' })
  await answer(care, world.lead, { kind: 'ask', words: 'Is there <parking>?' }, 61)
  const page = await (await get(at(care))).text()
  expect(page).toContain('Is there &lt;parking>?')
  const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const empty = await press(care, { do: 'answer', offer, words: ' ' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('href="#words"')])
  expect((await press(care, { do: 'answer', offer: world.partnership.id, words: 'Yes' })).status).toBe(404)
  expect((await press(care, { do: 'answer', offer, words: 'Yes, in front.' })).status).toBe(303)
  const [line] = care.lines
  const proposal = {
    startOn: '2026-11-30',
    lines: care.lines.map(({ id, days }) => ({ id, band: id === line?.id ? 'midday' : 'evening', days })),
    words: 'An hour later',
  }
  expect(await answer(care, world.lead, { kind: 'propose', proposal }, 62)).toMatchObject({ outcome: 'done' })
  const text = await read(await get(at(care)))
  expect(text).toContain(`${world.lead.name} proposes other times`)
  expect(text).toContain('Midday, every day, 30 minutes, asked for: morning, every day')
  expect((await press(care, { do: 'agree', offer })).status).toBe(303)
  const agreed = await read(await get(at(care)))
  expect(agreed).toContain('All of it is placed')
  expect(agreed).toContain(`${world.lead.name} told who it is`)
})

test('a price above the limit waits for those who may approve it, who see nothing of the person', async () => {
  const care = await world.askPackage()
  await press(care, { do: 'send' })
  for (const [turn, who] of [world.lead, ...world.fallbacks].entries()) await answer(care, who, decline, 61 + turn)
  const list = `/${world.partnership.slug}/price-approvals`
  expect((await get(list)).status).toBe(403)
  const text = await read(await get(list, finance))
  expect(text).toContain('One price waits for an approval')
  expect(text).toContain(care.reference)
  for (const hidden of ['Example Person', 'Lives alone', 'EH47 0ZZ']) expect(text).not.toContain(hidden)
  const page = await (await get(list, finance)).text()
  const approval = /name="approval" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await get(at(care), finance)).status).toBe(403)
  expect((await press(care, { do: 'approve', approval })).status).toBe(409)
  expect(await read(await get(at(care), both))).toContain('Approve, and send the offer')
  const done = await send(list, { do: 'approve', approval, words: 'Nobody else can' }, finance)
  expect([done.status, done.headers.get('location')]).toEqual([303, `${list}?done=approve.${care.reference}`])
  const again = await send(list, { do: 'refuse', approval, words: '' }, finance)
  expect([again.status, await read(again)]).toEqual([409, expect.stringContaining('decided already')])
  expect(await read(await get(at(care)))).toContain('The offer is with step 3 of 3')
})

test('first pages say what presses, each role its own', async () => {
  const care = await world.askPackage({ origin: 'hospital' })
  const alertsOf = (who: Somebody) =>
    homeAlerts(
      who.actor,
      { membership: { partnership: world.partnership } } as never,
      {
        database,
        clock: { now: () => minutesOn(60) },
      } as never,
    )
  expect(await alertsOf(broker)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ items: [expect.objectContaining({ text: care.reference, flag: 'Nobody asked' })] }),
    ]),
  )
  expect(await alertsOf(finance)).toEqual([])
})

test('the newest part of the chain is checked on a page, and another’s package is not found', async () => {
  expect(await read(await get(`/${world.partnership.slug}/desk/chain`))).toContain('The chain is whole')
  const elsewhere = await newBrokerage(database)
  const care = await elsewhere.askPackage()
  const stranger = await signedInAs(database, {
    partnership: elsewhere.partnership.id,
    roles: ['broker'],
    at: minutesOn(55),
  })
  expect((await get(`/${world.partnership.slug}/packages/${care.reference}x`)).status).toBe(404)
  expect((await get(`/${world.partnership.slug}/desk/chain`, stranger)).status).toBe(404)
  expect((await get(at(care, '/events'))).status).toBe(404)
})

test('what was done is said only of what looks like a package', () => {
  expect(doneWords('send.WL-PKG-00042')).toBe('Offers are out for WL-PKG-00042.')
  for (const said of [undefined, 'send', 'send.<b>', 'toString.WL-PKG-00042', 'x.WL-PKG-00042'])
    expect(doneWords(said)).toBeUndefined()
})
