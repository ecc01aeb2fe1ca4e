import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForm, type Over } from '../../../test/support/filled-form.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract, sampleDetail, sampleRate } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { type Role, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { procurement } from '../schema/index.ts'
import { upliftRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
beforeAll(async () => {
  database = await openNew()
  app = (await newTestApp([upliftRoutes()], { database })).app
})
afterAll(() => database?.close())

const get = async (path: string, who: Somebody) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text() }
}

async function send(html: string, over: Over, who: Somebody) {
  const { action, body } = filledForm(html, over, '')
  return post(action, body, who)
}

async function post(action: string, body: FormData, who: Somebody) {
  const response = await app.request(action, { method: 'POST', headers: who.headers, body })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

/** The form of a page that goes to an address, as a browser would send it. */
function formTo(html: string, end: string): FormData {
  const form = html.split('<form').find((part) => new RegExp(`action="[^"]*${end}"`).test(part)) ?? ''
  const body = new FormData()
  for (const [, name = '', value = ''] of form.matchAll(/name="(\w+)" value="([^"]*)"/g)) body.append(name, value)
  return body
}

async function world(rates?: Parameters<typeof sampleRate>[]) {
  const detail = { ...sampleDetail, careGroups: ['older-people'] }
  const lot = rates ? { rates: rates.map((one) => sampleRate(...one)) } : {}
  const sample = await awardedContract(database, { detail }, lot)
  const { id, slug } = sample.partnership
  const as = (role: Role, name: string) => signedInAs(database, { partnership: id, roles: [role], name })
  return {
    ...sample,
    base: `/${slug}/uplifts`,
    fiona: await as('finance-officer', 'Fiona Example'),
    carol: await as('commissioner', 'Carol Example'),
    dan: await as('broker', 'Dan Example'),
  }
}

const asked = (reference: string, over: Over = {}): Over => ({
  title: 'Care at home, 2027/28',
  about: 'contract',
  contract: reference,
  way: 'percent',
  percent: '3.5',
  'from-day': '1',
  'from-month': '4',
  'from-year': '2027',
  reason: 'Budget of 3 March',
  ...over,
})

test('a round is started, worked out, applied by who may, and read back', async () => {
  const { base, contract, lead, fiona, carol, dan, now } = await world()
  expect((await get(base, dan)).html).toContain('None has been started yet.')
  const form = (await get(`${base}/new?contract=${contract.reference}&lot=1`, fiona)).html
  expect(form).toContain(`value="${contract.reference}"`)
  const drafted = await send(form, asked(contract.reference), fiona)
  expect(drafted.location).toMatch(/UPL-00001\?done=drafted$/)

  const model = await get(drafted.location, fiona)
  expect(model.html).toContain('2 prices would change')
  expect(model.html).toContain('No price has changed yet.')
  expect(model.html).toContain('It would add £14,900 in 2027/28')
  expect(model.html).toContain('£21.74')
  expect(model.html).toContain('£3.26 below £25.00')
  expect(model.html).toContain('£9.03 an hour over the National Living Wage of £12.71')
  expect((await get(base, dan)).html).toContain('One round is not applied yet')
  const path = drafted.location.split('?')[0] ?? ''
  expect((await get(path, dan)).html).not.toContain('Apply to 2 prices')
  expect((await post(`${path}/apply`, formTo(model.html, '/apply'), dan)).status).toBe(403)
  expect((await now()).version).toBe(1)

  const seen = formTo((await get(path, carol)).html, '/apply')
  const done = await post(`${path}/apply`, seen, carol)
  expect(done).toMatchObject({ status: 303, location: `${path}?done=applied` })
  const applied = (await get(done.location, dan)).html
  expect(applied).toContain('2 prices changed from 1 April 2027')
  expect(applied).toContain('Carol Example')
  expect(applied).toContain('Fiona Example')
  expect(applied).toContain('Budget of 3 March')
  expect(applied).toContain('It adds £14,900 in a full year')
  const csv = await get(`${path}.csv`, dan)
  expect(csv.html.split('\r\n')[0]).toBe(
    'contract,lot,provider,unit,visit_minutes,day_type,level,yearly_units,was,became,care_group',
  )
  expect(csv.html).toContain(`${contract.reference},1,${lead.name},hour,,any,,10000,21.00,21.74,older-people`)

  const again = await post(`${path}/apply`, seen, carol)
  expect(again.status).toBe(409)
  expect(again.html).toContain('A colleague has applied this round already.')
  expect(again.html).toContain('<title>Error: ')
  expect((await get(`${path}/edit`, fiona)).status).toBe(409)
})

test('a round carries a document: it stays when the form comes back, and with each contract once applied', async () => {
  const { base, contract, fiona, carol, dan, partnership } = await world()
  const minute = () => new File(['Minute of 3 March'], 'minute-march.txt')
  const form = (await get(`${base}/new?contract=${contract.reference}`, fiona)).html
  const start = async (page: string, over: Over, file?: File) => {
    const { action, body } = filledForm(page, asked(contract.reference, over), '')
    if (file) body.set('file', file)
    return post(action, body, fiona)
  }
  const page = await start(form, {}, new File(['<p>'], 'page.html'))
  expect(page.status).toBe(422)
  expect(page.html).toContain('The file must be PDF')
  const back = await start(form, { reason: '' }, minute())
  expect(back.status).toBe(422)
  expect(back.html).toContain('minute-march.txt is kept')
  const drafted = await start(back.html, {})
  const path = drafted.location.split('?')[0] ?? ''
  const model = (await get(path, carol)).html
  expect(model).toContain('minute-march.txt')
  expect((await get(`${path}/document`, dan)).html).toBe('Minute of 3 March')
  // Written anew, it keeps the document.
  const edit = (await get(`${path}/edit`, fiona)).html
  await start(edit, { title: 'Care at home, again' })
  const seen = formTo((await get(path, carol)).html, '/apply')
  expect((await post(`${path}/apply`, seen, carol)).status).toBe(303)
  expect((await get(path, dan)).html).toContain('minute-march.txt')
  const kept = await asActor(database, systemActor(partnership.id), (db) =>
    procurement(db)
      .selectFrom('contract_change as h')
      .innerJoin('contract_document as d', (join) =>
        join.onRef('d.partnership_id', '=', 'h.partnership_id').onRef('d.id', '=', 'h.document_id'),
      )
      .select(['d.kind', 'd.name', 'd.title', 'd.contract_id as contractId'])
      .where('h.partnership_id', '=', partnership.id)
      .where('h.kind', '=', 'uplift')
      .execute(),
  )
  const reference = path.split('/').at(-1)
  const title = `minute-march (${reference})`
  expect(kept).toEqual([{ kind: 'decision', name: 'minute-march.txt', title, contractId: contract.id }])
})

test('a round without a document has none to send', async () => {
  const { base, contract, fiona } = await world()
  const form = (await get(`${base}/new?contract=${contract.reference}`, fiona)).html
  const drafted = await send(form, asked(contract.reference), fiona)
  expect((await get(`${drafted.location.split('?')[0]}/document`, fiona)).status).toBe(404)
})

test('a form with mistakes comes back with all that was typed, and each mistake leads to its field', async () => {
  const { base, fiona, contract } = await world()
  const form = (await get(`${base}/new`, fiona)).html
  const empty = await send(
    form,
    { title: 'Kept', 'from-day': '31', 'from-month': '2', 'from-year': '2027', percent: 'lots' },
    fiona,
  )
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('<title>Error: ')
  expect(empty.html).toContain('value="Kept"')
  expect(empty.html).toContain('value="lots"')
  for (const [field, words] of [
    ['about', 'Choose which prices the round is about'],
    ['percent', 'Enter a percentage from −25% to 50%'],
    ['from-day', 'The first day of the new prices must be a real date'],
    ['reason', 'Enter the reason'],
  ])
    expect(empty.html).toContain(`href="#${field}">${words}`)
  const unknown = await send(form, asked('WL-CON-99999'), fiona)
  expect(unknown.html).toContain('href="#contract">There is no contract WL-CON-99999 in the register')
  const noLot = await send(form, asked(contract.reference, { lot: '9' }), fiona)
  expect(noLot.html).toContain(`href="#lot">Contract ${contract.reference} has no lot 9`)
  const wide = await send(form, asked('', { about: 'care-group', careGroup: 'older-people', way: 'prices' }), fiona)
  expect(wide.html).toContain('href="#way">New prices one by one are for one contract')
})

test('a round over the cap says which prices, and is applied once they are typed one by one', async () => {
  const { base, contract, lead, fiona, now } = await world()
  const form = (await get(`${base}/new`, fiona)).html
  const over = await send(form, asked(contract.reference, { percent: '17' }), fiona)
  const model = (await get(over.location, fiona)).html
  expect(model).toContain('One new price does not fit its cap')
  expect(model).toContain('£0.16 above £25.00')
  expect(model).toContain('It can’t be applied as it is')
  expect(model).not.toContain('/apply"')

  const path = over.location.split('?')[0] ?? ''
  const edited = await send((await get(`${path}/edit`, fiona)).html, { way: 'prices' }, fiona)
  expect(edited.location).toBe(path)
  const typing = (await get(`${path}/prices`, fiona)).html
  const line = contract.lots[0]?.rateLines.find(({ organisationId }) => organisationId === lead.id)?.id ?? ''
  const wrong = await send(typing, { [`price-${line}`]: 'much' }, fiona)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain(`href="#price-${line}">“much” is not a price in pounds`)
  const typed = await send(typing, { [`price-${line}`]: '24.99' }, fiona)
  expect(typed.location).toBe(path)
  const stale = await send(typing, { [`price-${line}`]: '23.00' }, fiona)
  expect(stale.status).toBe(422)
  expect(stale.html).toContain('A colleague has changed this round since you opened it.')
  expect(stale.html).toContain('value="23.00"')
  const ready = (await get(path, fiona)).html
  expect(ready).toContain('One price would change')
  const done = await post(`${path}/apply`, formTo(ready, '/apply'), fiona)
  expect(done.status).toBe(303)
  const pieces = (await now()).lots[0]?.rateLines.find(({ id }) => id === line)?.rates
  expect(pieces?.at(-1)).toEqual({ from: '2027-04-01', until: null, pence: 2499 })
})

test('prices under a wage that binds are said, and a round that commits too much names who may apply it', async () => {
  const { base, contract, fiona, carol } = await world([[null, 1200, { yearlyUnits: 40_000_000 }]])
  const form = (await get(`${base}/new`, fiona)).html
  const { location } = await send(form, asked(contract.reference, { percent: '1' }), fiona)
  const model = (await get(location, fiona)).html
  expect(model).toContain('£0.59 an hour under the National Living Wage of £12.71')
  expect(model).toContain('From one price the least wage that binds on that day can’t be paid.')
  expect(model).toContain('May be applied by</dt><dd>a commissioner')
  expect(model).not.toContain('/apply"')
  expect((await get(location, carol)).html).toContain('/apply"')
  const path = location.split('?')[0] ?? ''
  const dropped = await post(`${path}/drop`, formTo(model, '/drop'), fiona)
  expect(dropped.location).toBe(base)
  expect((await get(path, carol)).html).toContain('was dropped and changed nothing')
})

test('a round of another partnership is not found', async () => {
  const [mine, theirs] = [await world(), await world()]
  const form = (await get(`${theirs.base}/new`, theirs.fiona)).html
  const { location } = await send(form, asked(theirs.contract.reference), theirs.fiona)
  const path = location.split('?')[0] ?? ''
  expect((await get(path, mine.fiona)).status).toBe(404)
  expect((await get(path.replace(theirs.partnership.slug, mine.partnership.slug), mine.fiona)).status).toBe(404)
  expect((await get(`${mine.base}/XX-UPL-00001.csv`, mine.fiona)).status).toBe(404)
})
