import { sql } from 'kysely'
import { candidatesFor } from '../src/brokerage/rules/queries/candidates.ts'
import { ownerOf } from '../src/core/db/database.ts'
import { asActor, type Database, openDatabase } from '../src/core/db/index.ts'
import { type Id, newId } from '../src/core/values/index.ts'
import { prepare } from '../src/prepare.ts'
import { type Brokerage, monday, newBrokerage } from '../test/support/brokerage.ts'
import { pictureRegister } from '../test/support/register.ts'
import { newConnections } from './support/new-connections.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** Milliseconds at the median on PostgreSQL. */
const bound = 5
const [warmUps, rounds] = [50, 300]
const providers = 500
/** Of them, who declare capacity in the area asked about. */
const here = 60
const offersEach = { PostgreSQL: 400, other: 20 }

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    const world = await newBrokerage(database)
    const each = name === 'PostgreSQL' ? offersEach.PostgreSQL : offersEach.other
    await fill(database, world, each)
    await newConnections(database)
    const lines = (await world.askPackage()).lines
    const { partnership, serviceType, area } = world
    const took: number[] = []
    let found = 0
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const question = { partnershipId: partnership.id, serviceType, area, on: '2026-11-30', lines, at: monday }
      const began = performance.now()
      const candidates = await asActor(database, world.system, (db) => candidatesFor(db, question))
      if (round >= warmUps) took.push(performance.now() - began)
      found = candidates.length
    }
    if (found !== 5 + here) throw new Error(`${found} candidates were found.`)
    printTable(
      `Who might be asked, on ${name}: ${providers} providers, ${digits(providers * each)} past offers`,
      ['candidates', 'median ms', 'p95 ms'],
      [[found, digits(median(took), 2), digits(quantile(took, 0.95), 2)]],
    )
    if (name === 'PostgreSQL') console.log(`Median ≤ ${bound} ms: ${verdict(median(took) <= bound)}`)
  } finally {
    await database.close()
  }
})

/** Registered providers with capacity, some of them in the area asked about, and what they were offered before. */
async function fill(database: Database, world: Brokerage, each: number): Promise<void> {
  const owner = ownerOf(database)
  const ids: Id[] = Array.from({ length: providers }, () => newId())
  const { id: partnership } = world.partnership
  await sql`insert into organisation (id, name, created_at)
    select id, 'Example Registered Care ' || n, now() from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(
    owner,
  )
  await sql`insert into organisation_registration (id, organisation_id, regulator, provider_number, told_at)
    select gen_random_uuid(), id, 'care-inspectorate', 'SPB' || n, now() from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(
    owner,
  )
  await sql`insert into capacity_cell (partnership_id, organisation_id, service_type_key, area_code, band, declared_minutes, declared_at)
    select ${partnership}, id, ${world.serviceType}, case when n <= ${here}::int then ${world.area} else 'S12000018' end, band, 600, now()
      from unnest(${ids}::uuid[]) with ordinality as t (id, n), unnest(array['morning', 'evening']) band`.execute(owner)
  for (const asOf of ['2026-08-31', '2026-09-30', '2026-10-31']) {
    await pictureRegister(database, {
      asOf,
      services: ids.map((_, at) => ({
        number: `CSB${at + 1}`,
        service_type: world.serviceType,
        provider_number: `SPB${at + 1}`,
        places: null,
        lowest_grade: asOf === '2026-10-31' ? 5 : 4,
      })),
    })
  }
  const model = await world.askPackage()
  const opened = await world.open(model)
  if (opened.outcome !== 'done') throw new Error('No offer went out.')
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'offer'`.execute(owner)
  const names = rows.map(({ name }) => name)
  const over: Record<string, string> = {
    id: 'gen_random_uuid()',
    round_id: 'r.id',
    reference: `'MADE-' || r.number || '-' || p.n`,
    organisation_id: 'p.id',
    state: `'lapsed'`,
    remind_at: 'null',
    sent_at: 't.sent_at - make_interval(hours => r.number)',
    contract_id: 'null',
    lot_id: 'null',
  }
  await sql`insert into offer_round (partnership_id, id, package_id, number, rule_version_id, step, state, outcome, lines,
      opened_at, closed_at, start_by)
    select partnership_id, gen_random_uuid(), package_id, n + 1, rule_version_id, 1, 'done', 'unmet', lines, opened_at, opened_at, start_by
      from offer_round, generate_series(1, ${each}::int) n where package_id = ${model.id}`.execute(owner)
  await sql
    .raw(`insert into offer (${names.join()}) select ${names.map((name) => over[name] ?? `t.${name}`).join()}
      from (select * from offer where package_id = '${model.id}' limit 1) t,
        (select * from offer_round where package_id = '${model.id}' and state = 'done') r,
        (select id, row_number() over () as n from organisation where name like 'Example Registered Care %') p`)
    .execute(owner)
  await sql`analyze`.execute(owner)
}
