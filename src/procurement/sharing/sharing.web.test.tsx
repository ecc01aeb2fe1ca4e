import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { copyShared, type SharedWorld, sharedWorld } from '../../../test/support/shared-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { partnershipById } from '../../core/auth/partnership.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { prepareJobs } from '../../core/jobs/index.ts'
import { contractRegisterRoutes } from '../register/routes.tsx'
import { copySharedJob } from './jobs.ts'
import { sharingRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let w: SharedWorld
let officer: Somebody
let partner: { readonly slug: string; readonly title: string }

beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [copySharedJob])
  w = await sharedWorld(database)
  await w.share()
  await copyShared(w, 2)
  partner = await asActor(database, systemActor(w.partner.id), (db) => partnershipById(db, w.partner.id))
  app = (await newTestApp([sharingRoutes(), contractRegisterRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: w.partnership.id, roles: ['contracts-officer'] })
})
afterAll(() => database?.close())

const shares = () => `/${w.partnership.slug}/contracts/${w.original.reference}/share`
const withdrawal = () => `${shares()}/${partner.slug}/withdraw`

const ask = async (path: string, who: Somebody = officer, body?: Record<string, string>) => {
  const sent = body && { method: 'POST', body: new URLSearchParams(body) }
  const response = await app.request(path, { headers: who.headers, ...sent })
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}

const day = (year: string) => ({ 'until-day': '1', 'until-month': '7', 'until-year': year })

test('the lead withdraws a share from a day with a reason; a mistake keeps what was typed', async () => {
  const shown = await ask(shares())
  expect(shown.html).toContain(`shared with ${partner.title}`)
  expect(shown.html).toContain(withdrawal())
  expect((await ask(withdrawal())).html).toContain(`Withdraw the share of ${partner.title}`)
  const empty = await ask(withdrawal(), officer, { ...day('2126'), reason: '' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('Enter the reason')
  expect(empty.html).toContain('value="2126"')
  const past = await ask(withdrawal(), officer, { ...day('2020'), reason: 'It buys for itself' })
  expect(past.status).toBe(422)
  expect(past.html).toContain('Error: ')
  expect(past.html).toContain('It buys for itself')
  const done = await ask(withdrawal(), officer, { ...day('2126'), reason: 'It buys for itself' })
  expect([done.status, done.location]).toEqual([303, `${shares()}?done=withdrawn`])
  const after = await ask(done.location ?? '')
  expect(after.html).toContain('The share is withdrawn.')
  expect(after.html).toContain('30 June 2126')
  expect(after.html).toContain('Change the end')
})

test('the partner reads on its copy that its part ends and why, and cannot withdraw anything', async () => {
  await copyShared(w, 9)
  const copy = await w.read(w.partner.id)
  const theirs = await signedInAs(database, { partnership: w.partner.id, roles: ['contracts-officer'] })
  const words = 'shared with you until 30 June 2126. Reason: It buys for itself'
  const own = `/${partner.slug}/contracts/${copy?.reference}`
  expect((await ask(own, theirs)).html).toContain(words)
  expect((await ask(`${own}/share`, theirs)).html).toContain(words)
  expect((await ask(`${own}/share/${w.partnership.slug}/withdraw`, theirs)).status).toBe(404)
  const broker = await signedInAs(database, { partnership: w.partnership.id, roles: ['broker'] })
  expect((await ask(withdrawal(), broker)).status).toBe(403)
  expect((await ask(`${shares()}/nobody/withdraw`)).status).toBe(404)
})
