import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openDemonstration } from '../../../test/support/new-demonstration.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blockText } from '../block-parts.ts'
import { editionRoutes } from '../editions-routes.tsx'
import { sectionDraft, sectionHistory } from '../queries/drafts.ts'
import { statementRoutes } from '../routes.tsx'
import type { SectionSlug } from '../section.ts'
import { formBlockOf } from './form-block.ts'
import { type Field, fieldsOf } from './form-fields.ts'
import { writeRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let aila: Somebody
let bob: Somebody
let partnership: { id: Id; slug: string }

beforeAll(async () => {
  database = await openDemonstration()
  partnership = await newPartnership(database, { slug: 'sample' })
  app = (await newTestApp([editionRoutes(), writeRoutes(), statementRoutes()], { database })).app
  const roles = ['commissioner'] as const
  aila = await signedInAs(database, { partnership: partnership.id, roles, name: 'Aila Example' })
  bob = await signedInAs(database, { partnership: partnership.id, roles, name: 'Bob Example' })
})
afterAll(() => database?.close())

const get = (path: string, who: Somebody = aila) => app.request(path, { headers: who.headers })

const post = (path: string, fields: readonly Field[], who: Somebody = aila) =>
  app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })

const draft = (section: SectionSlug) => asActor(database, aila.actor, (db) => sectionDraft(db, partnership.id, section))

const paragraph = (text: string, id: Id = newId()): Block => ({ id, kind: 'paragraph', text, cited: null })

/** The fields of a form that someone began from a version. */
const typed = (base: number, blocks: readonly Block[], asked = 'save'): Field[] => [
  ...fieldsOf({ base, next: newId(), blocks: blocks.map(formBlockOf), removed: [], citing: null }),
  ['do', asked],
]

const write = (section: SectionSlug, base: number, blocks: readonly Block[], who: Somebody = aila) =>
  post(`/sample/write/${section}`, typed(base, blocks), who)

/** The hidden fields that a page carries, as a browser would send them again. */
const carried = (html: string): Field[] =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescaped(value),
  ])

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

test('the desk is open to commissioners of the partnership and to nobody else', async () => {
  const desk = await get('/sample/write')
  expect(desk.status).toBe(200)
  expect(await desk.text()).toContain('Publish an edition')
  expect((await get('/west-lothian/write')).status).toBe(404)
  expect((await get('/west-lothian/write/demand')).status).toBe(404)
  const care = await signedInAs(database, { partnership: partnership.id, roles: ['care-manager'] })
  expect((await get('/sample/write', care)).status).toBe(403)
  expect((await app.request('/sample/write')).status).toBe(303)
})

test('words are saved as the next version, and the form says so', async () => {
  const saved = await write('demand', 0, [paragraph('People need more.')])
  expect(saved.status).toBe(303)
  const form = await (await get(saved.headers.get('location') ?? '')).text()
  expect(form).toContain('Saved. Version 1, Aila Example, 22 November 2026, 18:00.')
  expect(form).toContain('People need more.')
  expect((await draft('demand')).blocks.map(blockText)).toEqual(['People need more.'])
  const again = await write('demand', 1, (await draft('demand')).blocks)
  expect(again.headers.get('location')).toContain('done=unchanged')
  expect((await draft('demand')).version).toBe(1)
})

test('a form that was sent twice is saved once, pasted paragraphs and all', async () => {
  const fields = typed(1, (await draft('demand')).blocks).map(
    ([name, value]): Field => [name, name.startsWith('text-') ? 'One.\r\n\r\nTwo.\r\n\r\nThree.' : value],
  )
  const [once, twice] = [await post('/sample/write/demand', fields), await post('/sample/write/demand', fields)]
  expect([once.status, twice.status]).toEqual([303, 303])
  expect((await draft('demand')).blocks.map(blockText)).toEqual(['One.', 'Two.', 'Three.'])
  expect((await draft('demand')).version).toBe(2)
})

test('a button changes the form and saves nothing', async () => {
  const [one, two] = [paragraph('One'), paragraph('Two')]
  const moved = await post('/sample/write/supply', typed(0, [one, two], `up ${two.id}`))
  expect(moved.status).toBe(200)
  const html = await moved.text()
  expect(html.indexOf('Two</textarea>')).toBeLessThan(html.indexOf('One</textarea>'))
  expect(html).toContain('Not saved yet.')
  expect(html).toContain('data-guard="unsaved"')
  const removed = await (await post('/sample/write/supply', typed(0, [one, two], `remove ${one.id}`))).text()
  expect(removed).not.toContain('One</textarea>')
  const back = await (
    await post('/sample/write/supply', [...carried(removed), [`text-${two.id}`, 'Two'], ['do', 'undo']])
  ).text()
  expect(back).toContain('One</textarea>')
  expect((await draft('supply')).version).toBe(0)
})

test('a script stays the words that it is made of', async () => {
  const script = '<script>alert(1)</script> & <b>bold</b>'
  await write('gaps', 0, [paragraph(script)])
  for (const path of ['/sample/write/gaps', '/sample/write/gaps/preview']) {
    const html = await (await get(path)).text()
    expect(html, path).toContain('&lt;script>alert(1)&lt;/script> &amp; &lt;b>bold&lt;/b>')
    expect(html, path).not.toContain('<script>alert')
  }
  expect((await draft('gaps')).blocks.map(blockText)).toEqual([script])
})

