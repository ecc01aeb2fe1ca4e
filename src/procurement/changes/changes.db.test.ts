import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import {
  awardedAt,
  awardedContract,
  newProvider,
  sampleAward,
  sampleDetail,
  sampleLot,
  sampleRate,
  staffOf,
} from '../../../test/support/sample-contract.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { suspendProvider } from '../../providers/index.ts'
import type { Change } from '../change.ts'
import { procurement } from '../schema/index.ts'
import { approveChange } from './commands/approve-change.ts'
import { askChange } from './commands/ask-change.ts'
import { awardContract } from './commands/award-contract.ts'
import { declineChange } from './commands/decline-change.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

type World = Awaited<ReturnType<typeof awardedContract>>

const later = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 9, minutes))
const ask = (world: World, actor: Actor, change: Change, over: { on?: string; version?: number; at?: Date } = {}) =>
  asActor(database, actor, (db) =>
    askChange(db, actor, {
      partnership: world.partnership,
      contractId: world.contract.id,
      asked: {
        change,
        effectiveOn: over.on ?? '2026-06-01',
        reason: 'Agreed by the board',
        documentId: null,
        baseVersion: over.version ?? world.contract.version,
      },
      at: over.at ?? later(0),
    }),
  )
const decideOn = (world: World, actor: Actor, changeId: Id, seenVersion?: number) =>
  asActor(database, actor, (db) =>
    approveChange(db, actor, { partnership: world.partnership, changeId, words: 'Agreed', seenVersion, at: later(30) }),
  )
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
const counted = (world: World, table: 'contract' | 'contract_change') =>
  asActor(database, systemActor(world.partnership.id), async (db) => {
    const rows = await procurement(db)
      .selectFrom(table)
      .select('id')
      .where('partnership_id', '=', world.partnership.id)
      .execute()
    return rows.length
  })
const first = (world: World, index = 0): Id => world.contract.options[index]?.id ?? ''
const lotOf = (contract: World['contract']) => {
  const [lot] = contract.lots
  if (!lot) throw new Error('No lot.')
  return lot
}
const extension = (world: World): Change => ({ kind: 'extension', optionId: first(world) })

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
  const transfer: Change = { kind: 'transfer', fromOrganisationId: world.lead.id, toOrganisationId: other.id }
  expect(await ask(world, commissioner, transfer, { at: later(5) })).toMatchObject({ because: 'suspended' })
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

test('what an officer’s role may not approve waits for someone whose role may', async () => {
  const world = await awardedContract(database)
  const { officer, commissioner, partnership } = world
  const proposed = await ask(world, officer, extension(world))
  expect(proposed).toMatchObject({
    outcome: 'proposed',
    worth: { pence: 1_000_000_00, known: true },
    approvers: ['commissioner'],
  })
  if (proposed.outcome !== 'proposed') throw new Error('Not proposed.')
  expect((await world.now()).terms).toHaveLength(1)
  const refused = await decideOn(world, officer, proposed.changeId)
  expect(refused).toMatchObject({ outcome: 'refused', because: 'above-authority' })
  expect(refused.outcome === 'refused' && refused.sentence).toBe(
    'Your role may not approve this. It commits £1,000,000; that is for: commissioner.',
  )
  expect(await decideOn(world, commissioner, proposed.changeId)).toMatchObject({ outcome: 'applied', version: 2 })
  expect((await world.now()).terms).toHaveLength(2)
  expect(await decideOn(world, commissioner, proposed.changeId)).toMatchObject({ because: 'already-decided' })
  const decline = (words: string) =>
    asActor(database, commissioner, (db) =>
      declineChange(db, commissioner, { partnership, changeId: proposed.changeId, words, at: later(40) }),
    )
  expect(await decline('Too late')).toMatchObject({ because: 'already-decided' })
  expect(await decline(' ')).toMatchObject({ because: 'no-reason' })
})

