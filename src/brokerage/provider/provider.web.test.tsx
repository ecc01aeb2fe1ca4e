import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { ownerOf } from '../../core/db/database.ts'
import type { Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { entriesOf, verifyLedger } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import { answerQuestion } from '../offers/commands/answer-question.ts'
import { dueWork } from '../offers/commands/due-work.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { providerBrokerageRoutes } from './routes.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let now = monday
const people = new Map<Id, Somebody>()

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  app = (await newTestApp([providerBrokerageRoutes()], { database, clock: { now: () => now } })).app
  for (const provider of [world.lead, ...world.fallbacks, ...world.additional]) await signIn(provider, world)
})
afterAll(() => database.close())

async function signIn({ id }: { readonly id: Id }, { partnership }: Brokerage, at = monday) {
  const acts = { organisation: id, roles: ['provider'] as const, grantedBy: partnership.id, at }
  people.set(id, await signedInAs(database, acts))
}

const headersOf = ({ id }: { readonly id: Id }) => people.get(id)?.headers ?? {}
const get = async (who: { readonly id: Id }, path: string) => {
  const response = await app.request(path, { headers: headersOf(who) })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}
const post = async (who: { readonly id: Id }, path: string, fields: readonly (readonly [string, string])[]) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const response = await app.request(path, { method: 'POST', headers: headersOf(who), body })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}
const slug = () => world.partnership.slug

async function sent(over: Parameters<Brokerage['askPackage']>[0] = {}) {
  now = monday
  const care = await world.askPackage(over)
  const outcome = await world.act(
    (db) =>
      openRound(db, world.broker, {
        partnershipId: world.partnership.id,
        packageId: care.id,
        version: care.version,
        at: now,
      }),
    world.broker,
  )
  expect(outcome.outcome).toBe('done')
  return { care, offer: await offerTo(care, world.lead) }
}

async function offerTo(care: CarePackage, to: { readonly id: Id }) {
  const offers = await world.act((db) => offersOfPackage(db, world.partnership.id, care.id))
  const found = offers.find(({ organisationId }) => organisationId === to.id)
  if (!found) throw new Error('It was not asked.')
  return { ...found, path: `/provider/offers/${slug()}/${found.reference}` }
}

const secrets = ['Example Person', 'Example Street', 'EH47 0ZZ', 'A neighbour', 'A dog']

test('a provider sees what waits for it, until when, what it pays and why now; and nothing of who it is', async () => {
  const { offer } = await sent()
  const list = await get(world.lead, '/provider/offers')
  expect(list.status).toBe(200)
  expect(list.text).toContain('One offer waits for your answer')
  expect(list.text).toContain(`href="${offer.path}"`)
  const { text } = await get(world.lead, offer.path)
  expect(text).toContain('Offer: 7 hours a week in EH47')
  expect(text).toContain('13:00 today')
  expect(text).toContain('3 working hours left')
  expect(text).toContain('Morning, 30 minutes, every day')
  expect(text).toContain('£147 a week')
  expect(text).toContain('£21 an hour')
  expect(text).toContain('Why was I asked first?')
  expect(text).toContain('You are number 1 of 1 in it.')
  expect(text).toContain('it comes to the same end')
  for (const secret of [...secrets, 'ground floor']) expect(text).not.toContain(secret)
  const another = await get(world.fallbacks[0], offer.path)
  expect(another.status).toBe(404)
  expect(await get(world.fallbacks[0], '/provider/offers')).toMatchObject({
    text: expect.stringContaining('No offer waits for your answer'),
  })
})

test('an answer is chosen, finished on a page of its own, and a mistake keeps what was typed', async () => {
  const { care, offer } = await sent()
  expect(await post(world.lead, offer.path, [])).toMatchObject({
    status: 422,
    text: expect.stringContaining('Choose an answer'),
  })
  expect(await post(world.lead, offer.path, [['answer', 'no']])).toMatchObject({ status: 303, to: `${offer.path}/no` })
  const wrong = await post(world.lead, `${offer.path}/no`, [['words', 'No van on Tuesdays']])
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose the main reason')
  expect(wrong.text).toContain('No van on Tuesdays')
  expect(wrong.text).toContain('<title>Error: ')
  const declined = await post(world.lead, `${offer.path}/no`, [
    ['reason', 'no-capacity-staff'],
    ['words', ''],
  ])
  expect(declined).toMatchObject({ status: 303, to: offer.path })
  expect((await get(world.lead, offer.path)).text).toContain('Declined</strong> at 10:00 today: not enough staff')
  expect((await offerTo(care, world.fallbacks[0])).state).toBe('open')
  // Twice, and by one who was not asked.
  expect(await post(world.lead, offer.path, [['answer', 'yes']])).toMatchObject({
    status: 409,
    text: expect.stringContaining('This offer was declined already.'),
  })
  expect((await post(world.additional[0], offer.path, [['answer', 'yes']])).status).toBe(404)
})

