import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedAt, awardedContract, newProvider, sampleRate } from '../../../test/support/sample-contract.ts'
import { type Actor, type Partnership, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { awardGate, suspendProvider } from '../../providers/index.ts'
import type { Change } from '../change.ts'
import { delegate } from '../planning/commands/delegate.ts'
import { type LotsQuestion, lotsFor } from '../queries/lots.ts'
import { applyRound } from '../uplifts/commands/apply-round.ts'
import { draftRound } from '../uplifts/commands/draft-round.ts'
import { draftContent } from '../uplifts/queries/round-content.ts'
import { upliftRound } from '../uplifts/queries/rounds.ts'
import { approveChange } from './commands/approve-change.ts'
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

const offers = (world: World, on: string, over: Partial<LotsQuestion> = {}) =>
  asActor(database, systemActor(world.partnership.id), (db) =>
    lotsFor(db, {
      partnershipId: world.partnership.id,
      serviceType: 'care-at-home',
      area: 'S12000040',
      on,
      ...over,
    }),
  )
const names = async (...asked: Parameters<typeof offers>) =>
  (await offers(...asked)).map(({ provider }) => provider.name)
const transfer = (from: Id, to: Id): Change => ({ kind: 'transfer', fromOrganisationId: from, toOrganisationId: to })
const option = (world: World, index = 0): Change => ({
  kind: 'extension',
  optionId: world.contract.options[index]?.id ?? '',
})

test('who is asked turns on the very day, of the term, a joining, a leaving, a rest and an early end', async () => {
  const world = await awardedContract(database)
  const { lead, fallback, other, contract } = world
  const { id: lotId } = lotOf(contract)
  const joins: Change = {
    kind: 'join',
    lotId,
    standing: { organisationId: other.id, role: 'fallback', rank: 3 },
    rates: [],
  }
  const leaves: Change = { kind: 'leave', lotProviderId: placeOf(world, fallback.id), nextLeadId: null }
  const steps: [Change, string][] = [
    [leaves, '2026-10-01'],
    [joins, '2026-08-01'],
    [{ kind: 'suspension', lotProviderId: null, until: '2026-12-01' }, '2026-11-01'],
    [{ kind: 'early-end' }, '2027-06-01'],
  ]
  for (const [change, on] of steps) expect(await ask(world, change, on)).toMatchObject({ outcome: 'applied' })
  for (const [on, told] of [
    ['2025-03-31', []],
    ['2025-04-01', [lead.name, fallback.name]],
    ['2026-07-31', [lead.name, fallback.name]],
    ['2026-08-01', [lead.name, fallback.name, other.name]],
    ['2026-09-30', [lead.name, fallback.name, other.name]],
    ['2026-10-01', [lead.name, other.name]],
    ['2026-10-31', [lead.name, other.name]],
    ['2026-11-01', []],
    ['2026-11-30', []],
    ['2026-12-01', [lead.name, other.name]],
    ['2027-05-31', [lead.name, other.name]],
    ['2027-06-01', []],
  ] as const)
    expect([on, await names(world, on)]).toEqual([on, told])
  // As it was known before any of this.
  expect(await names(world, '2027-06-01', { known: awardedAt })).toEqual([lead.name, fallback.name])
  expect(await names(world, '2026-11-15', { known: later(2) })).toEqual([lead.name, other.name])
})

test('an earlier transfer takes over what was decided for later, and the ledger holds after all of it', async () => {
  const world = await awardedContract(database)
  const { lead, fallback, other } = world
  const leaves: Change = {
    kind: 'leave',
    lotProviderId: placeOf(world, lead.id),
    nextLeadId: placeOf(world, fallback.id),
  }
  expect(await ask(world, leaves, '2027-01-01')).toMatchObject({ outcome: 'applied' })
  expect(await ask(world, transfer(lead.id, other.id), '2026-07-01')).toMatchObject({ outcome: 'applied' })
  const told = async (on: string) => (await offers(world, on)).map(({ provider, role }) => [provider.name, role])
  expect(await told('2026-06-30')).toEqual([
    [lead.name, 'lead'],
    [fallback.name, 'fallback'],
  ])
  expect(await told('2026-12-31')).toEqual([
    [other.name, 'lead'],
    [fallback.name, 'fallback'],
  ])
  expect(await told('2027-01-01')).toEqual([[fallback.name, 'lead']])
  const verified = await asActor(database, systemActor(world.partnership.id), (db) =>
    verifyLedger(db, world.partnership.id),
  )
  expect(verified).toEqual({ ok: true, entries: 3, erased: 0 })
})

test('a place is transferred to nobody who is suspended or unregistered, though the taker stands in the lot', async () => {
  const world = await awardedContract(database)
  const { partnership, commissioner, lead, fallback } = world
  const stranger = await newProvider(database, { registered: false })
  expect(await ask(world, transfer(lead.id, stranger.id), '2026-06-01')).toMatchObject({
    outcome: 'refused',
    because: 'unregistered',
    field: 'toOrganisationId',
  })
  await asActor(database, commissioner, (db) =>
    suspendProvider(db, commissioner, {
      partnershipId: partnership.id,
      organisationId: fallback.id,
      from: '2026-05-01',
      until: null,
      reason: 'Concerns',
      at: later(0),
    }),
  )
  expect(await ask(world, transfer(lead.id, fallback.id), '2026-06-01')).toMatchObject({ because: 'suspended' })
  // With the rule out of the way, the new award itself is what the database refuses.
  await expect(
    asActor(database, commissioner, (db) => awardGate(db, partnership.id, fallback.id, later(1))),
  ).rejects.toMatchObject({ kind: 'conflict' })
  expect((await world.now()).version).toBe(1)
})

test('options and prices are read as they were known, also on the days that were corrected since', async () => {
  const world = await awardedContract(database)
  const { lead } = world
  const lot = lotOf(world.contract)
  const priced = (pence: number): Change => ({
    kind: 'rates',
    lotId: lot.id,
    caps: [],
    rates: [sampleRate(lead.id, pence)],
  })
  expect(await ask(world, option(world), '2026-05-01')).toMatchObject({ version: 2 })
  // What was paid since April was wrong in the register.
  expect(await ask(world, priced(2050), '2026-04-01')).toMatchObject({ version: 3 })
  const paid = async (known: Date) => (await offers(world, '2026-04-15', { known }))[0]?.rate?.pence
  expect([await paid(later(1)), await paid(later(2))]).toEqual([2100, 2050])
  const decided = async (known: Date) => (await world.now(known)).options.map(({ decision }) => decision)
  expect(await decided(awardedAt)).toEqual(['open', 'open'])
  expect(await decided(later(1))).toEqual(['taken', 'open'])
  expect((await world.now(new Date(later(1).getTime() - 1))).terms).toHaveLength(1)
  expect((await world.now(later(1))).terms).toHaveLength(2)
})

test('an extension of what has ended early is refused, and a contract that rests goes on resting', async () => {
  const world = await awardedContract(database)
  expect(await ask(world, { kind: 'early-end' }, '2027-01-01')).toMatchObject({ outcome: 'applied' })
  expect(await ask(world, option(world), '2026-12-01')).toMatchObject({ because: 'option-decided' })
  const resting = await awardedContract(database)
  const rest: Change = { kind: 'suspension', lotProviderId: null, until: null }
  expect(await ask(resting, rest, '2028-03-01')).toMatchObject({ outcome: 'applied' })
  expect(await ask(resting, option(resting), '2028-03-15')).toMatchObject({ outcome: 'applied' })
  expect(await names(resting, '2028-04-01')).toEqual([])
  expect(await ask(resting, { kind: 'resumption', lotProviderId: null }, '2028-06-01')).toMatchObject({ version: 4 })
  expect(await names(resting, '2028-05-31')).toEqual([])
  expect(await names(resting, '2028-06-01')).toHaveLength(2)
  expect(await names(resting, '2029-04-01')).toEqual([])
})

test('an approval needs an authority that holds on the day, of one’s own partnership', async () => {
  const world = await awardedContract(database)
  const { partnership, officer, commissioner } = world
  const proposed = await ask(world, option(world), '2026-06-01', officer)
  if (proposed.outcome !== 'proposed') throw new Error(JSON.stringify(proposed))
  const approve = (actor: Actor, of: Partnership = partnership) =>
    asActor(database, actor, (db) =>
      approveChange(db, actor, { partnership: of, changeId: proposed.changeId, words: 'Agreed', at: later(30) }),
    )
  // One's own proposal as well.
  expect(await approve(officer)).toMatchObject({ because: 'above-authority' })
  const stranger = await awardedContract(database)
  await expect(approve(stranger.commissioner, stranger.partnership)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(approve(stranger.commissioner)).rejects.toMatchObject({ kind: 'not-found' })
  const limits = (limitPence: number) =>
    asActor(database, commissioner, (db) =>
      delegate(db, commissioner, {
        partnershipId: partnership.id,
        roles: ['commissioner'],
        limits: limitPence === 0 ? [] : [{ role: 'commissioner', kind: 'extension', limitPence }],
        from: '2026-05-01',
        at: later(10),
      }),
    )
  await limits(999_999_99)
  expect(await approve(commissioner)).toMatchObject({ because: 'above-authority' })
  await limits(0)
  expect(await approve(commissioner)).toMatchObject({ because: 'above-authority' })
  await limits(1_000_000_00)
  expect(await approve(commissioner)).toMatchObject({ outcome: 'applied', version: 2 })
})

test('an uplift reaches who is suspended, not who has left, and goes on top of a price that changes on its very day', async () => {
  const world = await awardedContract(database)
  const { partnership, commissioner, lead, fallback, contract } = world
  const from = '2027-04-01'
  const rates = [sampleRate(lead.id, 2200)]
  const steps: [Change, string][] = [
    [{ kind: 'rates', lotId: lotOf(contract).id, caps: [], rates }, from],
    [{ kind: 'suspension', lotProviderId: placeOf(world, lead.id), until: null }, '2027-01-01'],
    [{ kind: 'leave', lotProviderId: placeOf(world, fallback.id), nextLeadId: null }, from],
  ]
  for (const [change, on] of steps) expect(await ask(world, change, on)).toMatchObject({ outcome: 'applied' })
  const scope = { kind: 'contract', contractId: contract.id, reference: contract.reference } as const
  const terms = { scope, change: { kind: 'percent', basisPoints: 1000 } } as const
  const outcome = await asActor(database, commissioner, async (db) => {
    const asked = { title: 'Care at home, 2027/28', from, terms, reason: 'Budget' }
    const reference = await draftRound(db, commissioner, { partnership, asked, at: later(20) })
    const round = await upliftRound(db, partnership.id, reference)
    if (!round) throw new Error('There is no such round.')
    const { model } = await draftContent(db, commissioner, partnership, round, '2026-05-01')
    const seen = { version: round.version, fingerprint: model.fingerprint }
    return applyRound(db, commissioner, { partnership, reference, seen, at: later(21) })
  })
  expect(outcome).toEqual({ outcome: 'applied', changed: 1, contracts: 1 })
  const prices = lotOf(await world.now()).rateLines.map((line) => [
    line.organisationId,
    line.rates.map((one) => one.pence),
  ])
  expect(prices).toEqual([
    [lead.id, [2100, 2420]],
    [fallback.id, [2150]],
  ])
})