test('a pasted table is refused with what to do, and its words are still there', async () => {
  const id = newId()
  const fields = typed(0, [paragraph('x', id)]).map(
    ([name, value]): Field => [name, name === `text-${id}` ? 'Year\tPeople\r\n2018\t12,944' : value],
  )
  const refused = await post('/sample/write/finance', fields)
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Place each of its numbers as a figure')
  expect(html).toContain(`href="#text-${id}"`)
  expect(html).toContain('Year\tPeople\n2018\t12,944</textarea>')
  expect(html).toContain('<title>Error: ')
})

test('a hundred thousand words are refused with the bound, and all of them are still there', async () => {
  const words = 'unendingly '.repeat(100_000).trim()
  const refused = await write('workforce', 0, [paragraph(words)])
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('The section has 1,099,999 characters, and 150,000 is the most.')
  expect(html).toContain(`${words}</textarea>`)
})

test('what no form sends is refused in a sentence', async () => {
  const response = await app.request('/sample/write/workforce', {
    method: 'POST',
    headers: { ...aila.headers, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(415)
})

test('more than any form holds is refused before it is read', async () => {
  const response = await write('workforce', 0, [paragraph('x'.repeat(5 * 1024 * 1024))])
  expect(response.status).toBe(413)
})

test('the words of a form whose session has ended come back to be sent again', async () => {
  const fields = typed(0, [paragraph('Do not lose me.'), paragraph('Nor me.')])
  const answer = await post('/sample/write/about', fields, { ...aila, headers: { ...aila.headers, cookie: '' } })
  expect(answer.status).toBe(401)
  const html = await answer.text()
  expect(html).toContain('Do not lose me.')
  const sent = await post('/sample/write/about', carried(html))
  expect(sent.status).toBe(303)
  expect((await draft('about')).blocks.map(blockText)).toEqual(['Do not lose me.', 'Nor me.'])
})

test('another’s change to other blocks is kept beside mine', async () => {
  const [one, two] = [paragraph('One'), paragraph('Two')]
  await write('pressures', 0, [one, two])
  await write('pressures', 1, [one, { ...two, text: 'Two by Bob' } as Block], bob)
  const form = await (await get('/sample/write/pressures/others?since=1')).text()
  expect(form).toContain('Bob Example saved version 2')
  const merged = await write('pressures', 1, [{ ...one, text: 'One by Aila' } as Block, two])
  const notice = await (await get(merged.headers.get('location') ?? '')).text()
  expect(notice).toContain('Saved, together with what Bob Example changed in the meantime.')
  expect((await draft('pressures')).blocks.map(blockText)).toEqual(['One by Aila', 'Two by Bob'])
})

test('where both changed the same words both are shown, and what is chosen is saved', async () => {
  const one = paragraph('The same')
  await write('messages', 0, [one])
  await write('messages', 1, [{ ...one, text: 'The same by Bob' } as Block], bob)
  const conflict = await write('messages', 1, [{ ...one, text: 'The same by Aila' } as Block])
  expect(conflict.status).toBe(409)
  const html = await conflict.text()
  expect(html).toContain('Bob Example changed the same words while you wrote')
  const shown = html.replaceAll(/<[^>]+>/g, '')
  for (const words of ['The same by', 'Aila]', 'Bob]']) expect(shown).toContain(words)
  const undecided = await post('/sample/write/messages', [...carried(html), ['do', 'save']])
  expect(undecided.status).toBe(422)
  // And somebody saves once more while the choice is made.
  await write('messages', 2, [{ ...one, text: 'The same by Bob again' } as Block], bob)
  const again = await post('/sample/write/messages', [...carried(html), [`choice-${one.id}`, 'mine'], ['do', 'save']])
  expect(again.status).toBe(409)
  const both = carried(await again.text())
  const saved = await post('/sample/write/messages', [...both, [`choice-${one.id}`, 'both'], ['do', 'save']])
  expect(saved.status).toBe(303)
  expect((await draft('messages')).blocks.map(blockText)).toEqual(['The same by Bob again', 'The same by Aila'])
})

test('of many who save at once nobody’s words are lost', async () => {
  const blocks = Array.from({ length: 5 }, (_, at) => paragraph(`Block ${at}`))
  await write('population', 0, blocks)
  const answers = await Promise.all(
    blocks.map((own, at) =>
      write(
        'population',
        1,
        blocks.map((block) => (block === own ? ({ ...block, text: `Changed ${at}` } as Block) : block)),
        at % 2 === 0 ? aila : bob,
      ),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect((await draft('population')).blocks.map(blockText)).toEqual(blocks.map((_, at) => `Changed ${at}`))
  const { versions } = await asActor(database, aila.actor, (db) => sectionHistory(db, partnership.id, 'population'))
  expect(versions.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1])
})

test('versions are compared, and an earlier one is restored as a new one', async () => {
  const history = await (await get('/sample/write/pressures/history?from=1&to=3')).text()
  expect(history).toContain('From version 1 to version 3')
  expect(history).toContain('<ins>')
  const restored = await post('/sample/write/pressures/history', [['restore', '1']])
  expect(restored.headers.get('location')).toBe('/sample/write/pressures/history?done=restored')
  const { version, origin, blocks } = await draft('pressures')
  expect({ version, origin, words: blocks.map(blockText) }).toEqual({
    version: 4,
    origin: 'restored',
    words: ['One', 'Two'],
  })
  for (const asked of ['99', 'x', '0']) {
    expect((await post('/sample/write/pressures/history', [['restore', asked]])).status).toBe(404)
  }
})

test('a preview of supply and of gaps shows what is counted beside the words', async () => {
  const lancashire = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'lancashire'))
  const writer = await signedInAs(database, {
    partnership: lancashire.id,
    roles: ['commissioner'],
    name: 'Cal Example',
  })
  expect(await (await get('/lancashire/write/supply/preview', writer)).text()).toContain('Registered places')
  expect(await (await get('/lancashire/write/gaps/preview', writer)).text()).toContain('Every district, every service')
})

test('a preview shows the draft as readers would see it, under a strip', async () => {
  const page = await (await get('/sample/write/pressures/preview')).text()
  expect(page).toContain('Draft: not published.')
  expect(page).toContain('>One</p>')
  expect(await (await get('/sample/write/preview')).text()).toContain('Draft: not published.')
})

test('a section that no statement has is not found', async () => {
  for (const path of ['/sample/write/sport', '/sample/write/sport/preview', '/sample/write/sport/history']) {
    expect((await get(path)).status, path).toBe(404)
  }
})

test('a figure is found by words, chosen, and placed with its number', async () => {
  const west = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))
  const carol = await signedInAs(database, { partnership: west.id, roles: ['commissioner'], name: 'Carol Example' })
  const one = paragraph('Above the figure')
  const look = await post(
    '/west-lothian/write/demand',
    [...typed(1, [one], `look 1 below ${one.id}`), ['q', 'aged 75'], ['q-year', '2028']],
    carol,
  )
  const found = await look.text()
  expect(found).toContain('One figure')
  expect(found).toContain('17,289')
  const choose = `choose population.S12000040.2028.75-plus below ${one.id}`
  expect(found).toContain(`value="${choose}"`)
  const placed = await (await post('/west-lothian/write/demand', [...carried(found), ['do', choose]], carol)).text()
  expect(placed).toContain('17,289')
  expect(placed).toContain('Above the figure</textarea>')
  const nothing = await post('/west-lothian/write/demand', [...typed(1, [one], 'look 1 start'), ['q', 'moon']], carol)
  expect(await nothing.text()).toContain('No figure has all of that.')
})

