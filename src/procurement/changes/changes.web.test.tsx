import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayTyped as day, formSender } from '../../../test/support/filled-form.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract } from '../../../test/support/sample-contract.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import type { Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { contractRegisterRoutes } from '../register/routes.tsx'
import { contractChangeRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let get: ReturnType<typeof formSender>['get']
let send: ReturnType<typeof formSender>['send']

beforeAll(async () => {
  database = await openNew()
  app = (await newTestApp([contractChangeRoutes(), contractRegisterRoutes()], { database })).app
  ;({ get, send } = formSender(app))
})
afterAll(() => database?.close())

/** A partnership with one contract of its own, its officer and its commissioner signed in. */
async function world() {
  const sample = await awardedContract(database)
  const { id, slug } = sample.partnership
  const as = (role: 'contracts-officer' | 'commissioner' | 'broker', name: string) =>
    signedInAs(database, { partnership: id, roles: [role], name })
  const base = `/${slug}/contracts`
  return {
    ...sample,
    slug,
    base,
    change: `${base}/${sample.contract.reference}/change`,
    aila: await as('contracts-officer', 'Aila Example'),
    bob: await as('contracts-officer', 'Bob Example'),
    carol: await as('commissioner', 'Carol Example'),
    dan: await as('broker', 'Dan Example'),
  }
}

test('a small variation holds at once, and a form with mistakes comes back with all that was typed', async () => {
  const { change, contract, aila, base, now } = await world()
  const wrong = await send(`${change}/variation`, { title: '', yearly: 'a lot', note: 'Keep this', reason: '' }, aila)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<title>Error: ')
  expect(wrong.html).toContain('href="#title">Enter the title')
  expect(wrong.html).toContain('href="#yearly">Worth a year must be an amount in pounds')
  expect(wrong.html).toContain('href="#effective-day">Enter the first day on which it holds')
  expect(wrong.html).toContain('href="#reason">Enter the reason')
  expect(wrong.html).toContain('value="a lot"')
  expect(wrong.html).toContain('>Keep this</textarea>')
  const right = {
    title: 'Care at home, north',
    yearly: '1,000,000',
    ...day('effective', '2026-12-01'),
    reason: 'New name',
  }
  const done = await send(wrong.html, right, aila)
  expect(done.location).toBe(`${base}/${contract.reference}?done=variation`)
  expect(await now()).toMatchObject({ version: 2 })
  const story = await get(`${base}/${contract.reference}`, aila)
  expect(story.html).toContain('New name')
})

test('a change beyond one’s authority waits, and somebody with it approves or declines it in words', async () => {
  const { change, base, aila, carol, dan, contract, now } = await world()
  const option = { ...day('effective', '2026-11-20'), reason: 'It works well' }
  const asked = await send(`${change}/extension`, option, aila)
  expect(asked.location).toMatch(/\/contracts\/changes\/[0-9a-f-]{36}\?done=proposed$/)
  const waiting = await get(asked.location, aila)
  expect(waiting.html).toContain('Take option 1: extend it until 31 March 2029.')
  expect(waiting.html).toContain('waits for a commissioner')
  expect(waiting.html).toContain('£1,000,000')
  expect(waiting.html).not.toContain('value="approve"')
  const list = await get(`${base}/changes`, carol)
  expect(list.html).toContain('One change waits for your approval')
  expect(list.html).toContain('Asked by')
  expect((await get(`${base}/changes`, dan)).html).toContain('One change waits for approval by others')

  const path = asked.location.split('?')[0] ?? ''
  const unasked = await app.request(path, { method: 'POST', headers: dan.headers, body: new FormData() })
  expect(unasked.status).toBe(403)
  const silent = await send(path, { words: '' }, carol, 'decline')
  expect(silent.status).toBe(422)
  const declined = await send(path, { words: 'Not yet: the review comes first' }, carol, 'decline')
  expect(declined.location).toBe(`${path}?done=declined`)
  const told = await get(declined.location, aila)
  expect(told.html).toContain('Not yet: the review comes first')
  expect(await now()).toMatchObject({ version: 1 })

  const again = await send(`${change}/extension`, option, aila)
  const approved = await send(again.location, { words: 'Agreed' }, carol, 'approve')
  expect(approved.location).toBe(`${base}/${contract.reference}?done=extension`)
  const { options, terms } = await now()
  expect(options.map(({ decision }) => decision)).toEqual(['taken', 'open'])
  expect(terms.at(-1)?.until).toBe('2029-04-01')
})

test('who changes an older version sees both versions, chooses where both changed, and goes on with what was typed', async () => {
  const { change, base, contract, aila, bob, now } = await world()
  const opened = (await get(`${change}/variation`, aila)).html
  const effective = day('effective', '2026-12-01')
  const his = { title: 'Bob’s title', monitoring: 'By Bob, monthly', ...effective, reason: 'Bob’s reason' }
  await send(`${change}/variation`, his, bob)

  const mine = { title: 'Aila’s title', allocation: 'Aila’s way', ...effective, reason: 'Aila’s reason' }
  const clash = await send(opened, mine, aila)
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('Bob Example changed this contract while you wrote')
  expect(clash.html).toContain('You opened version 1; it is now version 2.')
  expect(clash.html).toContain('Version 1, which you opened')
  expect(clash.html).toContain('As you typed it')
  expect(clash.html).toContain('By Bob, monthly')
  expect(clash.html).toContain('Aila’s title')
  expect(await now()).toMatchObject({ version: 2 })

  const unchosen = await send(clash.html, {}, aila)
  expect(unchosen.status).toBe(422)
  expect(unchosen.html).toContain('href="#take-title">Title: choose which is to stand')
  const back = await send(unchosen.html, {}, aila, 'look')
  expect(back.html).toContain('value="Aila’s title"')
  expect(back.html).toContain('value="By Bob, monthly"')

  const done = await send(unchosen.html, { 'take-title': 'theirs' }, aila)
  expect(done.location).toBe(`${base}/${contract.reference}?done=variation`)
  const read = await get(`${base}/${contract.reference}?on=2026-12-01`, aila)
  expect(read.html).toContain('Bob’s title')
  expect(read.html).toContain('Aila’s way')
  expect(read.html).toContain('By Bob, monthly')
})

test('what is to be different from a later day on is not set back by who did not touch it', async () => {
  const { change, base, contract, aila, bob } = await world()
  const later = { monitoring: 'By Bob, monthly', note: 'From Bob', ...day('effective', '2026-12-01'), reason: 'Later' }
  await send(`${change}/variation`, later, bob)
  const opened = (await get(`${change}/variation`, aila)).html
  expect(opened).toContain('As it is said on 22 November 2026')
  expect(opened).toContain('value="Every three months"')
  const mine = { title: 'New title', ...day('effective', '2027-01-01'), reason: 'A name' }
  expect((await send(opened, mine, aila)).location).toContain('done=variation')
  const read = async (on: string) => (await get(`${base}/${contract.reference}?on=${on}`, aila)).html
  expect(await read('2027-01-01')).toContain('By Bob, monthly')
  expect(await read('2027-01-01')).toContain('New title')

  // And so on the page of both versions: what she did not touch is not what she asks.
  const stale = (await get(`${change}/variation`, aila)).html
  await send(`${change}/variation`, { note: 'Again Bob', ...day('effective', '2026-12-01'), reason: 'Again' }, bob)
  const clash = await send(stale, { allocation: 'A new way', ...day('effective', '2027-01-01'), reason: 'Way' }, aila)
  expect(clash.status).toBe(409)
  expect(clash.html).not.toContain('which is to stand?')
  expect(clash.html).not.toContain('Every three months')
  expect((await send(clash.html, {}, aila)).location).toContain('done=variation')
  const after = await read('2027-01-01')
  for (const said of ['By Bob, monthly', 'Again Bob', 'New title', 'A new way']) expect(after).toContain(said)
})

test('a contract is listed among the public summaries when it is awarded, and taken out by a button', async () => {
  const { change, aila, now } = await world()
  const listed = await get(change, aila)
  expect(listed.html).toContain('It is listed in the public contract summaries')
  expect((await send(listed.html, {}, aila, 'hide')).location).toBe(change)
  expect((await get(change, aila)).html).toContain('It is not listed in the public contract summaries')
  expect(await now()).toMatchObject({ published: false, version: 1 })
})

test('an approval of a change that was overtaken shows what is different, and is given on the version that was seen', async () => {
  const { change, aila, bob, carol, base, contract, now } = await world()
  const asked = await send(`${change}/extension`, { ...day('effective', '2026-11-20'), reason: 'Go on' }, aila)
  const looked = (await get(asked.location, carol)).html
  const vary = (note: string) =>
    send(`${change}/variation`, { note, ...day('effective', '2026-12-01'), reason: 'A note' }, bob)
  await vary('First')
  const late = await send(looked, { words: 'Yes' }, carol, 'approve')
  expect(late.status).toBe(409)
  expect(late.html).toContain('The contract was changed after this was asked for')
  expect(late.html).toContain('Approve it on version 2')
  expect(late.html).toContain('>Yes</textarea>')
  const again = await get(`${change}/extension?like=${asked.location.split('/').at(-1)?.split('?')[0]}`, aila)
  expect(again.html).toContain('>Go on</textarea>')
  expect(again.html).toContain('name="base" value="2"')
  const done = await send(late.html, {}, carol, 'approve')
  expect(done.location).toBe(`${base}/${contract.reference}?done=extension`)
  expect(await now()).toMatchObject({ version: 3 })
})

test('providers join, are suspended and resumed, hand over and leave, each by a form that works without scripts', async () => {
  const { change, aila, other, fallback, lead, now } = await world()
  const on = day('effective', '2026-12-01')
  const open = (await get(`${change}/join`, aila)).html
  const missing = await send(open, { ...on, reason: 'More capacity', role: 'additional' }, aila)
  expect(missing.status).toBe(422)
  expect(missing.html).toContain('href="#organisation">Find and choose the provider that joins')
  const found = await send(missing.html, { find: other.name }, aila, 'enter')
  expect(found.status).toBe(200)
  expect(found.html).toContain(`value="known:${other.id}"`)
  const price = { 'price-1-unit': 'hour', 'price-1-pounds': '22.50', 'price-1-yearly': '100' }
  const capped = await send(found.html, { organisation: `known:${other.id}`, ...price, 'price-1-pounds': '26' }, aila)
  expect(capped.status).toBe(422)
  expect(capped.html).toContain('href="#price-1-pounds"')
  expect((await send(found.html, { organisation: `known:${other.id}`, ...price }, aila)).location).toContain(
    'done=join',
  )

  const place = async (id: string) =>
    (await now()).lots[0]?.standings.find(({ organisationId }) => organisationId === id)?.lotProviderId ?? ''
  const said = { ...on, reason: 'A reason' }
  expect((await send(`${change}/suspension`, { place: await place(fallback.id), ...said }, aila)).location).toContain(
    'done=suspension',
  )
  expect(
    (
      await send(
        `${change}/resumption`,
        { place: await place(fallback.id), ...said, ...day('effective', '2027-01-01') },
        aila,
      )
    ).location,
  ).toContain('done=resumption')
  expect(
    (await send(`${change}/standing`, { place: await place(other.id), role: 'fallback', rank: '2', ...said }, aila))
      .html,
  ).toContain('href="#rank"')
  const leaves = await send(`${change}/leave`, { place: await place(lead.id), ...said }, aila)
  expect(leaves.status).toBe(422)
  expect(leaves.html).toContain('href="#nextLead"')
  const takes = await send(`${change}/transfer?`, { from: lead.id, find: other.name, ...said }, aila, 'find')
  const over = await send(takes.html, { organisation: `known:${other.id}` }, aila)
  expect(over.location).toContain('done=transfer')
  const story = (await now()).lots[0]?.standings.filter(({ from }) => from === '2026-12-01') ?? []
  expect(story.find(({ organisationId }) => organisationId === other.id)).toMatchObject({ role: 'lead', rank: 1 })
})

test('a contract is begun, left, taken up again, and awarded: by whoever may, else it waits', async () => {
  const { base, aila, bob, carol, lead, fallback } = await world()
  const empty = await send(`${base}/new`, {}, aila)
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('href="#title">Enter the title')
  const begun = await send(empty.html, { title: 'Day care', kind: 'framework', serviceType: 'care-at-home' }, aila)
  expect(begun.location).toMatch(/\/contracts\/new\/[A-Z]+-CON-\d+\/details$/)
  const draft = begun.location.replace('/details', '')
  const drafts = await get(`${base}/new`, bob)
  expect(drafts.html).toContain('One draft is under way')
  expect(drafts.html).toContain('Aila Example')

  const half = await send(begun.location, { yearly: '2,000,000' }, aila, 'later')
  expect(half.location).toBe(draft)
  expect((await get(draft, aila)).html).toContain('things to put right')
  const room = await send(begun.location, { ...day('start', '2027-04-01') }, aila, 'more-options')
  expect(room.html).toContain('option-3-months')
  expect(room.html).toContain('value="2027"')
  const details = {
    ...day('start', '2027-04-01'),
    ...day('last', '2029-03-31'),
    yearlyBasis: 'budget',
    'option-1-months': '12',
    'option-2-months': '12',
  }
  const kept = await send(room.html, details, aila)
  expect(kept.location).toBe(`${draft}/lots/new`)

  const stale = (await get(begun.location, bob)).html
  await send(begun.location, { note: 'By Aila' }, aila)
  const late = await send(stale, { note: 'By Bob' }, bob)
  expect(late.status).toBe(422)
  expect(late.html).toContain('Aila Example changed this part of the draft while you wrote')
  expect(late.html).toContain('>By Bob</textarea>')

  const lot = await send(
    `${draft}/lots/new`,
    { number: '1', name: 'Bathgate', areas: 'S12000040', needsLead: 'yes' },
    aila,
    '',
  )
  expect(lot.location).toMatch(/\/prices\/[0-9a-f-]{36}$/)
  const id = lot.location.split('/').at(-1) ?? ''
  const found = await send(`${draft}/lots/${id}`, { find: lead.name }, aila, 'enter')
  expect(found.html).toContain(`add known:${lead.id}`)
  const added = await send(found.html, { find: fallback.name }, aila, `add known:${lead.id}`)
  expect(added.html).toContain('Who stands in it')
  const both = await send(added.html, {}, aila, `add known:${fallback.id}`)
  const ranked = await send(both.html, { 'place-2-rank': 'second' }, aila)
  expect(ranked.html).toContain('href="#place-2-rank">Rank must be a whole number')
  const ready = await send(ranked.html, { 'place-2-role': 'fallback', 'place-2-rank': '2' }, aila)
  expect(ready.location).toBe(lot.location)

  const bad = await send(lot.location, { 'price-1-unit': 'hour', 'price-1-pounds': 'cheap' }, aila)
  expect(bad.html).toContain('href="#price-1-pounds">Price 1: price must be an amount in pounds')
  const priced = await send(bad.html, { 'price-1-pounds': '21.50', 'price-1-yearly': '10000' }, aila)
  expect(priced.location).toBe(draft)

  const file = new File(['Agreed on 20 November 2026'], 'Minute of the board.txt')
  const unsaid = await send(`${draft}/check`, { reason: '', file }, aila, 'award')
  expect(unsaid.status).toBe(422)
  expect(unsaid.html).toContain('href="#reason">Enter the reason for the award')
  expect(unsaid.html).toContain('Decision: Minute of the board')
  expect(unsaid.html).toContain('£21.50 an hour')
  const asked = await send(unsaid.html, { reason: 'Tender of 2026' }, aila, 'award')
  expect(asked.location).toContain('done=proposed')
  expect((await get(draft, aila)).html).toContain('waits for approval')
  const blocked = await send(stale, { note: 'Too late' }, bob)
  expect(blocked.status).toBe(422)
  const change = await get(asked.location, carol)
  expect(change.html).toContain('Award “Day care” from 1 April 2027 to 31 March 2029, in one lot.')
  expect(change.html).toContain('Minute of the board')
  const done = await send(change.html, { words: 'Approved' }, carol, 'approve')
  const reference = draft.split('/').at(-1)
  expect(done.location).toBe(`${base}/${reference}?done=award`)
  expect((await get(done.location, aila)).html).toContain('Bathgate')
  expect((await get(`${base}/${reference}/change`, aila)).html).toContain('It is listed in the public')
  expect((await get(draft, aila)).status).toBe(404)
})

test('a rule that refuses an award leads to the page where it is put right, and a draft can be given up', async () => {
  const { aila, base: at } = await world()
  const mine = await send(`${at}/new`, { title: 'No lead', kind: 'framework', serviceType: 'care-at-home' }, aila)
  const draft = mine.location.replace('/details', '')
  await send(mine.location, { ...day('start', '2027-04-01'), ...day('last', '2029-03-31') }, aila)
  const lots = await send(`${draft}/lots`, { areas: 'S12000040', needsLead: 'yes' }, aila, '')
  expect(lots.location).toBe(draft)
  const refused = await send(`${draft}/check`, { reason: 'Try' }, aila, 'award')
  expect(refused.status).toBe(422)
  expect(refused.html).toMatch(new RegExp(`href="${draft}/lots/[0-9a-f-]{36}"`))
  expect(refused.html).toContain('>Try</textarea>')
  const asks = await get(`${draft}?drop`, aila)
  const dropped = await send(asks.html, {}, aila, '')
  expect(dropped.location).toBe(`${at}/new?dropped=${draft.split('/').at(-1)}`)
  expect((await get(draft, aila)).status).toBe(404)
})

test('another partnership’s contract, an unknown form and a reader without the right are kept out', async () => {
  const [ours, theirs] = [await world(), await world()]
  expect((await get(ours.change, theirs.aila)).status).toBe(404)
  expect((await get(`${theirs.base}/${ours.contract.reference}/change`, theirs.aila)).status).toBe(
    ours.contract.reference === theirs.contract.reference ? 200 : 404,
  )
  expect((await get(`${ours.change}/import`, ours.aila)).status).toBe(404)
  expect((await get(ours.change, ours.dan)).status).toBe(403)
  expect((await get(`${ours.base}/changes/${ours.contract.id}`, ours.aila)).status).toBe(404)
  const { lead: own, partnership } = ours
  const lead = await signedInAs(database, { organisation: own.id, roles: ['provider'], grantedBy: partnership.id })
  expect((await get(ours.change, lead)).status).toBe(403)
  const asked = await send(`${ours.change}/extension`, { ...day('effective', '2026-11-20'), reason: 'Good' }, ours.aila)
  const answered = async ({ headers }: typeof lead) =>
    (await app.request(asked.location, { method: 'POST', headers, body: new FormData() })).status
  expect([await answered(lead), await answered(theirs.carol)]).toEqual([403, 404])
})
