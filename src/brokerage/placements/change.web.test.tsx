import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { placedCare } from '../../../test/support/placed-care.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import type { Database } from '../../core/db/index.ts'
import { dateFields } from '../../core/forms/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { addDays, londonDate } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { packageBy } from '../requests/queries/package.ts'
import { changeRoutes } from './change-routes.tsx'
import { handBack } from './commands/hand-back.ts'
import { coursesOf } from './queries/courses.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let broker: Somebody
let manager: Somebody
let stranger: Somebody
let of: CarePackage
let today: string

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const other = await newBrokerage(database)
  const made = await newTestApp([changeRoutes()], { database })
  app = made.app
  today = londonDate(testNow)
  broker = await signedInAs(database, { partnership: world.partnership.id, roles: ['broker'] })
  manager = await signedInAs(database, { partnership: world.partnership.id, roles: ['care-manager'] })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['broker'] })
  of = await world.askPackage({ readyAt: new Date('2026-11-21T10:00:00Z') })
})
afterAll(() => database?.close())

const at = (path: string) => `/${world.partnership.slug}/packages/${of.reference}/change${path}`
const get = async (path: string, who: Somebody = broker) => {
  const response = await app.request(at(path), { headers: who.headers })
  return { status: response.status, text: await response.text() }
}
const post = async (path: string, fields: Record<string, string | readonly string[]>, who: Somebody = broker) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const response = await app.request(at(path), {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}
const now = async () => {
  const found = await world.act((db) => packageBy(db, world.partnership.id, { id: of.id }, today))
  if (!found) throw new Error('The package is gone.')
  return found
}
const placement = async () => {
  const [course] = await world.act((db) => coursesOf(db, world.partnership.id, of.id))
  if (!course) throw new Error('Nothing is placed.')
  return course
}

/** The fields of the form as it stands on a page. */
function fieldsOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1]
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? ''
    const box = /type="(checkbox|radio)"/.test(input)
    if (name && (!box || / checked/.test(input))) fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, select = '', inner = ''] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    fields[select] = [
      /<option value="([^"]*)"[^>]* selected/.exec(inner)?.[1] ?? /value="([^"]*)"/.exec(inner)?.[1] ?? '',
    ]
  }
  return fields
}

test('what can change is offered: before anything is placed it can be withdrawn, by staff of the partnership only', async () => {
  const page = await get('')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Care is not needed any more')
  expect(page.text).not.toContain('Care ends')
  expect((await get('', stranger)).status).toBe(404)
  expect((await get('/start')).status).toBe(404)
  expect((await get('/visits', stranger)).status).toBe(404)
  expect((await get('/hand-back', manager)).status).toBe(403)
})

