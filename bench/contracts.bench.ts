import { publicActor, systemActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, countingQueries, type Database } from '../src/core/db/index.ts'
import { writeMadeUpContracts } from './support/made-up-contract-register.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { openWithDemonstration, productOver } from './support/product.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** A partnership has tens or hundreds; the region's whole register would have thousands. */
const contracts = 3000
const rounds = 10

/**
 * What design.md holds a page for somebody signed in to, ms at the 95th percentile, where 8 connections reach 5,000
 * single queries a second between them: each takes 1.6 ms.
 */
const bound = { ms: 60, oneQuery: 1.6 }

const register = '/west-lothian/contracts'
const pages: readonly { readonly what: string; readonly path: string; readonly file?: boolean }[] = [
  { what: 'one query', path: '/health/one-query' },
  { what: 'register, what needs attention first', path: register },
  { what: 'register, filtered and sorted', path: `${register}?kind=block&group=older-people&sort=-spend` },
  { what: 'register, the last of its pages', path: `${register}?show=all&sort=title&page=60` },
  { what: 'register as at a past day', path: `${register}?on=2024-03-31` },
  { what: 'register as it was known on a past day', path: `${register}?on=2025-11-22&known=2026-01-31` },
  { what: 'timeline', path: `${register}/timeline` },
  { what: 'home, with what is late', path: '/account' },
  { what: 'one contract', path: `${register}/XX-CON-01500` },
  { what: 'register as CSV, all rows', path: `${register}.csv?show=all`, file: true },
]

async function measure(name: string, database: Database): Promise<void> {
  const product = productOver(database)
  product.get('/health/one-query', async (c) =>
    c.json(await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))),
  )
  const stepped = await product.request('http://127.0.0.1/sign-in/demonstration', {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ role: 'west-lothian.contracts-officer' }).toString(),
  })
  const cookie = stepped.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (!cookie) throw new Error(`Stepping in answered ${stepped.status}.`)
  const ask = async (path: string) => {
    const answer = await product.request(`http://127.0.0.1${path}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
    return answer.text()
  }
  const times = pages.map((): number[] => [])
  // In turn, so that a busy moment of the machine falls on all of them; the first rounds warm up.
  for (let round = -2; round < rounds; round += 1) {
    for (const [at, { path }] of pages.entries()) {
      const began = performance.now()
      await ask(path)
      if (round >= 0) times[at]?.push(performance.now() - began)
    }
  }
  const oneQuery = median(times[0] ?? [])
  // On a machine where one query is slower than the bound supposes, the bound is longer in proportion.
  const allowed = bound.ms * Math.max(1, oneQuery / bound.oneQuery)
  const rows: string[][] = []
  for (const [at, { what, path, file }] of pages.entries()) {
    const [p50, p95] = [median(times[at] ?? []), quantile(times[at] ?? [], 0.95)]
    const { result, queries } = await countingQueries(() => ask(path))
    const held = at === 0 || file ? '' : verdict(p95 <= allowed)
    const numbers = [digits(p50, 1), digits(p95, 1), digits(p50 / oneQuery, 1), digits(queries)]
    rows.push([what, ...numbers, digits(result.length / 1024), held])
  }
  printTable(
    `Pages with a register of ${digits(contracts)} contracts on ${name} (${rounds} turns, one after another; the bound of ${bound.ms} ms supposes ${digits(bound.oneQuery, 1)} ms for one query, here ${digits(allowed)} ms)`,
    ['page', 'median ms', 'p95 ms', '÷ one query', 'queries', 'KB', 'bound'],
    rows,
  )
}

await onEachEngine(async ({ name, store }) => {
  const database = await openWithDemonstration(store)
  try {
    const { id } = await asActor(database, systemActor(), (db) => partnershipBySlug(db, 'west-lothian'))
    await writeMadeUpContracts(database, { partnershipId: id, contracts, at: new Date() })
    await measure(name, database)
  } finally {
    await database.close()
  }
})
