import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blockText } from '../block-parts.ts'
import { editionRoutes } from '../editions-routes.tsx'
import { sectionDraft } from '../queries/drafts.ts'
import { editionsOf } from '../queries/editions.ts'
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
  database = await openNew()
  partnership = await newPartnership(database, { slug: 'sample' })
  app = (await newTestApp([editionRoutes(), writeRoutes()], { database })).app
  const roles = ['commissioner'] as const
  aila = await signedInAs(database, { partnership: partnership.id, roles, name: 'Aila Example' })
  bob = await signedInAs(database, { partnership: partnership.id, roles, name: 'Bob Example' })
})
afterAll(() => database?.close())

const get = async (path: string, who: Somebody = aila) => (await app.request(path, { headers: who.headers })).text()

const post = (path: string, fields: readonly Field[], who: Somebody = aila) =>
  app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })

const paragraph = (text: string, id: Id = newId()): Block => ({ id, kind: 'paragraph', text, cited: null })
const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => paragraph(`Paragraph ${at}`))

const write = (section: SectionSlug, base: number, blocks: readonly Block[], who: Somebody = aila) =>
  post(
    `/sample/write/${section}`,
    [...fieldsOf({ base, next: newId(), blocks: blocks.map(formBlockOf), removed: [], citing: null }), ['do', 'save']],
    who,
  )

const textsOf = async (section: SectionSlug) =>
  asActor(database, aila.actor, async (db) => (await sectionDraft(db, partnership.id, section)).blocks.map(blockText))

const publish = async (page: string, title: string, who: Somebody = aila) => {
  const shown = [...page.matchAll(/<input type="hidden" name="(number|words)" value="([^"]*)"/g)]
  return post(
    '/sample/write/publish',
    [...shown.map(([, name = '', value = '']): Field => [name, value]), ['title', title], ['summary', '']],
    who,
  )
}

test('words written from a version that is not there any more stand beside what is there', async () => {
  const mine = paragraph('Mine')
  await write('demand', 0, [paragraph('Theirs')], bob)
  expect((await write('demand', 999, [mine])).status).toBe(303)
  expect((await textsOf('demand')).toSorted()).toEqual(['Mine', 'Theirs'])
  const changed = await write('demand', 999, [{ ...mine, text: 'Mine, otherwise' } as Block])
  expect(changed.status).toBe(409)
  expect(await changed.text()).toContain('Save what I chose')
})

test('what is too much only together with another’s words comes back whole', async () => {
  await write('supply', 0, paragraphs(120), bob)
  const mine = [...paragraphs(119), paragraph('The last of mine')]
  const refused = await write('supply', 0, mine)
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Together with what others have saved, this is too much. The section has 240 blocks')
  expect(html).toContain('The last of mine</textarea>')
  expect((await textsOf('supply')).length).toBe(120)
})

test('a person with two windows open is told that the other words are their own', async () => {
  const one = paragraph('The same')
  await write('gaps', 0, [one])
  await write('gaps', 1, [{ ...one, text: 'From one window' } as Block])
  const conflict = await (await write('gaps', 1, [{ ...one, text: 'From the other' } as Block])).text()
  expect(conflict).toContain('You changed the same words in another window')
})

test('words that were saved after the page of publishing was opened are not published unseen', async () => {
  await write('finance', 0, [paragraph('Looked at.')])
  const page = await get('/sample/write/publish')
  await write('finance', 1, [paragraph('Half a sentence that')], bob)
  const refused = await publish(page, 'Winter')
  expect(refused.status).toBe(409)
  const told = await refused.text()
  expect(told).toContain('The section “Money” was saved after you opened this page.')
  expect(told).toContain('value="Winter"')
  expect((await asActor(database, aila.actor, (db) => editionsOf(db, partnership.id))).editions).toEqual([])
  expect((await publish(told, 'Winter')).headers.get('location')).toBe('/sample/editions/1?published')
})

test('invisible characters in the words about an edition are left out, and do not stop it', async () => {
  await write('about', 0, [paragraph('New.')])
  const published = await publish(await get('/sample/write/publish'), 'Spring\0 \u000b2027\uffff')
  expect(published.status).toBe(303)
  expect(await get('/sample/editions/feed.atom')).toContain('Edition 2: Spring 2027]]>')
})

test('a preview of a draft does not say that its words are those of an edition', async () => {
  await write('finance', 2, [paragraph('Not published.')])
  const preview = await get('/sample/write/finance/preview')
  expect(preview).toContain('Not published.')
  expect(preview).not.toContain('Words of <a')
  expect(await get('/sample/write/preview')).not.toContain('/editions/2/print')
})

test('a line break of a word processor parts words', async () => {
  const id = newId()
  const fields = fieldsOf({
    base: 0,
    next: newId(),
    blocks: [formBlockOf(paragraph('One\u000bline, non\u001ebreaking', id))],
    removed: [],
    citing: null,
  })
  await post('/sample/write/workforce', [...fields, ['do', 'save']])
  expect(await textsOf('workforce')).toEqual(['One line, non\u2011breaking'])
})
