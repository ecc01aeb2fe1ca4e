import { publicActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, type Database } from '../src/core/db/index.ts'
import type { Load } from './support/load.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { productOver } from './support/product.ts'
import { serving } from './support/serving.ts'
import { median, quantile } from './support/statistics.ts'
import type { BenchStore } from './support/stores.ts'
import { underLoad } from './support/under-load.ts'

/** What design.md holds a page for somebody signed in to, at the 95th percentile, where one query reaches this rate. */
const bound = { ms: 60, oneQuery: 5000 }
const [connections, rounds, ms] = [8, 5, 1000]

const pages: readonly { readonly role: string; readonly path: string }[] = [
  { role: 'commissioner', path: '/account' },
  { role: 'commissioner', path: '/west-lothian' },
  { role: 'commissioner', path: '/west-lothian/statement/population' },
  { role: 'commissioner', path: '/west-lothian/write' },
  { role: 'commissioner', path: '/west-lothian/write/messages' },
  { role: 'commissioner', path: '/west-lothian/write/messages/history' },
  { role: 'commissioner', path: '/west-lothian/write/preview' },
  { role: 'commissioner', path: '/west-lothian/write/publish' },
  { role: 'administrator', path: '/admin' },
  { role: 'administrator', path: '/admin/people' },
  { role: 'administrator', path: '/admin/audit' },
  { role: 'administrator', path: '/admin/settings' },
]

/** Steps into a role of the demonstration, as a reader would; gives the cookie. */
async function stepInto(url: string, role: string): Promise<string> {
  const response = await fetch(`${url}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ role: `west-lothian.${role}` }),
    redirect: 'manual',
  })
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0])
  if (cookie.length === 0) throw new Error(`Stepping in as ${role} answered ${response.status}.`)
  return cookie.join('; ')
}

async function measure({ name }: BenchStore, database: Database, load: Load): Promise<void> {
  const product = productOver(database)
  product.get('/health/one-query', async (c) =>
    c.json(await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))),
  )
  await serving(product, async (url) => {
    const cookies = new Map<string, string>()
    for (const role of new Set(pages.map((page) => page.role))) cookies.set(role, await stepInto(url, role))
    const asked = [
      { title: 'one query', path: '/health/one-query', headers: {} },
      ...pages.map(({ role, path }) => ({
        title: `${path} as ${role}`,
        path,
        headers: { cookie: cookies.get(role) ?? '' },
      })),
    ]
    const took = new Map<string, number[]>(asked.map(({ title }) => [title, []]))
    for (let round = 0; round <= rounds; round += 1) {
      for (const { title, path, headers } of asked) {
        const answers = await load.run({ url: `${url}${path}`, headers, connections, ms })
        const others = Object.keys(answers.count).filter((status) => status !== '200')
        if (others.length > 0) throw new Error(`${title} answered ${others.join(', ')}`)
        // The first round warms up.
        if (round > 0) took.get(title)?.push(...answers.took)
      }
    }
    const rate = (times: readonly number[]) => (times.length / rounds / ms) * 1000
    const reference = rate(took.get('one query') ?? [])
    // On a machine where one query is slower than the bound supposes, the bound is longer in proportion.
    const allowed = bound.ms * Math.max(1, bound.oneQuery / reference)
    printTable(
      `Pages for somebody signed in on ${name} (${connections} connections, ${rounds} turns of ${ms / 1000} s; the bound of ${bound.ms} ms supposes ${bound.oneQuery} single queries a second, here ${digits(allowed)} ms)`,
      ['page', 'a second', 'median ms', 'p95 ms', 'one query ÷ it', 'bound'],
      asked.map(({ title }, at) => {
        const times = took.get(title) ?? []
        const p95 = quantile(times, 0.95)
        return [
          title,
          digits(rate(times)),
          digits(median(times), 1),
          digits(p95, 1),
          digits(reference / rate(times), 1),
          at === 0 ? '' : verdict(p95 <= allowed),
        ]
      }),
    )
  })
}

await underLoad(import.meta.url, measure)