test('a declined change changes nothing, and one whose contract moved on is decided on what stands now', async () => {
  const world = await awardedContract(database)
  const { officer, commissioner, partnership } = world
  const [one, two] = [await ask(world, officer, extension(world)), await ask(world, officer, extension(world))]
  if (one.outcome !== 'proposed' || two.outcome !== 'proposed') throw new Error('Not proposed.')
  await asActor(database, commissioner, (db) =>
    declineChange(db, commissioner, { partnership, changeId: one.changeId, words: 'Not yet', at: later(1) }),
  )
  expect((await world.now()).version).toBe(1)
  const renamed: Change = {
    kind: 'variation',
    detail: { ...sampleDetail, title: 'Care in the home' },
    extendUntil: null,
  }
  expect(await ask(world, commissioner, renamed)).toMatchObject({ outcome: 'applied', version: 2 })
  const stale = await decideOn(world, commissioner, two.changeId)
  expect(stale).toMatchObject({ outcome: 'conflict', contract: { version: 2, detail: { title: 'Care in the home' } } })
  expect(await decideOn(world, commissioner, two.changeId, 2)).toMatchObject({ outcome: 'applied', version: 3 })
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

test('what is worth nobody knows how much is approved only by who may approve most', async () => {
  const unknown = { detail: { ...sampleDetail, yearlyPence: null, yearlyBasis: null } }
  const world = await awardedContract(database, unknown)
  expect(await ask(world, world.officer, extension(world))).toMatchObject({
    outcome: 'proposed',
    worth: { known: false },
    approvers: ['commissioner'],
  })
})

test('of two officers who change one contract, the second is shown what the first made of it', async () => {
  const world = await awardedContract(database)
  const officers = [staffOf(world.partnership, 'commissioner'), staffOf(world.partnership, 'commissioner')]
  const titles = ['Care at home, north', 'Care at home, south']
  const outcomes = await Promise.all(
    officers.map((actor, index) =>
      ask(world, actor, {
        kind: 'variation',
        detail: { ...sampleDetail, title: titles[index] ?? '' },
        extendUntil: null,
      }),
    ),
  )
  const won = outcomes.findIndex(({ outcome }) => outcome === 'applied')
  expect(outcomes[won]).toMatchObject({ outcome: 'applied', version: 2 })
  expect(outcomes[1 - won]).toMatchObject({
    outcome: 'conflict',
    contract: { version: 2, detail: { title: titles[won] } },
  })
  expect(await world.now()).toMatchObject({ version: 2, detail: { title: titles[won] } })
  expect(await counted(world, 'contract_change')).toBe(2)
})

test('twenty who change one contract at once make one version, and the ledger still holds', async () => {
  const world = await awardedContract(database)
  const lot = lotOf(world.contract)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      ask(world, staffOf(world.partnership, 'commissioner'), {
        kind: 'rates',
        lotId: lot.id,
        caps: [],
        rates: [sampleRate(world.lead.id, 2200 + index)],
      }),
    ),
  )
  expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19)
  const rates = lotOf(await world.now()).rateLines.find((line) => line.organisationId === world.lead.id)?.rates
  expect(rates).toHaveLength(2)
  const verified = await asActor(database, systemActor(world.partnership.id), (db) =>
    verifyLedger(db, world.partnership.id),
  )
  expect(verified).toEqual({ ok: true, entries: 2, erased: 0 })
})

test('a contract is extended, its provider transferred, its prices raised, and read as it was known before each', async () => {
  const world = await awardedContract(database)
  const { commissioner, lead, other } = world
  const lot = lotOf(world.contract)
  const steps: [Change, string][] = [
    [extension(world), '2026-05-01'],
    [{ kind: 'transfer', fromOrganisationId: lead.id, toOrganisationId: other.id }, '2026-07-01'],
    [{ kind: 'rates', lotId: lot.id, caps: [], rates: [sampleRate(other.id, 2400)] }, '2026-10-01'],
    [{ kind: 'suspension', lotProviderId: lot.standings[1]?.lotProviderId ?? '', until: '2026-09-01' }, '2026-08-01'],
  ]
  for (const [index, [change, on]] of steps.entries())
    expect(await ask(world, commissioner, change, { on, version: index + 1, at: later(index) })).toMatchObject({
      outcome: 'applied',
      version: index + 2,
    })
  const contract = await world.now()
  const standings = lotOf(contract).standings.map((one) => [one.organisation, one.role, one.rank, one.state, one.from])
  expect(standings.filter(([name]) => name !== world.fallback.name)).toEqual([
    [lead.name, 'lead', 1, 'active', '2025-04-01'],
    [lead.name, 'lead', 1, 'left', '2026-07-01'],
    [other.name, 'lead', 1, 'active', '2026-07-01'],
  ])
  expect(
    standings.filter(([name]) => name === world.fallback.name).map(([, , , state, from]) => [state, from]),
  ).toEqual([
    ['active', '2025-04-01'],
    ['suspended', '2026-08-01'],
    ['active', '2026-09-01'],
  ])
  expect(lotOf(contract).rateLines.find((line) => line.organisationId === other.id)?.rates).toEqual([
    { from: '2026-07-01', until: '2026-10-01', pence: 2100 },
    { from: '2026-10-01', until: null, pence: 2400 },
  ])
  const before = await world.now(awardedAt)
  expect(before).toMatchObject({ terms: world.contract.terms, options: world.contract.options })
  expect(lotOf(before).standings).toEqual(lotOf(world.contract).standings)
  const priced = lotOf(before).rateLines.filter(({ rates }) => rates.length > 0)
  expect(priced).toEqual(lotOf(world.contract).rateLines)
})

test('a changed title is carried into what is already known for later', async () => {
  const world = await awardedContract(database)
  const vary = (over: object, on: string, version: number) =>
    ask(
      world,
      world.commissioner,
      { kind: 'variation', detail: { ...sampleDetail, ...over }, extendUntil: null },
      {
        on,
        version,
        at: later(version),
      },
    )
  expect(await vary({ monitoring: 'Every month' }, '2027-04-01', 1)).toMatchObject({ outcome: 'applied' })
  expect(await vary({ title: 'Care in the home' }, '2026-09-01', 2)).toMatchObject({ outcome: 'applied' })
  expect((await world.now.on('2026-10-01')).detail).toMatchObject({
    title: 'Care in the home',
    monitoring: 'Every three months',
  })
  expect((await world.now.on('2027-05-01')).detail).toMatchObject({
    title: 'Care in the home',
    monitoring: 'Every month',
  })
})

test('a provider reads its own contract and price and no competitor’s; the public reads a published one without prices', async () => {
  const world = await awardedContract(database)
  const read = (actor: Actor, table: 'contract' | 'contract_term' | 'rate' | 'rate_line' | 'standing') =>
    asActor(database, actor, async (db: Db) => {
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

test('another partnership’s contract is not found', async () => {
  const [mine, theirs] = [await awardedContract(database), await awardedContract(database)]
  const reach = ask({ ...mine, contract: theirs.contract }, mine.commissioner, extension(theirs))
  await expect(reach).rejects.toMatchObject({ kind: 'not-found' })
})