test('interest shows the description, a question rests the clock, and acceptance tells who it is', async () => {
  const { offer } = await sent()
  const more = await post(world.lead, `${offer.path}/more`, [['do', 'interest']])
  expect(more).toMatchObject({ status: 303, to: `${offer.path}/more` })
  expect((await get(world.lead, `${offer.path}/more`)).text).toContain('Lives alone on the ground floor')
  await post(world.lead, `${offer.path}/more`, [
    ['words', 'Is there a key safe?'],
    ['do', 'ask'],
  ])
  const resting = (await get(world.lead, offer.path)).text
  expect(resting).toContain('The clock rests')
  expect(resting).toContain('has not answered yet')
  await world.act(
    (db) =>
      answerQuestion(db, world.broker, {
        partnershipId: world.partnership.id,
        offerId: offer.id,
        words: 'Yes, by the door.',
        at: minutesOn(30),
      }),
    world.broker,
  )
  now = minutesOn(31)
  expect((await get(world.lead, offer.path)).text).toContain('Yes, by the door.')
  expect(await post(world.lead, offer.path, [['answer', 'yes']])).toMatchObject({ status: 303, to: offer.path })
  const { text } = await get(world.lead, offer.path)
  expect(text).toContain('Accepted</strong>')
  for (const secret of secrets) expect(text).toContain(secret)
  // Both are told now; parts of a page are told apart by their headings.
  expect(text).toContain('Lives alone on the ground floor')
  const headings = [...text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => heading)
  expect(headings).toContain('Who it is for')
  expect(new Set(headings).size).toBe(headings.length)
})

test('some of the visits are taken, more than were offered are refused, and the rest goes on', async () => {
  const { care, offer } = await sent()
  const [morning, evening] = offer.ask.lines
  if (!morning || !evening) throw new Error('There are two lines.')
  const from = [
    ['start-day', '26'],
    ['start-month', '11'],
    ['start-year', '2026'],
    ['do', 'part'],
  ] as const
  expect((await post(world.lead, `${offer.path}/changes`, from)).text).toContain('Choose the visits that you can give')
  const foreign = await post(world.lead, `${offer.path}/changes`, [['visit', `${care.id}:1`], ...from])
  expect(foreign.status).toBe(409)
  expect(foreign.text).toContain('more visits than were offered')
  const taken = await post(world.lead, `${offer.path}/changes`, [
    ...morning.days.map((day) => ['visit', `${morning.id}:${day}`] as const),
    ...from,
  ])
  expect(taken).toMatchObject({ status: 303, to: offer.path })
  expect((await get(world.lead, offer.path)).text).toContain('Accepted in part</strong>')
  const next = await offerTo(care, world.fallbacks[0])
  expect(next.ask.lines.map(({ band }) => band)).toEqual(['evening'])
  const proposed = await post(world.fallbacks[0], `${next.path}/changes`, [
    [`band-${evening.id}`, 'bedtime'],
    ...evening.days.map((day) => [`day-${evening.id}`, String(day)] as const),
    ['from-day', '1'],
    ['from-month', '12'],
    ['from-year', '2026'],
    ['do', 'propose'],
  ])
  expect(proposed).toMatchObject({ status: 303 })
  expect((await offerTo(care, world.fallbacks[0])).proposal?.lines).toEqual([
    { id: evening.id, band: 'bedtime', days: [1, 2, 3, 4, 5, 6, 7] },
  ])
})

test('whoever was not asked finds out why, from its own figures only; whoever could not be finds nothing', async () => {
  const { care, offer } = await sent()
  await post(world.lead, offer.path, [['answer', 'yes']])
  const list = await get(world.additional[0], '/provider/why')
  expect(list.text).toContain(care.reference)
  const why = await get(world.additional[0], `/provider/why/${slug()}/${care.reference}`)
  expect(why.status).toBe(200)
  expect(why.text).toContain('you stand in step 3')
  expect(why.text).toContain('it comes to the same end')
  for (const secret of [...secrets, 'ground floor', world.lead.name, world.fallbacks[0].name, '£21 an hour']) {
    expect(why.text).not.toContain(secret)
  }
  expect(
    await get(
      world.additional[0],
      `/provider/why/find?partnership=${slug()}&reference=${care.reference.toLowerCase()}`,
    ),
  ).toMatchObject({
    status: 303,
    to: `/provider/why/${slug()}/${care.reference}`,
  })
  const stranger = await newBrokerage(database)
  await signIn(stranger.lead, stranger)
  expect((await get(stranger.lead, `/provider/why/${slug()}/${care.reference}`)).status).toBe(404)
  expect((await get(stranger.lead, `/provider/why?partnership=${slug()}`)).status).toBe(404)
  expect((await get(stranger.lead, '/provider/why')).text).not.toContain(care.reference)
})

