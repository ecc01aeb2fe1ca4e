import { savePartnership, systemActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, type Database, openDatabase } from '../src/core/db/index.ts'
import type { Id } from '../src/core/values/index.ts'
import { prepare } from '../src/prepare.ts'
import { lotsFor } from '../src/procurement/index.ts'
import { areaCode, lotsOf, makeContracts } from './support/made-up-lots.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** Milliseconds at the median on PostgreSQL. */
const bound = 2
const [warmUps, rounds] = [100, 1000]
const council = 'S12000040'
const services = [
  ...['care-at-home', 'night-support', 'reablement', 'housing-support', 'supported-living', 'extra-care'],
  ...['shared-lives', 'day-support', 'day-support-adults', 'short-breaks'],
]
const full = { contracts: 30_000, areas: 299, services, providersInLot: 10, linesOfLot: 34 }
/** What a try on the embedded database holds: filling it takes minutes otherwise, and nobody keeps so much there. */
const tenth = { ...full, contracts: 3000, areas: 28 }

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    const size = name === 'PostgreSQL' ? full : tenth
    const partnership = await newPartnership(database)
    await makeContracts(database, { id: partnership, council }, size)
    const [took, one]: [number[], number[]] = [[], []]
    let offers = 0
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const question = {
        partnershipId: partnership,
        serviceType: services[(round * 7) % services.length] ?? '',
        area: areaCode((round * 37) % size.areas),
        on: '2026-11-22',
      }
      const alone = performance.now()
      await asActor(database, systemActor(partnership), (db) => partnershipBySlug(db, 'sampleshire'))
      const began = performance.now()
      const found = await asActor(database, systemActor(partnership), (db) => lotsFor(db, question))
      if (round >= warmUps) {
        one.push(began - alone)
        took.push(performance.now() - began)
      }
      if (found[0]?.role !== 'lead' || found[0].rate === null) throw new Error('The lead with its price is not first.')
      offers = found.length
    }
    printTable(
      `mercat lots on ${name}: ${digits(size.contracts)} contracts, ${digits(lotsOf(size))} lots, ${digits(lotsOf(size) * size.linesOfLot)} rates`,
      ['offers', 'median ms', 'p95 ms', 'p99 ms', 'one query ms', '÷ one query'],
      [
        [
          offers,
          ...[median(took), quantile(took, 0.95), quantile(took, 0.99), median(one)].map((ms) => digits(ms, 2)),
          digits(median(took) / median(one), 1),
        ],
      ],
    )
    if (name === 'PostgreSQL') console.log(`Median ≤ ${bound} ms: ${verdict(median(took) <= bound)}`)
  } finally {
    await database.close()
  }
})

async function newPartnership(database: Database): Promise<Id> {
  const { id } = await asActor(database, systemActor(), (db) =>
    savePartnership(db, {
      slug: 'sampleshire',
      title: 'Sampleshire',
      name: 'Sampleshire Health and Social Care Partnership',
      kind: 'health-and-social-care-partnership',
      nation: 'scotland',
      areaCode: council,
      prefix: 'BM',
      brandColour: '#2f3b52',
      website: null,
      demonstration: false,
    }),
  )
  return id
}