test('a start that was agreed is confirmed', async () => {
  const id = { partnershipId: world.partnership.id, packageId: of.id }
  await world.act((db) => openRound(db, world.broker, { ...id, version: of.version, at: testNow }), world.broker)
  const [offer] = await world.act((db) => offersOfPackage(db, world.partnership.id, of.id))
  await world.act((db) =>
    answerOffer(db, world.providerOf(world.lead), {
      ...{ partnershipId: world.partnership.id, offerId: offer?.id ?? '', at: testNow },
      answer: { kind: 'accept', startOn: today },
    }),
  )
  const later = await get('/later-start')
  expect((await get('/later-start', manager)).status).toBe(403)
  const soon = { ...fieldsOf(later.text), ...dateFields('on', addDays(today, -1)), reason: 'hospital', consent: '' }
  const none = await post('/later-start', { ...soon, do: 'look' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('href="#consent"')
  const early = await post('/later-start', { ...soon, consent: 'Its manager, by telephone', do: 'look' })
  expect(early.text).toContain('it can move to a later day only')
  const seen = await post('/later-start', {
    ...{ ...soon, ...dateFields('on', addDays(today, 3)), consent: 'Its manager, by telephone', do: 'look' },
  })
  expect(seen.text).toContain('Nothing is done yet')
  expect((await placement()).startsOn).toBe(today)
  expect((await post('/later-start', { ...fieldsOf(seen.text), do: 'change' })).status).toBe(303)
  expect(await placement()).toMatchObject({ state: 'agreed', startsOn: addDays(today, 3) })
  const form = await get('/start')
  const wrong = await post('/start', { ...fieldsOf(form.text), 'on-day': '31', 'on-month': '2', do: 'look' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('must be a real date')
  expect(wrong.text).toContain('value="31"')
  const look = await post('/start', { ...fieldsOf(form.text), ...dateFields('on', today), do: 'look' })
  expect(look.status).toBe(200)
  expect(look.text).toContain('Nothing is done yet')
  expect((await placement()).startedOn).toBeNull()
  const done = await post('/start', { ...fieldsOf(look.text), do: 'change' })
  expect(done).toMatchObject({ status: 303, to: `/${world.partnership.slug}/packages/${of.reference}` })
  expect(await placement()).toMatchObject({ state: 'started', startedOn: today })
})

test('a planned end is moved on its own form, not on that of ending care', async () => {
  const care = placedCare(world)
  const { of, course } = await care.begun()
  await care.broker((db, actor) =>
    handBack(db, actor, {
      ...{ partnershipId: world.partnership.id, placementId: course.id, on: addDays(today, 14) },
      ...{ reason: 'no-capacity-staff' as const, at: monday },
    }),
  )
  const response = await app.request(`/${world.partnership.slug}/packages/${of.reference}/change/go-on`, {
    headers: broker.headers,
  })
  expect(response.status).toBe(200)
  const text = await response.text()
  expect(text).toContain('Care goes on for longer than planned')
  expect(text).toContain('Nobody else was found in time')
})

test('other visits show what they cost and what becomes unplaced before they are asked for; a slip keeps what was typed', async () => {
  const form = await get('/visits')
  const fields = fieldsOf(form.text)
  expect(fields['s1-v1-minutes']).toEqual(['30'])
  expect((await post('/visits', { ...fields, reason: '', do: 'look' })).text).toContain('Enter why it changes')
  const typed = { ...fields, ...dateFields('on', addDays(today, 7)), 's1-v1-minutes': '45', reason: 'Slower mornings' }
  const more = await post('/visits', { ...typed, do: 'visits-1' })
  expect(more.text).toContain('name="s1-v7-band"')
  const look = await post('/visits', { ...typed, do: 'look' })
  expect(look.text).toContain('5 hours 15 minutes a week become unplaced')
  expect(look.text).toContain('would be asked at once')
  expect(look.text).toContain('£147')
  expect(await now()).toMatchObject({ state: 'placed' })
  const back = await post('/visits', { ...fieldsOf(look.text), do: 'edit' })
  expect(fieldsOf(back.text)).toMatchObject({ 's1-v1-minutes': ['45'] })
  expect((await post('/visits', { ...fieldsOf(look.text), do: 'change' })).status).toBe(303)
  expect(await now()).toMatchObject({ state: 'offering' })
  // Somebody else still looks at the page as it was.
  const late = await post('/visits', { ...fieldsOf(look.text), do: 'change' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('As you saw it')
  expect(late.text).toContain('As it is now')
  expect(late.text).toContain('Placed: ')
  expect(late.text).toContain('With providers: ')
})

test('care rests and goes on, is given back, taken over, and ends, each from its own small form', async () => {
  const change = async (kind: string, fields: Record<string, string | readonly string[]>) => {
    const form = await get(`/${kind}`)
    expect(form.status).toBe(200)
    const look = await post(`/${kind}`, { ...fieldsOf(form.text), ...fields, do: 'look' })
    expect(look.text).toContain('Nothing is done yet')
    return post(`/${kind}`, { ...fieldsOf(look.text), do: 'change' })
  }
  expect((await change('rest', { ...dateFields('on', today), reason: 'hospital' })).status).toBe(303)
  expect(await now()).toMatchObject({ state: 'suspended' })
  expect((await change('resume', dateFields('on', addDays(today, 2)))).status).toBe(303)
  const form = fieldsOf((await get('/transfer')).text)
  const nobody = await post('/transfer', {
    ...form,
    ...dateFields('on', addDays(today, 3)),
    reason: 'merger',
    approvedBy: 'Example Manager',
    merged: 'Nobody At All Ltd',
    do: 'look',
  })
  expect(nobody.status).toBe(422)
  expect(nobody.text).toContain('Nobody called “Nobody At All Ltd” is known')
  const { fallbacks } = world
  const taken = {
    to: fallbacks[0].id,
    reason: 'quality',
    approvedBy: 'Example Manager',
    ...dateFields('on', addDays(today, 3)),
  }
  expect((await change('transfer', taken)).status).toBe(303)
  expect((await get('')).text).toContain(fallbacks[0].name)
  const notice = await get('/hand-back')
  expect(notice.text).toContain('With full notice from today')
  expect(
    (await change('needs', { needs: ['personal-care'], ...dateFields('start', '2026-12-02'), reason: 'Review' }))
      .status,
  ).toBe(303)
  expect((await change('end', { ...dateFields('on', addDays(today, 1)), reason: 'care-home' })).status).toBe(303)
})
