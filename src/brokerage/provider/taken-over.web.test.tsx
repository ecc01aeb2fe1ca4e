import { expect, test } from 'vitest'
import { minutesOn, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { placedCare } from '../../../test/support/placed-care.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import type { Id } from '../../core/values/index.ts'
import { transferPlacement } from '../placements/commands/transfer-placement.ts'
import { turnDays } from '../placements/commands/turn-days.ts'
import { providerBrokerageRoutes } from './routes.ts'

const secrets = ['Example Person', 'Example Street', 'EH47 0ZZ', 'A neighbour', 'A dog']

test('whoever takes care over reads who it is for from its placement, without an offer; each loses it once its own is over', async () => {
  const database = await openNew()
  const world = await newBrokerage(database)
  const care = placedCare(world)
  let now = minutesOn(60)
  const { app } = await newTestApp([providerBrokerageRoutes()], { database, clock: { now: () => now } })
  const get = async ({ id }: { readonly id: Id }, path: string) => {
    const acts = { organisation: id, roles: ['provider'] as const, grantedBy: world.partnership.id, at: now }
    const response = await app.request(path, { headers: (await signedInAs(database, acts)).headers })
    return { status: response.status, text: await response.text() }
  }
  const { of } = await care.begun()
  const take = async (index: number, to: { readonly id: Id }, on: string) => {
    const asked = { partnershipId: care.partnershipId, toId: to.id, on, reason: 'merger' as const, at: now }
    const placementId = (await care.courses(of.id))[index]?.id ?? ''
    const outcome = await care.broker((db, actor) =>
      transferPlacement(db, actor, { ...asked, placementId, approvedBy: 'Example Manager' }),
    )
    expect(outcome).toEqual({ outcome: 'done' })
  }
  const [next, last] = world.fallbacks
  await take(0, next, '2026-12-01')
  const [old, taken] = await care.courses(of.id)
  const pathOf = (reference: string | undefined) =>
    `/provider/placements/${world.partnership.slug}/${reference ?? 'none'}`
  const told = async (who: { readonly id: Id }, reference: string | undefined) => {
    const { status, text } = await get(who, pathOf(reference))
    expect(status).toBe(200)
    return secrets.filter((secret) => text.includes(secret))
  }
  expect(await told(next, taken?.reference)).toEqual(secrets)
  expect(await told(world.lead, old?.reference)).toEqual(secrets)
  expect((await get(next, pathOf(taken?.reference))).text).not.toContain('because you accepted')
  expect((await get(next, '/provider/placements')).text).toContain('Example Person')
  expect((await get(last, pathOf(taken?.reference))).status).toBe(404)
  // The day has come: before the product has written so, and after.
  now = new Date('2026-12-01T10:00:00Z')
  expect(await told(world.lead, old?.reference)).toEqual([])
  await turnDays(database, now, care.partnershipId)
  expect(await told(world.lead, old?.reference)).toEqual([])
  expect(await told(next, taken?.reference)).toEqual(secrets)
  // Back to the first: what it reads, it reads of the new placement only.
  await take(1, world.lead, '2026-12-08')
  const back = (await care.courses(of.id)).find(
    ({ organisationId, state }) => organisationId === world.lead.id && state === 'agreed',
  )
  expect(await told(world.lead, back?.reference)).toEqual(secrets)
  expect(await told(world.lead, old?.reference)).toEqual([])
  await database.close()
})
