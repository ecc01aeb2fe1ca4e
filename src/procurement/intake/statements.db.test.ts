import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  contractsByName,
  csvFile,
  forPartnership,
  freshPartnership,
  pictureThreeProviders,
} from '../../../test/support/contract-files.ts'
import { openNew } from '../../../test/support/new-database.ts'
import type { Partnership } from '../../core/auth/index.ts'
import { countingQueries, type Database } from '../../core/db/index.ts'
import type { ImportReport, SourceFile } from '../../core/import/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { allPurchases } from '../spot/queries/purchases.ts'
import { summaryWordsOf } from '../summaries/queries/market-areas.ts'
import { importContracts } from './import-contracts.ts'
import { importLots } from './import-lots.ts'
import { importMarketAreas } from './import-market-areas.ts'
import { importRates } from './import-rates.ts'
import { importSpotPurchases } from './import-spot-purchases.ts'

const at = new Date('2026-11-22T09:00:00Z')

let database: Database
beforeAll(async () => {
  database = await openNew()
  await pictureThreeProviders(database)
})
afterAll(() => database.close())

type Import = typeof importContracts
const providers = ['Example Care Limited', 'Third Care', 'Example Other Ltd']
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

/** What a file adds, and in how many statements. */
async function taking(run: Import, partnership: Partnership, file: SourceFile) {
  const { result, queries } = await countingQueries<ImportReport>(() => run(database, partnership, file, { at }))
  expect(result.rejected).toEqual([])
  return { added: result.added, queries }
}

const contractsFile = (count: number) =>
  csvFile(
    'reference,title,service,suppliers,start,end,options,extended_to,follows',
    ...upTo(count).map(
      (n) =>
        `C${n},Contract ${n},Care at home,"Example Care Limited; Third Care",2024-04-01,2026-03-31,12 months,2027-03-31,${n > 1 ? `C${n - 1}` : ''}`,
    ),
  )

test('many contracts are taken in as many statements as a few', async () => {
  const [few, many] = [await freshPartnership(database), await freshPartnership(database)]
  // Organisations that are new to the product are added once, with the first file.
  await taking(importContracts, await freshPartnership(database), contractsFile(1))
  const first = await taking(importContracts, few, contractsFile(3))
  const second = await taking(importContracts, many, contractsFile(60))
  expect([first.added, second.added]).toEqual([3, 60])
  expect(second.queries).toBe(first.queries)
  expect(second.queries).toBeLessThan(60)
  const contracts = await contractsByName(database, many, '2026-11-22')
  expect(contracts.get('C60')).toMatchObject({
    version: 1,
    stage: 'awarded',
    followsId: contracts.get('C59')?.id,
    terms: [{ until: '2026-04-01' }, { until: '2027-04-01', origin: 'extension' }],
    options: [{ decision: 'taken', decidedOn: '2026-04-01' }],
    lots: [{ standings: [{ organisation: 'Example Care Limited' }, { organisation: 'Third Care' }] }],
  })
  const checked = await forPartnership(database, many, (db) => verifyLedger(db, many.id))
  expect(checked).toMatchObject({ ok: true, entries: 61 })
})

test('a contract with ten lots and thirty prices takes no more statements than one with a single lot', async () => {
  const lotsOf = (count: number) =>
    csvFile(
      'contract,lot,name,service,provider,role,rank',
      ...upTo(count).flatMap((lot) =>
        providers.map(
          (name, n) => `C1,${lot},Lot ${lot},Care at home,${name},${n === 0 ? 'lead' : 'fallback'},${n + 1}`,
        ),
      ),
    )
  const ratesOf = (count: number) =>
    csvFile(
      'contract,lot,provider,basis,unit,cap,rate',
      ...upTo(count).flatMap((lot) =>
        providers.map((name, n) => `C1,${lot},${name},tendered,hour,${n === 0 ? '25.00' : ''},2${n}.50`),
      ),
    )
  const queries: number[][] = []
  for (const count of [1, 1, 10]) {
    const partnership = await freshPartnership(database)
    await taking(importContracts, partnership, contractsFile(1))
    const lots = await taking(importLots, partnership, lotsOf(count))
    const rates = await taking(importRates, partnership, ratesOf(count))
    expect([lots.added, rates.added]).toEqual([3 * count, 3 * count])
    queries.push([lots.queries, rates.queries])
    const contract = (await contractsByName(database, partnership, '2026-11-22')).get('C1')
    expect(contract?.lots).toHaveLength(count)
    expect(contract?.lots.at(-1)).toMatchObject({
      number: `${count}`,
      capped: true,
      standings: [{ role: 'lead', rank: 1 }, { rank: 2 }, { rank: 3, state: 'unconfirmed' }],
    })
    expect(
      contract?.lots
        .at(-1)
        ?.rateLines.map(({ rates: [rate] }) => rate?.pence)
        .toSorted(),
    ).toEqual([2050, 2150, 2250])
  }
  expect(queries[2]).toEqual(queries[1])
  expect(Math.max(...(queries[2] ?? []))).toBeLessThan(60)
})

