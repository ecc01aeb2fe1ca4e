import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract } from '../../../test/support/sample-contract.ts'
import type { Actor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Change } from '../change.ts'
import { askChange } from './commands/ask-change.ts'

/** Changes on top of changes that are known for later: what an officer's year really looks like. */
let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

type World = Awaited<ReturnType<typeof awardedContract>>

const later = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 9, minutes))
const lotOf = (contract: World['contract']) => {
  const [lot] = contract.lots
  if (!lot) throw new Error('No lot.')
  return lot
}
const placeOf = (world: World, organisationId: Id): Id =>
  lotOf(world.contract).standings.find((one) => one.organisationId === organisationId)?.lotProviderId ?? ''

async function ask(world: World, change: Change, on: string, actor: Actor = world.commissioner) {
  const { version } = await world.now()
  return asActor(database, actor, (db) =>
    askChange(db, actor, {
      partnership: world.partnership,
      contractId: world.contract.id,
      asked: { change, effectiveOn: on, reason: 'Agreed', documentId: null, baseVersion: version },
      at: later(version),
    }),
  )
}

test('a lead that is to rest later changes places with the fallback all the same', async () => {
  const world = await awardedContract(database)
  const { lead, fallback } = world
  const rest: Change = { kind: 'suspension', lotProviderId: placeOf(world, lead.id), until: '2026-10-01' }
  expect(await ask(world, rest, '2026-09-01')).toMatchObject({ outcome: 'applied' })
  const promoted: Change = { kind: 'standing', lotProviderId: placeOf(world, fallback.id), role: 'lead', rank: 1 }
  expect(await ask(world, promoted, '2026-07-01')).toMatchObject({ outcome: 'applied' })
  const { standings } = lotOf(await world.now())
  const told = standings
    .filter(({ until }) => until === null || until > '2026-07-01')
    .map(({ organisation, role, rank, state, from }) => [organisation, role, rank, state, from])
  expect(told).toEqual([
    [fallback.name, 'lead', 1, 'active', '2026-07-01'],
    [lead.name, 'fallback', 2, 'active', '2026-07-01'],
    [lead.name, 'fallback', 2, 'suspended', '2026-09-01'],
    [lead.name, 'fallback', 2, 'active', '2026-10-01'],
  ])
})