test('a lapsed offer can’t be answered, and says so', async () => {
  const { offer } = await sent()
  now = minutesOn(181)
  const before = people.get(world.lead.id)
  await signIn(world.lead, world, now)
  expect((await post(world.lead, offer.path, [['answer', 'yes']])).text).toContain('The time to answer is over')
  await dueWork(database, now)
  const { text } = await get(world.lead, offer.path)
  expect(text).toContain('Not answered in time')
  expect((await get(world.lead, `${offer.path}/no`)).to).toBe(offer.path)
  if (before) people.set(world.lead.id, before)
  now = monday
})

test('capacity is one number an area and part of the day; lower than is given is refused with what was typed', async () => {
  const [provider] = world.additional
  const form = await get(provider, '/provider/capacity')
  expect(form.text).toContain('Not declared yet')
  const path = `/provider/capacity/${slug()}/${world.serviceType}/${world.area}`
  const hours = (morning: string, evening: string) =>
    [
      ['morning-0', morning],
      ['evening-0', evening],
    ] as const
  expect((await post(provider, path, hours('a few', '2'))).text).toContain('Hours in the morning must be a number')
  expect(await post(provider, path, hours('7.5', '2'))).toMatchObject({ status: 303 })
  expect((await get(provider, '/provider/capacity')).text).toContain('value="7.5"')
  expect((await post(provider, `/provider/capacity/${slug()}/${world.serviceType}/S12000005`, [])).status).toBe(404)
  // The lead gives some already.
  const given = await post(world.lead, path, hours('1', '1'))
  expect(given.status).toBe(422)
  expect(given.text).toContain('already: that is the least you can declare')
  expect(given.text).toContain('value="1"')
})

test('who it is given to stands in the list; the start is confirmed, and it is handed back with notice only', async () => {
  const { offer } = await sent()
  await post(world.lead, offer.path, [['answer', 'yes']])
  const list = await get(world.lead, '/provider/placements')
  expect(list.text).toContain('Example Person')
  const path =
    new RegExp(`/provider/placements/${slug()}/[\\w-]+`).exec((await get(world.lead, offer.path)).text)?.[0] ?? ''
  const { text } = await get(world.lead, path)
  for (const words of ['To start', 'Morning, 30 minutes, every day', 'EH47 0ZZ']) expect(text).toContain(words)
  expect((await get(world.fallbacks[0], path)).status).toBe(404)
  const day = (name: string, date: readonly [string, string, string]) =>
    ['day', 'month', 'year'].map((part, at) => [`${name}-${part}`, date[at] ?? ''] as const)
  const early = await post(world.lead, `${path}/start`, day('started', ['1', '11', '2026']))
  expect(early.status).toBe(409)
  expect((await post(world.fallbacks[0], `${path}/start`, day('started', ['23', '11', '2026']))).status).toBe(404)
  expect(await post(world.lead, `${path}/start`, day('started', ['23', '11', '2026']))).toMatchObject({
    status: 303,
    to: path,
  })
  expect((await get(world.lead, path)).text).toContain('Started')
  expect((await get(world.lead, `${path}/hand-back`)).text).toContain('can be the first day without you')
  const reason = ['reason', 'no-capacity-staff'] as const
  expect((await post(world.lead, `${path}/hand-back`, day('on', ['24', '11', '2026']))).text).toContain(
    'Choose the main reason',
  )
  expect((await post(world.lead, `${path}/hand-back`, [...day('on', ['24', '11', '2026']), reason])).status).toBe(409)
  expect(await post(world.lead, `${path}/hand-back`, [...day('on', ['1', '3', '2027']), reason])).toMatchObject({
    status: 303,
  })
  expect((await get(world.lead, path)).text).toContain('1 March 2027 is the first day without it')
})

test('the ledger has every answer in the name of who gave it, every refusal too, and holds together', async () => {
  const { care, offer } = await sent()
  await post(world.lead, `${offer.path}/no`, [['reason', 'price']])
  await post(world.lead, `${offer.path}/no`, [['reason', 'price']])
  const entries = await world.act((db) => entriesOf(db, world.partnership.id, { kind: 'package', id: care.id }))
  const own = entries.filter(({ accountId }) => accountId === people.get(world.lead.id)?.accountId)
  expect(own.map(({ event, actorKind }) => [event, actorKind])).toEqual(
    expect.arrayContaining([
      ['brokerage.offer-declined', 'provider'],
      ['brokerage.answer-refused', 'provider'],
    ]),
  )
  expect(await world.act((db) => verifyLedger(db, world.partnership.id))).toMatchObject({ ok: true })
  const { rows } =
    await sql`select from offer where package_id = ${care.id} and organisation_id = ${world.lead.id}`.execute(
      ownerOf(database),
    )
  expect(rows).toHaveLength(1)
})
