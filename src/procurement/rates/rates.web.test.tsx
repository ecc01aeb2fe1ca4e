import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForm, type Over } from '../../../test/support/filled-form.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import type { Role } from '../../core/auth/index.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { tasksDue } from '../../core/tasks/index.ts'
import { procurement } from '../schema/index.ts'
import { enhancementsOf } from './queries/enhancements.ts'
import { rateRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
beforeAll(async () => {
  database = await openNew()
  app = (await newTestApp([rateRoutes()], { database })).app
})
afterAll(() => database?.close())

const get = async (path: string, who: Somebody) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text() }
}

async function send(html: string, over: Over, who: Somebody) {
  const { action, body } = filledForm(html, over, '')
  const response = await app.request(action, { method: 'POST', headers: who.headers, body })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

async function world() {
  const sample = await awardedContract(database)
  const { id, slug } = sample.partnership
  const as = (role: Role, name: string) => signedInAs(database, { partnership: id, roles: [role], name })
  const lines = sample.contract.lots[0]?.rateLines ?? []
  const lineOf = (organisationId: string) => lines.find((line) => line.organisationId === organisationId)?.id ?? ''
  return {
    ...sample,
    lineOf,
    prices: `/${slug}/contracts/${sample.contract.reference}/prices`,
    national: `/${slug}/contracts/national`,
    aila: await as('contracts-officer', 'Aila Example'),
    bob: await as('contracts-officer', 'Bob Example'),
    dan: await as('broker', 'Dan Example'),
  }
}

const day = (name: string, date: string): Over => {
  const [year = '', month = '', dayOf = ''] = date.split('-')
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('a price list shows each price against its cap and the wage, on the day that is asked for', async () => {
  const { prices, lead, dan, aila, national } = await world()
  const page = await get(prices, dan)
  expect(page.html).toContain('2 prices, none under a wage that binds')
  expect(page.html).toContain(lead.name)
  expect(page.html).toContain('£4.00 below £25.00')
  expect(page.html).toContain('At most £25.00 the hour, from 1 April 2025')
  expect(page.html).not.toContain('Set prices')
  expect((await get(`${prices}?on=2025-03-31`, dan)).html).toContain('No price holds on 31 March 2025')
  expect((await get(`${prices}?lot=9`, dan)).status).toBe(404)
  expect((await get(prices, aila)).html).toContain('Set prices')
  const wages = (await get(national, dan)).html
  expect(wages).toContain('National Living Wage')
  expect(wages).toContain('£12.71')
})

test('prices are set from a day on, one over the cap is refused at its field, and nothing typed is lost', async () => {
  const { prices, lead, fallback, lineOf, aila, dan, now } = await world()
  expect((await get(`${prices}/set?lot=1`, dan)).status).toBe(403)
  const form = (await get(`${prices}/set?lot=1`, aila)).html
  const field = `new-${lineOf(lead.id)}`
  const nothing = await send(form, { ...day('from', '2027-04-01'), reason: 'None' }, aila)
  expect(nothing.html).toContain('Nothing is changed: enter a new price or cap')
  const over = await send(form, { [field]: '25.01', ...day('from', '2027-04-01'), reason: 'Agreed in March' }, aila)
  expect(over.status).toBe(422)
  expect(over.html).toContain('<title>Error: ')
  expect(over.html).toMatch(new RegExp(`href="#${field}">[^<]*cap`))
  expect(over.html).toContain('value="25.01"')
  const set = {
    [field]: '21.90',
    'price-1-provider': fallback.id,
    'price-1-unit': 'hour',
    'price-1-days': 'sunday',
    'price-1-pounds': '24.00',
    ...day('from', '2027-04-01'),
    reason: 'Agreed in March',
  }
  const done = await send(over.html, set, aila)
  expect(done.location).toBe(`${prices}?lot=1&on=2027-04-01&done=set`)
  const shown = (await get(done.location, dan)).html
  expect(shown).toContain('The prices are set.')
  expect(shown).toContain('£21.90')
  expect(shown).toContain('hour on Sundays')
  const { version, lots } = await now()
  expect(version).toBe(2)
  expect(lots[0]?.rateLines.map(({ rates }) => rates.length).toSorted()).toEqual([1, 1, 2])
})

test('of two officers who set prices on one version, the second sees both versions and goes on', async () => {
  const { prices, lead, fallback, lineOf, aila, bob, now } = await world()
  const [hers, his] = [await get(`${prices}/set?lot=1`, aila), await get(`${prices}/set?lot=1`, bob)]
  const when = { ...day('from', '2027-04-01'), reason: 'Agreed in March' }
  expect((await send(hers.html, { [`new-${lineOf(lead.id)}`]: '21.90', ...when }, aila)).status).toBe(303)
  const conflict = await send(his.html, { [`new-${lineOf(fallback.id)}`]: '22.22', ...when }, bob)
  expect(conflict.status).toBe(409)
  expect(conflict.html).toContain('You opened version 1; it is now version 2')
  expect(conflict.html).toContain('Version 1, which you opened')
  expect(conflict.html).toContain('Aila Example')
  expect(conflict.html).toContain('value="22.22"')
  expect((await send(conflict.html, {}, bob)).status).toBe(303)
  const { version, lots } = await now()
  expect(version).toBe(3)
  const latest = lots[0]?.rateLines.map(({ rates }) => rates.at(-1)?.pence)
  expect(latest?.toSorted()).toEqual([2190, 2222])
})

test('a higher price for one person is decided on evidence, reviewed, kept and ended', async () => {
  const { prices, contract, lead, aila, dan, partnership, now } = await world()
  const list = `${prices}/enhancements`
  expect((await get(list, dan)).html).toContain('None has been decided on.')
  const form = (await get(`${list}/new`, aila)).html
  const place =
    contract.lots[0]?.standings.find(({ organisationId }) => organisationId === lead.id)?.lotProviderId ?? ''
  const asked = {
    place,
    person: 'P-10042',
    percent: '5',
    evidence: 'Specialist assessment',
    ...day('from', '2026-11-01'),
    ...day('review', '2026-11-20'),
    reason: 'Panel of 30 October',
  }
  const named = await send(form, { ...asked, person: 'Mrs Example' }, aila)
  expect(named.status).toBe(422)
  expect(named.html).toContain('href="#person">Give the person’s reference')
  expect(named.html).toContain('Specialist assessment</textarea>')
  const early = await send(form, { ...asked, ...day('review', '2026-10-01') }, aila)
  expect(early.html).toContain('href="#review-day">The review comes before the first day.')
  const done = await send(form, asked, aila)
  expect(done.location).toBe(`${list}?done=enhanced`)
  const shown = (await get(done.location, aila)).html
  expect(shown).toContain('One enhanced price is to be reviewed')
  expect(shown).toContain('+5%')
  expect((await get(prices, dan)).html).toContain('One person’s care is paid for at a higher price')
  expect((await now()).version).toBe(2)

  const id = /enhancements\/([0-9a-f-]{36})/.exec(shown)?.[1] ?? ''
  const tasks = () =>
    asActor(database, systemActor(partnership.id), (db) =>
      tasksDue(db, partnership.id, { until: '2027-12-31', roles: ['contracts-officer'] }),
    )
  const title = `Review the higher price for P-10042 in ${contract.reference}`
  expect(await tasks()).toMatchObject([{ title, due: '2026-11-20' }])
  const review = (await get(`${list}/${id}`, aila)).html
  const unsure = await send(review, { reason: '' }, aila)
  expect(unsure.status).toBe(422)
  expect(unsure.html).toContain('href="#does">Choose what the review came to')
  const keep = {
    does: 'keep',
    evidence: 'Still needed',
    ...day('review', '2027-05-20'),
    ...day('from', '2026-11-22'),
    reason: 'Review of today',
  }
  expect((await send(review, keep, aila)).location).toBe(`${list}?done=kept`)
  expect((await get(list, aila)).html).toContain('20 May 2027')
  expect((await tasks()).map(({ due }) => due)).toEqual(['2027-05-20'])
  const ending = (await get(`${list}/${id}`, aila)).html
  const end = { does: 'end', ...day('from', '2027-01-01'), reason: 'No longer needed' }
  expect((await send(ending, end, aila)).location).toBe(`${list}?done=ended`)
  expect(await tasks()).toEqual([])
  const left = await asActor(database, systemActor(partnership.id), (db) =>
    enhancementsOf(db, partnership.id, contract.id),
  )
  expect(left.map(({ from, until }) => [from, until]).toSorted()).toEqual([
    ['2026-11-01', '2026-11-22'],
    ['2026-11-22', '2027-01-01'],
  ])
  expect((await send(ending, { ...end, ...day('from', '2027-02-01') }, aila)).html).toContain(
    'This enhancement does not hold on that day.',
  )
  const bypass = asActor(database, systemActor(partnership.id), (db) =>
    procurement(db)
      .updateTable('rate_enhancement')
      .set({ review_on: '2020-01-01' })
      .where('partnership_id', '=', partnership.id)
      .execute(),
  )
  await expect(bypass).rejects.toThrow(/an_enhancement_is_reviewed/)
})