const areasFile = (count: number, said = 'What it is') =>
  csvFile(
    'key,name,services,description,from,published',
    ...upTo(count).flatMap((n) => [
      `area-${n},Area ${n},Care at home,${said},2025-04-01,yes`,
      `area-${n},Area ${n},Care at home,${said} later,2026-04-01,yes`,
    ]),
  )

test('many market areas with their words are taken in as many statements as a few, and again change nothing', async () => {
  const [few, many] = [await freshPartnership(database), await freshPartnership(database)]
  const first = await taking(importMarketAreas, few, areasFile(2))
  const second = await taking(importMarketAreas, many, areasFile(40))
  expect([first.added, second.added]).toEqual([4, 80])
  expect(second.queries).toBe(first.queries)
  expect(await importMarketAreas(database, many, areasFile(40), { at })).toMatchObject({ unchanged: 80 })
  expect(await importMarketAreas(database, many, areasFile(40, 'Other words'), { at })).toMatchObject({ changed: 80 })
  expect(await forPartnership(database, many, (db) => verifyLedger(db, many.id))).toMatchObject({ ok: true })
  const words = (on: string) =>
    forPartnership(database, many, (db) => summaryWordsOf(db, many.id, { on, shown: 'published' }))
  const said = async (on: string) => new Set([...(await words(on)).values()].map(({ description }) => description))
  expect([await said('2026-03-31'), await said('2026-04-01')]).toEqual([
    new Set(['Other words']),
    new Set(['Other words later']),
  ])
})

const purchasesFile = (count: number, hours = '10:00') =>
  csvFile(
    'provider,service,area,person,from,weekly_hours,weekly_cost,reason',
    ...upTo(count).map((n) => `Third Care,Care at home,S12000040,P${n},2026-04-01,${hours},250,No lot had a place`),
  )

test('many spot purchases are taken, and changed, in as many statements as a few', async () => {
  const [few, many] = [await freshPartnership(database), await freshPartnership(database)]
  await taking(importSpotPurchases, await freshPartnership(database), purchasesFile(1))
  const first = await taking(importSpotPurchases, few, purchasesFile(2))
  const second = await taking(importSpotPurchases, many, purchasesFile(60))
  expect([first.added, second.added]).toEqual([2, 60])
  expect(second.queries).toBe(first.queries)
  const again = await importSpotPurchases(database, many, purchasesFile(60), { at })
  expect(again).toMatchObject({ unchanged: 60 })
  const changes = await countingQueries(() => importSpotPurchases(database, many, purchasesFile(60, '12:30'), { at }))
  expect(changes.result).toMatchObject({ changed: 60, added: 0 })
  expect(changes.queries).toBeLessThan(40)
  const purchases = await forPartnership(database, many, (db) => allPurchases(db, many.id))
  expect(new Set(purchases.map(({ weeklyMinutes, version }) => `${weeklyMinutes} ${version}`))).toEqual(
    new Set(['750 2']),
  )
  expect(new Set(purchases.map(({ reference }) => reference)).size).toBe(60)
})

test('a contract that a file calls by both of its numbers is changed once', async () => {
  const partnership = await freshPartnership(database)
  await taking(importContracts, partnership, contractsFile(1))
  const reference = (await contractsByName(database, partnership, '2026-11-22')).get('C1')?.reference
  const header = 'contract,lot,name,service,provider'
  const file = csvFile(header, 'C1,1,North,Care at home,Third Care', `${reference},2,South,Care at home,Third Care`)
  expect(await taking(importLots, partnership, file)).toMatchObject({ added: 2 })
  const contract = (await contractsByName(database, partnership, '2026-11-22')).get('C1')
  expect(contract).toMatchObject({ version: 2, lots: [{ number: '1' }, { number: '2' }] })
})
