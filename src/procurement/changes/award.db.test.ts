import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import {
  awardedContract,
  newProvider,
  sampleAward,
  sampleDetail,
  sampleLot,
  sampleRate,
} from '../../../test/support/sample-contract.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { suspendProvider } from '../../providers/index.ts'
import { procurement } from '../schema/index.ts'
import { approveChange } from './commands/approve-change.ts'
import { awardContract } from './commands/award-contract.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

type World = Awaited<ReturnType<typeof awardedContract>>

const later = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 9, minutes))
const award = (world: World, actor: Actor, over: Partial<Parameters<typeof awardContract>[2]>) =>
  asActor(database, actor, (db) =>
    awardContract(db, actor, {
      partnership: world.partnership,
      award: sampleAward([sampleLot([world.lead.id])]),
      effectiveOn: '2026-04-01',
      reason: 'Tender',
      through: 'award',
      at: later(0),
      ...over,
    }),
  )
const decideOn = (world: World, actor: Actor, changeId: Id, seenVersion?: number) =>
  asActor(database, actor, (db) =>
    approveChange(db, actor, { partnership: world.partnership, changeId, words: 'Agreed', seenVersion, at: later(30) }),
  )
const counted = (world: World, table: 'contract' | 'contract_change') =>
  asActor(database, systemActor(world.partnership.id), async (db) => {
    const rows = await procurement(db)
      .selectFrom(table)
      .select('id')
      .where('partnership_id', '=', world.partnership.id)
      .execute()
    return rows.length
  })
const lotOf = (contract: World['contract']) => {
  const [lot] = contract.lots
  if (!lot) throw new Error('No lot.')
  return lot
}

test('an award writes the whole contract', async () => {
  const { contract, lead, fallback } = await awardedContract(database)
  expect(contract).toMatchObject({ version: 1, stage: 'awarded', published: true, detail: sampleDetail })
  expect(contract.terms).toEqual([
    { from: '2025-04-01', until: '2028-04-01', state: 'agreed', origin: 'initial', optionId: null },
  ])
  expect(contract.options.map(({ decision }) => decision)).toEqual(['open', 'open'])
  expect(lotOf(contract)).toMatchObject({ number: '1', needsLead: true, capped: true, registered: true })
  expect(lotOf(contract).areas).toEqual(['S12000040'])
  expect(lotOf(contract).standings.map(({ organisation, role, rank }) => [organisation, role, rank])).toEqual([
    [lead.name, 'lead', 1],
    [fallback.name, 'fallback', 2],
  ])
  expect(lotOf(contract).rateLines.map(({ rates }) => rates)).toEqual([
    [{ from: '2025-04-01', until: null, pence: 2100 }],
    [{ from: '2025-04-01', until: null, pence: 2150 }],
  ])
})

test('a refused award writes nothing, and says which part of it is wrong', async () => {
  const world = await awardedContract(database)
  const { commissioner, lead, fallback } = world
  const stranger = await newProvider(database, { registered: false })
  const refusals = [
    [{ lots: [sampleLot([lead.id, stranger.id])] }, 'unregistered', 'lots.0.standings.1'],
    [{ lots: [sampleLot([])] }, 'lot-without-lead', 'lots.0'],
    [{ lots: [sampleLot([lead.id]), sampleLot([lead.id])] }, 'lot-number-twice', 'lots.1'],
    [{ lots: [sampleLot([lead.id, lead.id])] }, 'already-in-the-lot', 'lots.0.standings.1'],
    [{ lots: [sampleLot([lead.id], { rates: [sampleRate(lead.id, 2501)] })] }, 'rate-above-cap', 'lots.0.rates.0'],
    [{ lots: [sampleLot([lead.id], { rates: [sampleRate(fallback.id, 2200)] })] }, 'price-of-nobody', 'lots.0.rates.0'],
    [{ term: { from: '2026-04-01', until: '2026-04-01' } }, 'backwards', 'term'],
    [{ term: { from: '2026-04-01', until: '2028-06-01' } }, 'overlap', 'options.0'],
    [{ term: { from: '2026-04-01', until: '2028-01-01' } }, 'leaves-a-gap', 'options.0'],
    [{ detail: { ...sampleDetail, kind: 'call-off' } }, 'no-framework', 'nationalFramework'],
    [{ detail: { ...sampleDetail, title: ' ' } }, 'no-title', 'title'],
  ] as const
  for (const [over, because, field] of refusals) {
    const asked = { ...sampleAward([sampleLot([lead.id])]), ...over }
    expect(await award(world, commissioner, { award: asked })).toMatchObject({ outcome: 'refused', because, field })
  }
  const imported = await award(world, commissioner, { through: 'import' })
  expect(imported).toMatchObject({ outcome: 'refused', because: 'not-yours-to-import' })
  expect(await counted(world, 'contract')).toBe(1)
})

