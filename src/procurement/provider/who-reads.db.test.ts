import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { awardedAt, awardedContract, newProvider, staffOf } from '../../../test/support/sample-contract.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { removePartnerships } from '../../core/db/remove-partnerships.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { setContractPublished } from '../changes/commands/publish-contract.ts'
import { addDocument } from '../register/commands/add-document.ts'
import { procurement } from '../schema/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

/** A partnership with a row in every table of contracts, and no row anywhere else. */
async function world() {
  const partner = await newPartnership(database)
  const made = await awardedContract(database)
  const { partnership, contract, commissioner, fallback, lead } = made
  const own = partnership.id
  const [lot] = contract.lots
  const place = lot?.standings.find(({ organisationId }) => organisationId === fallback.id)?.lotProviderId
  const [line] = lot?.rateLines ?? []
  if (!lot || !place || !line) throw new Error('The contract has not a lot with two places and prices.')
  for (const kind of ['specification', 'decision'] as const) {
    await asActor(database, commissioner, (db) =>
      addDocument(db, commissioner, {
        partnership,
        contractId: contract.id,
        document: {
          kind,
          title: kind,
          name: `${kind}.txt`,
          mediaType: 'text/plain',
          bytes: new TextEncoder().encode(`${kind} ${contract.id}`),
          holdsFrom: '2026-04-01',
        },
        at: awardedAt,
      }),
    )
  }
  await asActor(database, systemActor(own), async (db) => {
    const run = (statement: ReturnType<typeof sql>) => statement.execute(procurement(db))
    const [round, leadTime, area, suspended] = [newId(), newId(), newId(), newId()]
    const change = sql`(select c.id from contract_change c where c.partnership_id = ${own} limit 1)`
    const held = sql`daterange('2026-04-01', null)`
    const known = sql`tstzrange(${awardedAt}, null)`
    await run(
      sql`insert into contract_draft (partnership_id, contract_id, content, changed_at) values (${own}, ${contract.id}, '{}', ${awardedAt})`,
    )
    await run(sql`insert into contract_share (partnership_id, contract_id, partner_id, lot_ids, from_day)
      values (${own}, ${contract.id}, ${partner.id}, array[${lot.id}]::uuid[], '2026-04-01')`)
    await run(sql`insert into uplift_round (partnership_id, id, reference, title, from_day, state, version, terms, reason, made_at)
      values (${own}, ${round}, 'X-UPL-00001', 'Round', '2026-04-01', 'draft', 1, '{}', 'Wages', ${awardedAt})`)
    await run(sql`insert into uplift_line (partnership_id, round_id, rate_line_id, before_pence, after_pence)
      values (${own}, ${round}, ${line.id}, 2100, 2200)`)
    await run(sql`insert into rate_enhancement (partnership_id, id, subject_id, held, known, lot_provider_id, organisation_id,
        person_reference, basis_points, evidence, review_on, change_id)
      values (${own}, ${newId()}, ${newId()}, ${held}, ${known}, ${place}, ${fallback.id}, 'P1', 500, 'A letter', '2026-10-01', ${change})`)
    await run(sql`insert into spot_purchase (partnership_id, id, reference, organisation_id, service_type_key, area_code,
        person_reference, from_day, weekly_pence, out_of_area, reason, made_at)
      values (${own}, ${newId()}, 'X-SPT-00001', ${fallback.id}, 'care-at-home', 'S12000040', 'P1', '2026-04-01', 100, false, '', ${awardedAt})`)
    await run(sql`insert into placement_gate (partnership_id, id, organisation_id, kind, during, reason)
      values (${own}, ${suspended}, ${made.other.id}, 'suspension', ${known}, 'Grades fell')`)
    await run(sql`insert into lead_time (partnership_id, id, kind, name, valid)
      values (${own}, ${leadTime}, 'framework', 'Ours', ${held})`)
    await run(sql`insert into lead_time_step (partnership_id, lead_time_id, position, name, unit, amount)
      values (${own}, ${leadTime}, 1, 'Tender', 'months', 6)`)
    await run(sql`insert into committee_date (partnership_id, committee, on_date, papers_by)
      values (${own}, 'Board', '2026-06-01', '2026-05-20')`)
    await run(sql`insert into market_area (partnership_id, id, key, position, name, service_type_keys)
      values (${own}, ${area}, 'care', 1, 'Care', '{}')`)
    await run(sql`insert into market_area_words (partnership_id, id, subject_id, held, known, description, period, development, management)
      values (${own}, ${newId()}, ${area}, ${held}, ${known}, 'D', 'P', 'Q', 'M')`)
  })
  return { ...made, partner, stranger: await newProvider(database), leadOrganisation: lead }
}

