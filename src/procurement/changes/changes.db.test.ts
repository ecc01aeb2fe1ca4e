import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedAt, awardedContract, sampleDetail, sampleRate, staffOf } from '../../../test/support/sample-contract.ts'
import { type Actor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { Change } from '../change.ts'
import { procurement } from '../schema/index.ts'
import { approveChange } from './commands/approve-change.ts'
import { askChange } from './commands/ask-change.ts'
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

test('a variation that is approved after another leaves what the other changed', async () => {
  const world = await awardedContract(database)
  const vary = (actor: Actor, over: object, at: Date) =>
    ask(world, actor, { kind: 'variation', detail: { ...sampleDetail, ...over }, extendUntil: null }, { at })
  const dearer = await vary(world.officer, { yearlyPence: 2_000_000_00 }, later(0))
  if (dearer.outcome !== 'proposed') throw new Error(JSON.stringify(dearer))
  expect(await vary(world.commissioner, { title: 'Care in the home' }, later(1))).toMatchObject({ outcome: 'applied' })
  expect(await decideOn(world, world.commissioner, dearer.changeId, 2)).toMatchObject({ outcome: 'applied' })
  expect((await world.now()).detail).toMatchObject({ title: 'Care in the home', yearlyPence: 2_000_000_00 })
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

test('an approval and a refusal of one proposal at the same time: one counts', async () => {
  const world = await awardedContract(database)
  const { officer, commissioner, partnership } = world
  const proposed = await ask(world, officer, extension(world))
  if (proposed.outcome !== 'proposed') throw new Error('Not proposed.')
  const { changeId } = proposed
  const [approved, declined, again] = await Promise.all([
    decideOn(world, commissioner, changeId),
    asActor(database, commissioner, (db) =>
      declineChange(db, commissioner, { partnership, changeId, words: 'Not now', at: later(30) }),
    ),
    decideOn(world, staffOf(partnership, 'commissioner'), changeId),
  ])
  const outcomes: string[] = [approved.outcome, declined.outcome, again.outcome]
  expect(outcomes.filter((one) => one === 'applied' || one === 'declined')).toHaveLength(1)
  expect((await world.now()).version).toBe(outcomes.includes('applied') ? 2 : 1)
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

test('what is paid more for one person goes with the place of its provider', async () => {
  const world = await awardedContract(database)
  const { commissioner, lead, other, partnership } = world
  const place = lotOf(world.contract).standings.find((one) => one.organisationId === lead.id)?.lotProviderId ?? ''
  const read = () =>
    asActor(database, commissioner, (db) =>
      procurement(db)
        .selectFrom('rate_enhancement')
        .select(['organisation_id', 'held', 'review_on', 'basis_points'])
        .where('partnership_id', '=', partnership.id)
        .where(sql<boolean>`upper_inf(known)`)
        .orderBy('held')
        .execute(),
    )
  await asActor(database, commissioner, (db) =>
    sql`insert into rate_enhancement (partnership_id, id, subject_id, lot_provider_id, organisation_id, person_reference,
        basis_points, evidence, review_on, change_id, held, known)
      select partnership_id, ${newId()}, ${newId()}, ${place}, ${lead.id}, 'P-1', 500, 'Two carers', '2026-05-01', id,
        '[2025-06-01,)', '[2026-03-03,)' from contract_change where contract_id = ${world.contract.id}`.execute(
      procurement(db),
    ),
  )
  const transfer: Change = { kind: 'transfer', fromOrganisationId: lead.id, toOrganisationId: other.id }
  expect(await ask(world, commissioner, transfer, { on: '2026-07-01' })).toMatchObject({ outcome: 'applied' })
  expect(await read()).toEqual([
    { organisation_id: lead.id, held: '[2025-06-01,2026-07-01)', review_on: '2026-05-01', basis_points: 500 },
    { organisation_id: other.id, held: '[2026-07-01,)', review_on: '2026-07-01', basis_points: 500 },
  ])
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

test('providers join, change places and leave, and the lot stays open with the lead that it has', async () => {
  const world = await awardedContract(database)
  const { commissioner, lead, fallback, other } = world
  const { id: lotId, standings } = lotOf(world.contract)
  const placeOf = (organisationId: Id) =>
    standings.find((one) => one.organisationId === organisationId)?.lotProviderId ?? ''
  const standing = { organisationId: other.id, role: 'fallback', rank: 3 } as const
  const cap = { unit: 'hour', visitMinutes: null, dayType: 'any', pence: 2300 } as const
  const steps: Change[] = [
    { kind: 'join', lotId, standing, rates: [sampleRate(other.id, 2250)] },
    { kind: 'standing', lotProviderId: placeOf(fallback.id), role: 'lead', rank: 1 },
    { kind: 'rates', lotId, caps: [cap], rates: [] },
    { kind: 'leave', lotProviderId: placeOf(fallback.id), nextLeadId: placeOf(lead.id) },
    { kind: 'suspension', lotProviderId: null, until: null },
    { kind: 'resumption', lotProviderId: null },
  ]
  const days = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']
  for (const [index, change] of steps.entries())
    expect(
      await ask(world, commissioner, change, { on: days[index] ?? '', version: index + 1, at: later(index) }),
    ).toMatchObject({ outcome: 'applied' })
  const after = await world.now()
  const leads = lotOf(after).standings.filter(({ role, state }) => role === 'lead' && state !== 'left')
  const inTime = leads.toSorted((a, b) => a.from.localeCompare(b.from))
  expect(inTime.map(({ organisation, from, until }) => [organisation, from, until])).toEqual([
    [lead.name, '2025-04-01', '2026-07-01'],
    [fallback.name, '2026-07-01', '2026-09-01'],
    [lead.name, '2026-09-01', null],
  ])
  expect(after.terms.map(({ state, from }) => [state, from])).toEqual([
    ['agreed', '2025-04-01'],
    ['suspended', '2026-10-01'],
    ['agreed', '2026-11-01'],
  ])
  const open = await asActor(database, commissioner, (db) =>
    procurement(db).selectFrom('open_lot').select('lead_id').where('lot_id', '=', lotId).execute(),
  )
  expect(open).toEqual([{ lead_id: placeOf(lead.id) }])
  const above: Change = { kind: 'rates', lotId, caps: [], rates: [sampleRate(other.id, 2301)] }
  expect(await ask(world, commissioner, above, { on: '2026-12-01', version: 7 })).toMatchObject({
    because: 'rate-above-cap',
  })
  expect(
    await ask(world, commissioner, { kind: 'early-end' }, { on: '2027-01-01', version: 7, at: later(9) }),
  ).toMatchObject({ outcome: 'applied', version: 8 })
  expect((await world.now()).options.map(({ decision }) => decision)).toEqual(['declined', 'declined'])
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

test('another partnership’s contract is not found', async () => {
  const [mine, theirs] = [await awardedContract(database), await awardedContract(database)]
  const reach = ask({ ...mine, contract: theirs.contract }, mine.commissioner, extension(theirs))
  await expect(reach).rejects.toMatchObject({ kind: 'not-found' })
})
