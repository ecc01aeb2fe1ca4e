import { systemActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, type Database } from '../src/core/db/index.ts'
import { writeMadeUpContracts } from './support/made-up-contract-register.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { openWithDemonstration, productOver } from './support/product.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** A partnership has tens or hundreds; the region's whole register would have thousands. */
const contracts = 3000
const rounds = 15

/** What design.md holds a page for somebody signed in to, ms at the 95th percentile. */
const bound = 60

const pages: readonly { readonly what: string; readonly query: string }[] = [
  { what: 'register, what needs attention first', query: '' },
  { what: 'register, filtered and sorted', query: '?kind=block&group=older-people&sort=-spend' },
  { what: 'register, the last of its pages', query: '?show=all&sort=title&page=60' },
  { what: 'register as at a past day', query: '?on=2024-03-31' },
  { what: 'register as it was known on a past day', query: '?on=2025-11-22&known=2026-01-31' },
  { what: 'timeline', query: '/timeline' },
  { what: 'register as CSV, all rows', query: '.csv?show=all' },
  { what: 'one contract', query: '/XX-CON-01500' },
]

async function measure(name: string, database: Database): Promise<void> {
  const product = productOver(database)
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
  const rows: string[][] = []
  for (const { what, query } of pages) {
    const times: number[] = []
    let bytes = 0
    for (let round = -3; round < rounds; round += 1) {
      const began = performance.now()
      const answer = await product.request(`http://127.0.0.1/west-lothian/contracts${query}`, { headers: { cookie } })
      const text = await answer.text()
      const ms = performance.now() - began
      if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}.`)
      bytes = text.length
      // The first rounds warm up.
      if (round >= 0) times.push(ms)
    }
    const p95 = quantile(times, 0.95)
    const held = query.startsWith('.csv') ? '' : verdict(p95 <= bound)
    rows.push([what, digits(median(times), 1), digits(p95, 1), digits(bytes / 1024), held])
  }
  printTable(
    `Pages of a register of ${digits(contracts)} contracts on ${name} (${rounds} turns, one after another; pages are held to ${bound} ms)`,
    ['page', 'median ms', 'p95 ms', 'KB', 'bound'],
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
