import { sql } from 'kysely'
import { brokerage } from '../src/brokerage/schema/index.ts'
import { unmetReasons } from '../src/brokerage/spell.ts'
import { bands } from '../src/brokerage/visit-line.ts'
import { publicActor, savePartnership, systemActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, countingQueries, type Database, json } from '../src/core/db/index.ts'
import { fileInMemory } from '../src/core/import/index.ts'
import { type Id, newId } from '../src/core/values/index.ts'
import { importVolumes } from '../src/market/index.ts'
import { importAreas } from '../src/places/index.ts'
import { serviceTypes } from '../src/providers/index.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { moveVersion, openWithDemonstration, productOver } from './support/product.ts'
import { mean, median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

const bounds = { ms: 20, queries: 12 }
const [warmUps, rounds] = [5, 25]
const [areas, services] = [32, 30]

const asked = [
  { what: 'grid, Lancashire as demonstrated', path: '/lancashire/statement/gaps' },
  { what: 'one cell of it', path: '/lancashire/statement/gaps/E07000128/care-at-home' },
  { what: 'one service', path: '/lancashire/services/care-at-home' },
  { what: 'all services', path: '/lancashire/services' },
  { what: `grid, ${areas} areas × ${services} services`, path: '/sampleshire/statement/gaps' },
  { what: 'one cell of it', path: '/sampleshire/statement/gaps/sample/7/care-at-home' },
  { what: 'one service', path: '/sampleshire/services/care-at-home' },
] as const

/** Pages of gaps, each made afresh because the version of the data was moved before it. */
async function measure(database: Database, title: string): Promise<void> {
  const app = productOver(database)
  const rows: (string | number)[][] = []
  const reference: number[] = []
  for (const { what, path } of asked) {
    const [took, own]: [number[], number[]] = [[], []]
    for (let round = 0; round < warmUps + rounds; round += 1) {
      await moveVersion(database)
      const [began, cpu] = [performance.now(), process.threadCpuUsage()]
      await (await app.request(path)).arrayBuffer()
      const used = process.threadCpuUsage(cpu)
      if (round < warmUps) continue
      took.push(performance.now() - began)
      own.push((used.user + used.system) / 1000)
      const one = performance.now()
      await asActor(database, publicActor, (db) => partnershipBySlug(db, 'lancashire'))
      reference.push(performance.now() - one)
    }
    await moveVersion(database)
    const { result: status, queries } = await countingQueries(async () => {
      const response = await app.request(path)
      await response.arrayBuffer()
      return response.status
    })
    const holds = median(took) <= bounds.ms && queries <= bounds.queries
    rows.push([
      what,
      status,
      digits(median(took), 1),
      digits(Math.min(...took), 1),
      digits(quantile(took, 0.95), 1),
      digits(mean(own), 1),
      digits(median(took) / median(reference), 1),
      queries,
      status === 200 ? verdict(holds) : 'no page',
    ])
  }
  printTable(
    `Uncached pages of gaps: ${title} (${rounds} times each; one query in a transaction of its own: ${digits(median(reference), 2)} ms; bounds ${bounds.ms} ms and ${bounds.queries} queries)`,
    ['page', 'status', 'median ms', 'least ms', 'p95 ms', 'own CPU ms', '× one query', 'queries', 'bound'],
    rows,
  )
}

/** 1,500 people who waited in each of two months, of all areas and five services, for many reasons. */
async function letWait(
  database: Database,
  partnershipId: Id,
  codes: readonly string[],
  types: readonly { key: string }[],
) {
  const counts = new Map<string, { people: number; of: Record<string, unknown> }>()
  for (let n = 0; n < 3000; n += 1) {
    const of = {
      month: n % 2 === 0 ? '2026-11-01' : '2026-10-01',
      service_type_key: types[(n * 7) % types.length]?.key ?? 'care-at-home',
      area_code: codes[(n * n) % codes.length] ?? '',
      reason: unmetReasons[(n * 11) % 9] ?? 'other',
      band: bands[(n * 13) % bands.length] ?? 'morning',
      carers: n % 5 === 0 ? 2 : 1,
    }
    const key = JSON.stringify(of)
    counts.set(key, { people: (counts.get(key)?.people ?? 0) + 1, of })
  }
  const rows = [...counts.values()].map(({ people, of }) => ({ ...of, id: newId(), people, minutes: people * 420 }))
  await asActor(database, systemActor(partnershipId), async (db) => {
    await sql`insert into unmet_count (partnership_id, id, month, service_type_key, area_code, reason, band, carers, people, minutes)
      select ${partnershipId}::uuid, g.id, g.month, g.service_type_key, g.area_code, g.reason, g.band, g.carers, g.people, g.minutes
      from jsonb_to_recordset(${json(rows)}) as g (id uuid, month date, service_type_key text, area_code text, reason text,
        band text, carers smallint, people integer, minutes integer)`.execute(brokerage(db))
    await brokerage(db)
      .insertInto('unmet_counted')
      .values({ partnership_id: partnershipId, counted_at: new Date(), counted_on: '2026-11-22', told_on: null })
      .execute()
  })
}

/** A made-up partnership of 32 areas with need, supply and a forecast of each of 30 services in every one. */
async function sampleshire(database: Database): Promise<void> {
  const at = new Date()
  const details = {
    slug: 'sampleshire',
    title: 'Sampleshire',
    name: 'Sampleshire',
    prefix: 'SMP',
    areaCode: 'E10000017',
  }
  const { id } = await asActor(database, systemActor(), (db) =>
    savePartnership(db, {
      ...details,
      kind: 'council',
      nation: 'england',
      brandColour: '#2f3b52',
      website: null,
      demonstration: false,
    }),
  )
  const codes = Array.from({ length: areas }, (_, area) => `sample/${area + 1}`)
  const places = codes.map((code, area) => `${code},Sample ${area + 1},district,england,sample,E10000017`)
  const header = 'code,name,kind,nation,hierarchy,parent'
  await importAreas(
    database,
    { id, areaCode: 'E10000017' },
    fileInMemory('areas.csv', [header, ...places].join('\n')),
    { at },
  )
  const types = (await asActor(database, systemActor(id), serviceTypes)).slice(0, services)
  const columns = 'key,service,area,role,label,finding,period,value,unit,basis,source,status'
  const lines = codes.flatMap((code, area) =>
    types.flatMap(({ key }, type) =>
      (['need', 'supply', 'forecast'] as const).map((what, role) => {
        const value = 100 + ((area * 31 + type * 17 + role * 7) % 90)
        const [as, period, basis] = what === 'forecast' ? ['need', '2030', 'forecast'] : [what, '2025', 'estimate']
        return `made-up,${key},${code},${as},Made up,Made up,${period},${value},hours-a-week,${basis},wls-2011,printed`
      }),
    ),
  )
  const report = await importVolumes(database, { id }, fileInMemory('volumes.csv', [columns, ...lines].join('\n')), {
    at,
  })
  await letWait(database, id, codes, types.slice(0, 5))
  console.log(`Sampleshire: ${digits(report.added)} volumes of ${areas} areas and ${types.length} services`)
}

await onEachEngine(async ({ name, store }) => {
  const database = await openWithDemonstration(store)
  try {
    await sampleshire(database)
    await measure(database, name)
  } finally {
    await database.close()
  }
})