test('an edition is published once: the second of two is told, and keeps what was typed', async () => {
  const page = await (await get('/sample/write/publish')).text()
  expect(page).toContain('Publish edition 1')
  const seen = carried(page)
  const fields: Field[] = [...seen, ['title', 'Winter 2026'], ['summary', 'All of it.']]
  const untitled = await post('/sample/write/publish', [
    ['number', '1'],
    ['title', ' '],
    ['summary', 'All of it.'],
  ])
  expect(untitled.status).toBe(422)
  expect(await untitled.text()).toContain('Write a title for the edition.')
  const [first, second] = await Promise.all([
    post('/sample/write/publish', fields),
    post('/sample/write/publish', [...seen, ['title', 'Bob’s'], ['summary', 'Of Bob.']], bob),
  ])
  const [done, late] = first.status === 303 ? [first, second] : [second, first]
  expect([done.status, late.status]).toEqual([303, 409])
  const told = await late.text()
  expect(told).toMatch(/Edition 1 was published in the meantime|A colleague has just published edition 1/)
  expect(told).toContain('Nothing has changed since edition 1')
  const edition = await (await get(done.headers.get('location') ?? '')).text()
  expect(edition).toContain('Edition 1 is published. Readers see it now.')
  const reader = await (await app.request('/sample/editions/1?published')).text()
  expect(reader).not.toContain('Readers see it now.')
})

test('a section that places a figure which is gone hinders the next edition, and the page says which', async () => {
  await write('finance', 0, [{ id: newId(), kind: 'figure', figure: newId() }])
  const page = await (await get('/sample/write/publish')).text()
  expect(page).toContain('What must be put right first')
  expect(page).toContain('A figure that it places is no longer in the statement’s data.')
  expect(page).not.toContain('>Publish edition 2</button>')
  const forced = await post('/sample/write/publish', [...carried(page), ['title', 'Forced']])
  expect(forced.status).toBe(409)
  expect(await forced.text()).toContain('places a figure that no longer exists')
})

test('who may write finds the way from the statement, and readers do not', async () => {
  expect(await (await get('/sample/statement/demand')).text()).toContain('Write this section')
  expect(await (await get('/west-lothian/statement/demand')).text()).not.toContain('Write this section')
  expect(await (await app.request('/sample/statement/demand')).text()).not.toContain('Write this section')
})
