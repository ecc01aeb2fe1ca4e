import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { runCommand } from '../../../test/support/run-command.ts'
import { awardedContract, newProvider, sampleLot, sampleRate } from '../../../test/support/sample-contract.ts'
import { systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import { newId } from '../../core/values/index.ts'
import { suspendProvider } from '../../providers/index.ts'
import { awardContract } from '../changes/commands/award-contract.ts'
import { type LotsQuestion, lotsFor } from './lots.ts'

const [council, otherCouncil, nation] = ['S12000040', 'S12000010', 'S92000003']
const suspendedAt = new Date('2026-11-22T10:00:00Z')

let database: Database
let sample: Awaited<ReturnType<typeof awardedContract>>
const wide = { contract: '', fallback: '', additional: '' }
beforeAll(async () => {
  database = await openNew()
  sample = await awardedContract(database)
  const { partnership, commissioner } = sample
  const [fallback, additional] = [await newProvider(database), await newProvider(database)]
  const { detail } = sample.contract
  const award = {
    kind: 'award' as const,
    detail: { ...detail, title: 'Care at home, whole area' },
    term: { from: '2025-04-01', until: null },
    options: [],
    lots: [
      sampleLot([], {
        number: '10',
        areas: [nation],
        needsLead: false,
        caps: [],
        standings: [
          { organisationId: additional.id, role: 'additional', rank: null },
          { organisationId: fallback.id, role: 'fallback', rank: 3 },
        ],
        rates: [sampleRate(null, 1999), sampleRate(null, 1050, { unit: 'visit', visitMinutes: 30 })],
      }),
    ],
  }
  const outcome = await asActor(database, commissioner, (db) =>
    awardContract(db, commissioner, {
      partnership,
      award,
      effectiveOn: '2025-04-01',
      reason: 'For when wards can’t',
      through: 'award',
      published: true,
      at: new Date('2026-03-02T11:00:00Z'),
    }),
  )
  if (outcome.outcome !== 'applied') throw new Error(`Not awarded: ${JSON.stringify(outcome)}`)
  Object.assign(wide, { contract: outcome.contractId, fallback: fallback.id, additional: additional.id })
})
afterAll(() => database?.close())

const ask = (over: Partial<LotsQuestion> = {}) => {
  const partnershipId = sample.partnership.id
  const question = { partnershipId, serviceType: 'care-at-home', area: council, on: '2026-11-22', ...over }
  return asActor(database, systemActor(partnershipId), (db) => lotsFor(db, question))
}
const ids = (offers: Awaited<ReturnType<typeof ask>>) => offers.map(({ provider }) => provider.id)

test('the lead of the lot comes first, then the fallbacks there and around, then the additional, each with its price', async () => {
  const offers = await ask()
  expect(ids(offers)).toEqual([sample.lead.id, sample.fallback.id, wide.fallback, wide.additional])
  expect(offers[0]).toMatchObject({
    lot: { number: '1', name: 'Example ward', area: 'West Lothian' },
    contract: { reference: sample.contract.reference, title: 'Care at home' },
    role: 'lead',
    rank: 1,
    offered: true,
    rate: { pence: 2100, unit: 'hour', basis: 'tendered', cap: 2500 },
    why: 'Lead of lot 1, which serves West Lothian: asked first.',
  })
  expect(offers[2]).toMatchObject({
    contract: { title: 'Care at home, whole area' },
    rate: { pence: 1999, basis: 'harmonised', cap: null },
  })
  expect(offers[2]?.why).toMatch(/Fallback with rank 3 in lot 10, which serves .+, in which West Lothian lies/)
  expect((await ask({ visitMinutes: 30 }))[3]?.rate).toMatchObject({ pence: 1050, unit: 'visit' })
})

test('an area outside the lot has only those of the whole nation; another service or an earlier day has nobody, and --all says why', async () => {
  expect(ids(await ask({ area: otherCouncil }))).toEqual([wide.fallback, wide.additional])
  expect(await ask({ serviceType: 'reablement' })).toEqual([])
  expect(await ask({ on: '2025-03-31' })).toEqual([])
  const all = await ask({ on: '2025-03-31', all: true })
  expect(all).toHaveLength(4)
  for (const one of all) expect(one).toMatchObject({ offered: false, rate: null })
  expect(all[0]?.why).toBe(`Contract ${sample.contract.reference} is not in force on 31 March 2025.`)
  // Before it was awarded nobody knew of it.
  expect(await ask({ known: new Date('2026-03-01T00:00:00Z') })).toEqual([])
})

test('one with whom placing is suspended is not offered from that day, and is again when it ends', async () => {
  const { partnership, fallback } = sample
  const actor = systemActor(partnership.id)
  await asActor(database, actor, (db) =>
    suspendProvider(db, actor, {
      partnershipId: partnership.id,
      organisationId: fallback.id,
      from: '2026-12-01',
      until: '2026-12-15',
      reason: 'Weak grades',
      at: suspendedAt,
    }),
  )
  expect(ids(await ask({ on: '2026-11-30' }))).toContain(fallback.id)
  expect(ids(await ask({ on: '2026-12-01' }))).not.toContain(fallback.id)
  expect(ids(await ask({ on: '2026-12-15' }))).toContain(fallback.id)
  const all = await ask({ on: '2026-12-14', all: true })
  expect(all.find(({ provider }) => provider.id === fallback.id)).toMatchObject({
    offered: false,
    why: `Placing with ${fallback.name} is suspended until 14 December 2026.`,
  })
})

test('it takes the same few queries whatever there is', async () => {
  const { queries } = await countingQueries(() => ask({ all: true }))
  expect(queries).toBeLessThanOrEqual(9)
})

test('the command prints them in order, by key or name, and as words', async () => {
  const { slug } = sample.partnership
  const args = ['lots', '--partnership', slug, '--service', 'Homecare', '--area', 'West Lothian', '--on', '2026-11-22']
  const json = await runCommand([...args, '--json'], { on: database })
  expect(json).toMatchObject({ exit: 0 })
  expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify(await ask())))
  const { out } = await runCommand(args, { on: database })
  expect(out).toContain(
    `1. ${sample.lead.name} (lead rank 1), £21 an hour: ${sample.contract.reference}, lot 1, Example ward`,
  )
  const none = await runCommand([...args.slice(0, -1), '2024-01-01'], { on: database })
  expect(none.out).toBe('Nobody can be offered this on 1 January 2024.\n')
  const unknown = await runCommand([...args, '--service', 'gardening'], { on: database })
  expect(unknown.exit).toBe(1)
  expect(unknown.err).toContain('A kind of service named “gardening”')
})

test('the database itself refuses two prices on a day, one rank twice and two leads', async () => {
  const owner = ownerOf(database)
  const { id } = sample.partnership
  const second = sql`insert into rate select (jsonb_populate_record(x, jsonb_build_object('id', ${newId()}::text, 'pence', 1))).*
    from rate x where x.partnership_id = ${id} and x.contract_id = ${sample.contract.id} limit 1`
  await expect(second.execute(owner)).rejects.toThrow(/exclusion constraint/)
  const place = sample.contract.lots[0]?.standings.find(({ role }) => role === 'fallback')?.lotProviderId ?? ''
  const as = (change: ReturnType<typeof sql>) =>
    sql`update standing set ${change} where partnership_id = ${id} and subject_id = ${place}`.execute(owner)
  await expect(as(sql`rank = 1`)).rejects.toThrow(/one_provider_a_rank/)
  await expect(as(sql`role = 'lead'`)).rejects.toThrow(/one_lead_a_lot/)
})