test('nobody who is suspended is awarded a lot, and an importer cannot do it either', async () => {
  const world = await awardedContract(database)
  const { commissioner, partnership, other } = world
  await asActor(database, commissioner, (db) =>
    suspendProvider(db, commissioner, {
      partnershipId: partnership.id,
      organisationId: other.id,
      from: '2026-05-01',
      until: null,
      reason: 'Concerns',
      at: later(0),
    }),
  )
  const asked = { award: sampleAward([sampleLot([other.id])]), at: later(5) }
  expect(await award(world, commissioner, asked)).toMatchObject({ because: 'suspended' })
  const system = systemActor(partnership.id)
  expect(await award(world, system, { ...asked, through: 'import' })).toMatchObject({ because: 'suspended' })
})

test('an imported contract may be in the middle of its life, and who is not in the register stands unconfirmed', async () => {
  const world = await awardedContract(database)
  const stranger = await newProvider(database, { registered: false })
  const [lot] = [sampleLot([world.lead.id, stranger.id], { rates: [], caps: [] })]
  const standings = lot.standings.map((one, index) => ({ ...one, ...(index === 0 ? { until: '2027-04-01' } : {}) }))
  const imported = await award(world, systemActor(world.partnership.id), {
    through: 'import',
    award: { ...sampleAward([{ ...lot, needsLead: false, standings }]), extendedUntil: '2029-10-01' },
  })
  if (imported.outcome !== 'applied') throw new Error(JSON.stringify(imported))
  const contract = await world.now.of(imported.contractId)
  expect(contract.terms.map(({ from, until, origin }) => [from, until, origin])).toEqual([
    ['2025-04-01', '2028-04-01', 'initial'],
    ['2028-04-01', '2029-04-01', 'extension'],
    ['2029-04-01', '2029-10-01', 'extension'],
  ])
  expect(contract.options.map(({ decision }) => decision)).toEqual(['taken', 'taken'])
  expect(lotOf(contract).standings.map(({ state, until }) => [state, until])).toEqual([
    ['active', '2027-04-01'],
    ['left', null],
    ['unconfirmed', null],
  ])
})

test('a proposed award stands as a draft until it is approved', async () => {
  const world = await awardedContract(database)
  const proposed = await award(world, world.officer, {})
  if (proposed.outcome !== 'proposed') throw new Error(JSON.stringify(proposed))
  expect(await world.now.of(proposed.contractId).catch(() => undefined)).toBeUndefined()
  expect(await decideOn(world, world.officer, proposed.changeId)).toMatchObject({ because: 'above-authority' })
  expect(await decideOn(world, world.commissioner, proposed.changeId)).toMatchObject({ outcome: 'applied', version: 1 })
  expect(await world.now.of(proposed.contractId)).toMatchObject({ stage: 'awarded', version: 1 })
})

test('a provider reads its own contract and price and no competitor’s; the public reads a published one without prices', async () => {
  const world = await awardedContract(database)
  const read = (actor: Actor, table: 'contract' | 'contract_term' | 'rate' | 'rate_line' | 'standing') =>
    asActor(database, actor, async (db) => {
      const rows = await procurement(db)
        .selectFrom(table)
        .select('id')
        .where('partnership_id', '=', world.partnership.id)
        .execute()
      return rows.length
    })
  const provider = (organisationId: Id): Actor => ({
    kind: 'provider',
    accountId: organisationId,
    organisationId,
    roles: ['provider'],
  })
  expect(await read(provider(world.lead.id), 'rate')).toBe(1)
  expect(await read(provider(world.lead.id), 'standing')).toBe(1)
  expect(await read(provider(world.lead.id), 'contract')).toBe(1)
  expect(await read(provider(world.other.id), 'rate_line')).toBe(0)
  expect([await read(publicActor, 'contract'), await read(publicActor, 'contract_term')]).toEqual([1, 1])
  expect([await read(publicActor, 'rate'), await read(publicActor, 'standing')]).toEqual([0, 0])
})
