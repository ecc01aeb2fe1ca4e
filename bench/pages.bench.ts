import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { publicActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, countingQueries, type Database } from '../src/core/db/index.ts'
import { fileOnDisk } from '../src/core/import/index.ts'
import { importPopulation } from '../src/market/index.ts'
import { importRegister } from '../src/providers/index.ts'
import { type PageKind, pageKinds } from './support/page-kinds.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { moveVersion, openWithDemonstration, productOver } from './support/product.ts'
import { mean, median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** What design.md holds an uncached public page to. */
const bounds = { ms: 20, queries: 12 }
const [warmUps, rounds] = [5, 25]

interface Measured {
  readonly status: number
  readonly queries: number
  /** Wall time and this thread's own time, milliseconds. */
  readonly wall: number[]
  readonly own: number[]
}

/** Every kind of page in turn, each made afresh because the version of the data was moved before it. */
async function measure(database: Database, title: string): Promise<void> {
  const app = productOver(database)
  const pages = await pageKinds(app)
  const found = new Map<PageKind, Measured>()
  const reference: number[] = []
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const counts = round >= warmUps
    for (const page of pages) {
      await moveVersion(database)
      const one = await timed(async () => (await app.request(page.path)).arrayBuffer().then(() => {}))
      const { result: status, queries } = await again(database, app, page)
      const before = found.get(page) ?? { status, queries, wall: [], own: [] }
      if (counts) before.wall.push(one.wall)
      if (counts) before.own.push(one.own)
      found.set(page, { ...before, status, queries })
    }
    const one = await timed(() => oneQuery(database))
    if (counts) reference.push(one.wall)
  }
  print(title, pages, found, median(reference))
}

/** The queries of the same page, counted apart so that counting is not in the time. */
async function again(database: Database, app: ReturnType<typeof productOver>, { path }: PageKind) {
  await moveVersion(database)
  return countingQueries(async () => {
    const response = await app.request(path)
    await response.arrayBuffer()
    return response.status
  })
}

const oneQuery = async (database: Database): Promise<void> => {
  await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))
}

async function timed(work: () => Promise<void>): Promise<{ wall: number; own: number }> {
  const [began, cpu] = [performance.now(), process.threadCpuUsage()]
  await work()
  const used = process.threadCpuUsage(cpu)
  return { wall: performance.now() - began, own: (used.user + used.system) / 1000 }
}

function print(title: string, pages: readonly PageKind[], found: Map<PageKind, Measured>, reference: number): void {
  const rows = pages.map((page) => {
    const { status, queries, wall, own } = found.get(page) ?? { status: 0, queries: 0, wall: [], own: [] }
    const middle = median(wall)
    return [
      page.kind,
      status,
      digits(middle, 1),
      digits(Math.min(...wall), 1),
      digits(quantile(wall, 0.95), 1),
      digits(mean(own), 1),
      digits(middle / reference, 1),
      queries,
      status === 200 ? verdict(middle <= bounds.ms && queries <= bounds.queries) : 'no page',
    ]
  })
  printTable(
    `Uncached pages of West Lothian: ${title} (${rounds} times each, in turn; one query in a transaction of its own: ${digits(reference, 2)} ms; bounds ${bounds.ms} ms and ${bounds.queries} queries)`,
    ['page', 'status', 'median ms', 'least ms', 'p95 ms', 'own CPU ms', '× one query', 'queries', 'bound'],
    rows,
  )
}

/** Imports the files of National Records of Scotland and of the Care Inspectorate where this machine has them; they are not part of the product. */
async function importOfficial(database: Database): Promise<boolean> {
  const folder = join('..', 'shared', 'data', 'population')
  const files = [
    { name: 'nrs_pop_proj_west-lothian_inverclyde.csv', kind: 'projection', vintage: 2018 },
    { name: 'nrs_pop_est_west-lothian_inverclyde.csv', kind: 'estimate', vintage: 2023 },
  ] as const
  if (!files.every(({ name }) => existsSync(join(folder, name)))) return false
  for (const { name, kind, vintage } of files) {
    const file = await fileOnDisk(join(folder, name))
    await importPopulation(database, file, { layout: 'nrs', kind, vintage, at: new Date() })
  }
  const register = join('..', 'shared', 'data', 'registers', 'ci_datastore_2025-05-31_west-lothian.csv')
  if (existsSync(register)) {
    const options = { regulator: 'care-inspectorate', asOf: '2025-05-31', at: new Date(), yes: true } as const
    await importRegister(database, await fileOnDisk(register), options)
  }
  return true
}

await onEachEngine(async ({ name, store }) => {
  const database = await openWithDemonstration(store)
  try {
    await measure(database, `${name}, demonstration`)
    if (await importOfficial(database)) await measure(database, `${name}, demonstration and official files`)
  } finally {
    await database.close()
  }
})
