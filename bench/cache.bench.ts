import { Hono } from 'hono'
import { publicActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, type Database } from '../src/core/db/index.ts'
import type { MercatEnv } from '../src/core/http/index.ts'
import type { Load } from './support/load.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { productOver } from './support/product.ts'
import { serving } from './support/serving.ts'
import { median } from './support/statistics.ts'
import type { BenchStore } from './support/stores.ts'
import { underLoad } from './support/under-load.ts'

/** What design.md holds a page that was kept to, as a share of the throughput of a route with one indexed query. */
const bound = 0.5
const [connections, rounds, ms] = [8, 7, 1000]
const page = '/west-lothian'

interface Route {
  readonly name: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

const oneQuery = (database: Database) => asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))

async function measure({ name }: BenchStore, database: Database, load: Load): Promise<void> {
  // Beside the health routes, which are never kept: everything that a request goes through, then one query.
  const product = productOver(database)
  product.get('/health/one-query', async (c) => c.json(await oneQuery(database)))
  const bare = new Hono<MercatEnv>()
  bare.get('/one-query', async (c) => c.json(await oneQuery(database)))
  await serving(bare, (bareUrl) =>
    serving(product, async (url) => {
      const gzip = { 'accept-encoding': 'gzip' }
      const etag = (await fetch(`${url}${page}`, { headers: gzip })).headers.get('etag') ?? ''
      const routes: Route[] = [
        { name: 'one query, nothing else', url: `${bareUrl}/one-query`, headers: {}, status: 200 },
        { name: 'one query, in the application', url: `${url}/health/one-query`, headers: {}, status: 200 },
        { name: 'home from memory, gzipped', url: `${url}${page}`, headers: gzip, status: 200 },
        { name: 'home from memory, plain', url: `${url}${page}`, headers: {}, status: 200 },
        { name: 'home by its ETag', url: `${url}${page}`, headers: { ...gzip, 'if-none-match': etag }, status: 304 },
      ]
      const rates = new Map<Route, number[]>(routes.map((route) => [route, []]))
      for (let round = 0; round <= rounds; round += 1) {
        for (const route of routes) {
          const { count: answers } = await load.run({ url: route.url, headers: route.headers, connections, ms })
          const others = Object.keys(answers).filter((status) => Number(status) !== route.status)
          if (others.length > 0) throw new Error(`${route.name} answered ${others.join(', ')}`)
          // The first round warms up.
          if (round > 0) rates.get(route)?.push(((answers[route.status] ?? 0) / ms) * 1000)
        }
      }
      print(name, routes, rates)
    }),
  )
}

function print(name: string, routes: readonly Route[], rates: ReadonlyMap<Route, number[]>): void {
  const [reference = []] = routes.map((route) => rates.get(route))
  printTable(
    `Requests a second over HTTP on ${name} (${connections} connections, medians of ${rounds} turns of ${ms / 1000} s; ratio within each turn)`,
    ['route', 'a second', '÷ one query', 'bound'],
    routes.map((route, at) => {
      const mine = rates.get(route) ?? []
      const ratio = median(mine.map((rate, round) => rate / (reference[round] ?? rate)))
      return [route.name, digits(median(mine)), digits(ratio, 2), at < 2 ? '' : verdict(ratio >= bound)]
    }),
  )
}

await underLoad(import.meta.url, measure)
