import { publicActor } from '../src/core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db, openDatabase } from '../src/core/db/index.ts'
import { prepare } from '../src/prepare.ts'
import { compareRegister, serviceHistory, servicesOf, tallyOf, trendOf } from '../src/providers/index.ts'
import { makeRegisters, type RegisterSize } from './support/made-up-registers.ts'
import { digits, printTable } from './support/print.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

const size: RegisterSize = { months: 24, services: 300 }
const [warmUps, rounds] = [3, 25]
const [council, nation] = ['S12000040', 'S92000003']
const between = { from: '2025-04-30', to: '2025-05-31' }

const reads: readonly { readonly what: string; readonly read: (db: Db) => Promise<unknown> }[] = [
  { what: 'trend of a council', read: (db) => trendOf(db, council) },
  { what: 'trend of a council by service type', read: (db) => trendOf(db, council, 'service-type') },
  { what: 'trend of all 32 councils', read: (db) => trendOf(db, nation) },
  { what: 'tally of a council', read: (db) => tallyOf(db, council) },
  { what: 'tally of all 32 councils', read: (db) => tallyOf(db, nation) },
  { what: 'two days of a council compared', read: (db) => compareRegister(db, { area: council, ...between }) },
  { what: 'two days of all 32 compared', read: (db) => compareRegister(db, { area: nation, ...between }) },
  { what: 'a page of a council’s services', read: (db) => servicesOf(db, council) },
  { what: 'the same by provider size', read: (db) => servicesOf(db, council, { size: 'large' }) },
  { what: 'one service over all files', read: (db) => serviceHistory(db, 'care-inspectorate', 'CS10001') },
]

async function measured(database: Database, { what, read }: (typeof reads)[number]) {
  const took: number[] = []
  const once = () => asActor(database, publicActor, read)
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const began = performance.now()
    await once()
    if (round >= warmUps) took.push(performance.now() - began)
  }
  const { queries } = await countingQueries(once)
  return [what, digits(median(took), 1), digits(Math.min(...took), 1), digits(quantile(took, 0.95), 1), queries]
}

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    await makeRegisters(database, size)
    const rows = []
    for (const one of reads) rows.push(await measured(database, one))
    printTable(
      `Reading ${size.months} monthly registers of 32 councils with ${size.services} services each: ${name} (${rounds} times each, transaction included)`,
      ['read', 'median ms', 'least ms', 'p95 ms', 'queries'],
      rows,
    )
  } finally {
    await database.close()
  }
})
