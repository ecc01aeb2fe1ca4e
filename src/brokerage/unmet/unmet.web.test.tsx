import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { addDays, londonDate } from '../../core/values/index.ts'
import { working } from '../commands/work.ts'
import { tellSpell } from './commands/tell-spell.ts'
import { spellsOfPackage } from './queries/spells.ts'
import { unmetRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let broker: Somebody
let officer: Somebody
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  app = (await newTestApp([unmetRoutes()], { database, clock: { now: () => monday } })).app
  const { id: partnership } = world.partnership
  broker = await signedInAs(database, { partnership, roles: ['broker'], at: monday })
  officer = await signedInAs(database, { partnership, roles: ['contracts-officer'], at: monday })
})
afterAll(() => database.close())

const today = londonDate(monday)
const at = (path = '') => `/${world.partnership.slug}/unmet${path}`
const get = async (path: string, who = broker) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, text: await response.text() }
}
const post = async (path: string, fields: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await app.request(path, { method: 'POST', headers: broker.headers, body })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}
const dated = (name: string, day: string) => ({
  [`${name}-day`]: String(Number(day.slice(8))),
  [`${name}-month`]: String(Number(day.slice(5, 7))),
  [`${name}-year`]: day.slice(0, 4),
})

async function waiting() {
  const asked = await world.askPackage()
  const { partnership, system: actor } = world
  await world.act((db) =>
    working({ db, partnershipId: partnership.id, actor, at: monday }, (work) => tellSpell(work, asked.id)),
  )
  const [spell] = await world.act((db) => spellsOfPackage(db, partnership.id, asked.id))
  if (!spell) throw new Error('Nobody waits.')
  return { asked, spell, path: at(`/spells/${spell.id}`) }
}
const standing = async (packageId: Parameters<typeof spellsOfPackage>[2]) =>
  world.act((db) => spellsOfPackage(db, world.partnership.id, packageId))

test('who waits stands in the register, and what is recorded of them holds from its day', async () => {
  const { asked, spell, path } = await waiting()
  expect((await get(at())).text).toContain(asked.reference)
  const form = await get(path)
  expect(form.text).toContain('waits for 7 hours a week')
  const known = { interim: 'family', harm: 'low', choice: 'yes', ...dated('from', today) }
  const done = await post(path, { ...known, ...dated('review', addDays(today, 7)) })
  expect(done).toMatchObject({ status: 303, to: at('?done=recorded') })
  expect((await get(at('?done=recorded'))).text).toContain('What is known is recorded')
  expect(await standing(asked.id)).toMatchObject([
    { id: spell.id, pieces: [{ interim: 'family', harm: 'low', reason: 'choice', reviewOn: addDays(today, 7) }] },
  ])
  // Taken back, the reason is again what providers said.
  await post(path, { ...known, choice: '', ...dated('review', addDays(today, 7)) })
  expect(await standing(asked.id)).toMatchObject([{ pieces: [{ interim: 'family', reason: 'being-arranged' }] }])
})

test('what can’t be is refused in a sentence, with everything that was typed, and nothing changes', async () => {
  const { asked, path } = await waiting()
  const known = { interim: 'family', harm: 'low' }
  const before = await standing(asked.id)
  const sent = async (fields: Record<string, string>, sentence: string) => {
    const back = await post(path, fields)
    expect(back.status).toBe(422)
    expect(back.text).toContain(sentence)
    expect(back.text).toMatch(/<title>Error: /)
  }
  await sent({ ...known, ...dated('from', addDays(today, -30)) }, 'The day must not be before the waiting began')
  await sent({ ...known, ...dated('from', addDays(today, 2)) }, 'The day must not be in the future')
  await sent({ ...known, ...dated('from', today), ...dated('review', addDays(today, -1)) }, 'must not be in the past')
  await sent({ ...known, interim: 'somebody', ...dated('from', today) }, 'Choose who helps meanwhile')
  await sent({ ...known, ...dated('from', '2026-02-31') }, 'must be a real date')
  expect(await standing(asked.id)).toEqual(before)
})

test('care not as wanted is recorded once, apart from who waits, and ends when it is as wanted', async () => {
  const { asked } = await waiting()
  const path = at(`/preferences/${asked.reference}`)
  expect((await get(path)).status).toBe(200)
  const fields = { preference: 'language', reason: 'skill', ...dated('since', today) }
  expect((await post(path, { ...fields, preference: '' })).text).toContain('Choose what is otherwise than wanted')
  expect((await post(path, { ...fields, ...dated('since', '2026-01-01') })).status).toBe(422)
  expect(await post(path, fields)).toMatchObject({ status: 303 })
  expect((await post(path, fields)).text).toContain('It is recorded already')
  const preference = (await standing(asked.id)).find(({ kind }) => kind === 'preference')
  expect(preference).toMatchObject({ preference: 'language', endedOn: null, pieces: [{ reason: 'skill' }] })
  expect((await get(at('?kind=preference'))).text).toContain('not as wanted: language')
  expect(await post(at(`/spells/${preference?.id}/end`), {})).toMatchObject({ status: 303 })
  expect((await standing(asked.id)).find(({ kind }) => kind === 'preference')).toMatchObject({ endedOn: today })
})

test('the register takes few queries however it is narrowed, and others have no way in', async () => {
  for (const query of ['', '?reason=skill', '?ended=yes', '?origin=hospital&page=2', '?page=-1&kind=nothing']) {
    const { result, queries } = await countingQueries(() => get(at(query)))
    expect(result.status).toBe(200)
    expect(queries).toBeLessThanOrEqual(12)
  }
  expect((await get(at(), officer)).status).toBe(403)
  expect((await get(at('/spells/018f0000-0000-7000-8000-000000000000'))).status).toBe(404)
  expect((await get(at('/spells/nothing'))).status).toBe(404)
  expect((await get(at('/preferences/TST-PKG-99999'))).status).toBe(404)
})