/** Every table of the database whose rows a partnership of contracts has, beside those of other modules. */
const elsewhere = new Set(['ledger_head', 'ledger_payload'])
async function tablesOf(partnershipId: Id): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'partnership_id' and exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.table_name::regclass)
    order by 1`.execute(ownerOf(database))
  const counted = await countsAs(
    null,
    partnershipId,
    rows.map(({ name }) => name),
  )
  return Object.keys(counted).filter((name) => !elsewhere.has(name))
}

async function countsAs(actor: Actor | null, partnershipId: Id, tables: readonly string[]) {
  const found: Record<string, number> = {}
  for (const table of tables) {
    const count = sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(table)} where partnership_id = ${partnershipId}`
    const { rows } = await (actor
      ? asActor(database, actor, (db) => count.execute(procurement(db)))
      : count.execute(ownerOf(database)))
    if (rows[0]?.n) found[table] = rows[0].n
  }
  return found
}

const providerOf = (organisationId: Id): Actor => ({
  kind: 'provider',
  accountId: newId(),
  organisationId,
  roles: ['provider'],
})

const closed = [
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
  'uplift_line',
  'uplift_round',
]

test('of every table with rows of a contract, each reader gets no more than its own', async () => {
  const { partnership, partner, contract, commissioner, fallback, other, stranger } = await world()
  const tables = await tablesOf(partnership.id)
  expect(tables).toEqual(expect.arrayContaining([...closed, 'placement_gate', 'rate_enhancement', 'spot_purchase']))
  const seen = (actor: Actor) => countsAs(actor, partnership.id, tables)
  const publish = (published: boolean) =>
    asActor(database, commissioner, (db) =>
      setContractPublished(db, commissioner, {
        partnershipId: partnership.id,
        contractId: contract.id,
        published,
        at: awardedAt,
      }),
    )
  // Its own staff find a row in each, so that nothing below is empty by chance.
  expect(Object.keys(await seen(staffOf(partnership, 'contracts-officer')))).toEqual(
    expect.arrayContaining(
      tables.filter((table) => /contract|lot|rate|uplift|spot|gate|standing|option|term/.test(table)),
    ),
  )
  await publish(false)
  for (const [name, actor] of [
    ['the public', publicActor],
    ['a provider without a place', providerOf(stranger.id)],
    ['staff of the partner', staffOf(partner, 'contracts-officer', 'administrator')],
    ['the product at work for the partner', systemActor(partner.id)],
  ] as const)
    expect(await seen(actor), name).toEqual({})
  // Whom the partnership places nothing with reads that, and nothing else.
  expect(await seen(providerOf(other.id))).toEqual({ placement_gate: 1 })
  const its = await seen(providerOf(fallback.id))
  expect(closed.filter((table) => its[table])).toEqual([])
  expect(its).toMatchObject({
    contract: 1,
    contract_document: 1,
    lot: 1,
    lot_area: 1,
    lot_provider: 1,
    standing: 1,
    rate_line: 1,
    rate: 1,
    rate_enhancement: 1,
    spot_purchase: 1,
    placement_gate: 1,
  })
  await publish(true)
  const open = {
    contract: 1,
    contract_detail: 1,
    contract_term: 1,
    extension_option: 2,
    lot: 1,
    lot_area: 1,
    lot_provider: 2,
  }
  for (const actor of [publicActor, providerOf(stranger.id), staffOf(partner, 'contracts-officer')])
    expect(await seen(actor)).toEqual(open)
})

test('nobody but the partnership’s own writes a row of its tables', async () => {
  const { partnership, partner, fallback, lead } = await world()
  const tables = await tablesOf(partnership.id)
  for (const actor of [
    publicActor,
    providerOf(fallback.id),
    providerOf(lead.id),
    staffOf(partner, 'contracts-officer'),
  ])
    for (const table of tables) {
      const gone = await asActor(database, actor, (db) =>
        sql`delete from ${sql.table(table)} where partnership_id = ${partnership.id}`.execute(procurement(db)),
      ).catch((error: Error) =>
        /permission denied/.test(error.message) ? { numAffectedRows: 0n } : Promise.reject(error),
      )
      expect(Number(gone.numAffectedRows ?? 0), `${actor.kind} ${table}`).toBe(0)
    }
})

test('a partnership goes with every row of its contracts, whether it leads or shares', async () => {
  const gone = await world()
  const tables = await tablesOf(gone.partnership.id)
  await removePartnerships(database, [gone.partnership.id])
  expect(await countsAs(null, gone.partnership.id, tables)).toEqual({})

  const left = await world()
  await removePartnerships(database, [left.partner.id])
  const { contract_share, ...rest } = await countsAs(null, left.partnership.id, tables)
  expect(contract_share).toBeUndefined()
  expect(rest).toMatchObject({ contract: 1, lot: 1, standing: 2 })
})
