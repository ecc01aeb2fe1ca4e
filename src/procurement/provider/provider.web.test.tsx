import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import {
  awardedAt,
  awardedContract,
  sampleAward,
  sampleLot,
  sampleRate,
} from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { awardContract } from '../changes/commands/award-contract.ts'
import { setContractPublished } from '../changes/commands/publish-contract.ts'
import { contractAt } from '../queries/contract.ts'
import { addDocument } from '../register/commands/add-document.ts'
import { procurement } from '../schema/index.ts'
import { providerContractRoutes } from './routes.tsx'

/** Every table of contracts that has a partnership: whatever is added later stands here too, or the test says so. */
const tables = [
  'authority',
  'committee_date',
  'contract',
  'contract_change',
  'contract_detail',
  'contract_document',
  'contract_draft',
  'contract_share',
  'contract_term',
  'extension_option',
  'lead_time',
  'lead_time_step',
  'lot',
  'lot_area',
  'lot_provider',
  'market_area',
  'market_area_words',
  'open_lot',
  'price_cap',
  'rate',
  'rate_enhancement',
  'rate_line',
  'spot_purchase',
  'standing',
  'uplift_line',
  'uplift_round',
] as const

let database: Database
let app: Hono<MercatEnv>
let here: Awaited<ReturnType<typeof awardedContract>>
let there: Awaited<ReturnType<typeof awardedContract>>
/** A provider that steps in here, leads there, and has nothing else. */
let own: { id: Id; name: string }
let manager: Somebody
let thereId: Id

beforeAll(async () => {
  database = await openNew()
  here = await awardedContract(database)
  there = await awardedContract(database)
  own = here.fallback
  thereId = await asActor(database, there.commissioner, async (db) => {
    const rates = [
      sampleRate(null, 1975, { unit: 'sleepover' }),
      sampleRate(own.id, 2222),
      sampleRate(there.lead.id, 2333),
    ]
    const lots = [
      sampleLot([own.id, there.lead.id], { number: '', name: '', caps: [], rates }),
      sampleLot([there.lead.id], { number: '2', name: 'Lot of another' }),
    ]
    const outcome = await awardContract(db, there.commissioner, {
      partnership: there.partnership,
      award: sampleAward(lots, { detail: { ...there.contract.detail, title: 'Night care' } }),
      effectiveOn: '2025-04-01',
      reason: 'Tender',
      through: 'award',
      published: false,
      at: awardedAt,
    })
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome))
    return outcome.contractId
  })
  app = (await newTestApp([providerContractRoutes()], { database })).app
  manager = await signedInAs(database, { organisation: own.id, roles: ['provider'], grantedBy: here.partnership.id })
})
afterAll(() => database?.close())

const get = async (path: string, who: Somebody | undefined = manager) => {
  const response = await app.request(path, who ? { headers: who.headers } : {})
  return { status: response.status, html: await response.text() }
}
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const referenceOf = (partnershipId: Id, id: Id) =>
  asActor(database, systemActor(partnershipId), async (db) => {
    const found = await contractAt(db, partnershipId, { id }, { on: '2026-11-22' })
    return found?.reference ?? ''
  })

test('a provider finds its contracts in every partnership, with its lots, ranks and dates, and no other', async () => {
  const { status, html } = await get('/provider/contracts')
  expect(status).toBe(200)
  const said = plain(html)
  expect(said).toContain('You have 2 contracts in 2 partnerships')
  expect(said).toContain('Lot 1, Example ward: fallback, rank 2')
  expect(said).toContain('lead, rank 1')
  expect(said).toContain('31 March 2028')
  expect(said).toContain('an option to extend from 1 April 2028, to be decided by 1 October 2027')
  // The published contract in which it has no place is not among its own.
  expect(html).not.toContain(`/provider/contracts/${there.partnership.slug}/${there.contract.reference}`)
  expect(html).toContain(`/provider/contracts/${here.partnership.slug}/${here.contract.reference}`)
})

test('one contract shows its own price and the one for all, never another’s', async () => {
  const reference = await referenceOf(there.partnership.id, thereId)
  const { status, html } = await get(`/provider/contracts/${there.partnership.slug}/${reference}`)
  expect(status).toBe(200)
  const said = plain(html)
  expect(said).toContain('22.22')
  expect(said).toContain('19.75')
  expect(said).not.toContain('23.33')
  expect(said).not.toContain('Lot of another')
  expect(said).not.toContain(there.lead.name)
  expect(said).toMatch(/Agreed\s+1 April 2025\s+31 March 2028\s+Option to extend\s+1 April 2028/)
})

test('what it has no place in is not found, published or not, nor for whoever is no provider', async () => {
  expect((await get(`/provider/contracts/${there.partnership.slug}/${there.contract.reference}`)).status).toBe(404)
  expect((await get(`/provider/contracts/${there.partnership.slug}/${here.contract.reference}`)).status).toBe(404)
  const other = await signedInAs(database, {
    organisation: there.other.id,
    roles: ['provider'],
    grantedBy: there.partnership.id,
  })
  expect(plain((await get('/provider/contracts', other)).html)).toContain('You have no contract in force or to come')
  const reference = await referenceOf(there.partnership.id, thereId)
  expect((await get(`/provider/contracts/${there.partnership.slug}/${reference}`, other)).status).toBe(404)
  const officer = await signedInAs(database, { partnership: here.partnership.id, roles: ['contracts-officer'] })
  expect((await get('/provider/contracts', officer)).status).toBe(403)
  expect((await app.request('/provider/contracts')).status).toBe(303)
})

test('the specification can be fetched, and what was decided cannot', async () => {
  const document = (kind: 'specification' | 'decision') =>
    asActor(database, there.commissioner, (db) =>
      addDocument(db, there.commissioner, {
        partnership: there.partnership,
        contractId: thereId,
        document: {
          kind,
          title: `The ${kind}`,
          name: `${kind}.txt`,
          mediaType: 'text/plain',
          bytes: new TextEncoder().encode(`${kind} ${newId()}`),
          holdsFrom: '2026-04-01',
        },
        at: awardedAt,
      }),
    )
  const [specification, decision] = [await document('specification'), await document('decision')]
  const reference = await referenceOf(there.partnership.id, thereId)
  const path = `/provider/contracts/${there.partnership.slug}/${reference}`
  const { html } = await get(path)
  expect(html).toContain(`${path}/documents/${specification}`)
  expect(html).not.toContain('The decision')
  expect((await get(`${path}/documents/${specification}`)).html).toContain('specification')
  expect((await get(`${path}/documents/${decision}`)).status).toBe(404)
  const stranger = await signedInAs(database, {
    organisation: here.other.id,
    roles: ['provider'],
    grantedBy: here.partnership.id,
  })
  expect((await get(`${path}/documents/${specification}`, stranger)).status).toBe(404)
})

test('the database itself shows a provider its own rows only, whatever is asked of it', async () => {
  const { rows: all } = await asActor(database, systemActor(), (db) =>
    sql<{ name: string }>`select distinct c.table_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name = 'partnership_id'
        and (c.table_name ~ '^(contract|lot|rate|uplift|market_area|open_lot|price_cap|standing|spot|lead_time|committee|authority|extension)')
      order by 1`.execute(procurement(db)),
  )
  expect(all.map(({ name }) => name)).toEqual([...tables].sort())
  // Nothing of these is published any more, so that every row that is left is a row of its own.
  await asActor(database, here.commissioner, (db) =>
    setContractPublished(db, here.commissioner, {
      partnershipId: here.partnership.id,
      contractId: here.contract.id,
      published: false,
      at: awardedAt,
    }),
  )
  await asActor(database, there.commissioner, (db) =>
    setContractPublished(db, there.commissioner, {
      partnershipId: there.partnership.id,
      contractId: there.contract.id,
      published: false,
      at: awardedAt,
    }),
  )
  const seen = await asActor(database, manager.actor, async (db) => {
    const rows = new Map<string, Record<string, unknown>[]>()
    for (const table of tables) {
      const found = await sql<Record<string, unknown>>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(
        procurement(db),
      )
      rows.set(
        table,
        found.rows.map(({ row }) => row as Record<string, unknown>),
      )
    }
    return rows
  })
  const its = (table: (typeof tables)[number]) => seen.get(table) ?? []
  const contracts = [here.contract.id, thereId].sort()
  expect(
    its('contract')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(contracts)
  for (const table of ['contract_detail', 'contract_term'] as const) {
    expect(new Set(its(table).map(({ subject_id }) => subject_id)), table).toEqual(new Set(contracts))
  }
  for (const table of ['extension_option', 'lot', 'standing', 'rate_line', 'rate', 'lot_provider'] as const) {
    expect(its(table).length, table).toBeGreaterThan(0)
    expect(contracts, table).toEqual(
      expect.arrayContaining([...new Set(its(table).map(({ contract_id }) => contract_id))]),
    )
  }
  for (const table of ['standing', 'lot_provider'] as const) {
    expect(
      its(table).every(({ organisation_id }) => organisation_id === own.id),
      table,
    ).toBe(true)
  }
  expect(
    its('lot')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['', 'Example ward'])
  expect(its('rate_line').every(({ organisation_id }) => organisation_id === own.id || organisation_id === null)).toBe(
    true,
  )
  expect(
    its('rate')
      .map(({ pence }) => pence)
      .sort(),
  ).toEqual([1975, 2150, 2222])
  expect(its('contract_document').map(({ kind }) => kind)).toEqual(['specification'])
  // Which lots serve which area is open to all; it names nobody.
  const closed = tables.filter((table) => its(table).length === 0)
  expect(closed).toEqual([
    'authority',
    'committee_date',
    'contract_change',
    'contract_draft',
    'contract_share',
    'lead_time',
    'lead_time_step',
    'market_area',
    'market_area_words',
    'open_lot',
    'price_cap',
    'rate_enhancement',
    'spot_purchase',
    'uplift_line',
    'uplift_round',
  ])
  await expect(
    asActor(database, manager.actor, (db) =>
      sql`update contract set published = true returning id`.execute(procurement(db)),
    ),
  ).resolves.toMatchObject({ rows: [] })
})

test('anyone reads of an unpublished contract nothing, and of a published one neither ranks nor prices', async () => {
  const open = (published: boolean) =>
    asActor(database, here.commissioner, (db) =>
      setContractPublished(db, here.commissioner, {
        partnershipId: here.partnership.id,
        contractId: here.contract.id,
        published,
        at: awardedAt,
      }),
    )
  const counts = () =>
    asActor(database, publicActor, async (db) => {
      const found: Record<string, number> = {}
      for (const table of tables) {
        if (table === 'lot_area') continue
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
          where partnership_id = ${here.partnership.id}`.execute(procurement(db))
        if (rows[0]?.n) found[table] = rows[0].n
      }
      return found
    })
  await open(false)
  expect(await counts()).toEqual({})
  await open(true)
  expect(await counts()).toEqual({
    contract: 1,
    contract_detail: 1,
    contract_term: 1,
    extension_option: 2,
    lot: 1,
    lot_provider: 2,
  })
})
