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
import { csvOf } from '../../core/csv/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import { fileInMemory, type SourceFile } from '../../core/import/index.ts'
import { procurement } from '../schema/index.ts'
import { importContracts } from './import-contracts.ts'
import { importLots } from './import-lots.ts'
import { importMarketAreas } from './import-market-areas.ts'
import { importRates } from './import-rates.ts'
import { importSpotPurchases } from './import-spot-purchases.ts'
import { type ExportKind, exportKinds, exportRows } from './queries/export-rows.ts'

const at = new Date('2026-11-22T09:00:00Z')
const later = new Date('2026-11-23T09:00:00Z')
const today = '2026-11-22'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await pictureThreeProviders(database)
})
afterAll(() => database.close())

const csv = csvFile
const fresh = () => freshPartnership(database)
const of = <T>(partnership: Partnership, work: (db: Db) => Promise<T>) => forPartnership(database, partnership, work)
const contractsOf = (partnership: Partnership, on = today) => contractsByName(database, partnership, on)
const take = (partnership: Partnership, file: SourceFile) => importContracts(database, partnership, file, { at })

const lotHeader = 'contract,lot,name,service,areas,needs_lead,provider,provider_number,role,rank,from,until,state'
const rateHeader = 'contract,lot,provider,basis,unit,visit_minutes,day_type,level,includes,yearly_units,cap,rate,from'

test('lots and prices take the place of the one lot of the register, and repeat without a change', async () => {
  const partnership = await fresh()
  await take(
    partnership,
    csv('reference,title,service,suppliers,start,end', 'H,Care at home,Care at home,Third Care,2024-04-01,2027-03-31'),
  )
  const lots = csv(
    lotHeader,
    'H,1,North,,,yes,Example Care Ltd,,lead,1,,,',
    'H,1,North,,,yes,,SP2,fallback,2,,,',
    'H,2,South,,,yes,Third Care,,lead,,2024-06-01,2025-05-31,left',
    'H,10,Everywhere,,,no,Nobody At All Ltd,,additional,,,,',
    'H,3,Twice,,,no,Third Care,,framework,1,,,',
    'H,3,Twice,,,no,Example Care Ltd,,framework,1,,,',
    'Z,1,,,,,Third Care,,,,,,',
    'H,4,,,,,Third Care,SP999,,,,,',
  )
  const run = (options = {}) => importLots(database, partnership, lots, { at, ...options })
  const report = await run()
  expect(report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [6, expect.stringContaining('would both have rank 1')],
    [7, expect.stringContaining('would both have rank 1')],
    [8, 'There is no contract “Z”: import contracts first.'],
    [9, expect.stringContaining('SP999')],
  ])
  expect(report).toMatchObject({ added: 4, rejectedRows: 4 })
  const contract = (await contractsOf(partnership)).get('H')
  expect(contract?.lots.map(({ number, name, needsLead }) => [number, name, needsLead])).toEqual([
    ['1', 'North', true],
    ['2', 'South', true],
    ['10', 'Everywhere', false],
  ])
  expect(contract?.lots[0]?.standings).toMatchObject([
    { organisation: 'Example Care Limited', role: 'lead', rank: 1, state: 'active' },
    { organisation: 'Smith, Sample & Co', role: 'fallback', state: 'active' },
  ])
  expect(contract?.lots[2]?.standings).toMatchObject([{ state: 'unconfirmed' }])
  expect(await run({ at: later })).toMatchObject({ added: 0, changed: 0, unchanged: 4, rejectedRows: 4 })
  expect((await contractsOf(partnership)).get('H')).toEqual(contract)

  const rates = csv(
    rateHeader,
    'H,1,Example Care Ltd,tendered,hour,,,,,1000,21.50,20.00,',
    'H,1,Example Care Ltd,tendered,hour,,,,,1000,,21.00,2025-04-01',
    'H,1,"Smith, Sample & Co",tendered,hour,,,,,,,22.00,',
    'H,10,,harmonised,visit,30,weekday,,,,,11.25,',
    'H,10,Third Care,tendered,hour,,,,,,,11.25,',
    'H,7,,harmonised,hour,,,,,,,11.25,',
    'H,1,Example Care Ltd,tendered,week,,,,,,,1,',
    'H,1,Example Care Ltd,tendered,mile,,,,,,0.40,0.45,',
  )
  const price = (options = {}) => importRates(database, partnership, rates, { at, ...options })
  const priced = await price()
  expect(priced.rejected).toEqual([
    { line: 4, column: 'rate', reason: '£22 is above the cap of £21.50.' },
    { line: 6, column: 'provider', reason: '“Third Care” does not stand in lot 10.' },
    { line: 7, column: 'lot', reason: 'This contract has no lot “7”.' },
    { line: 8, column: 'rate', reason: 'This lot has caps, and none is known for this price.' },
    { line: 9, column: 'rate', reason: '£0.45 is above the cap of £0.40.' },
  ])
  expect(priced.added).toBe(3)
  const lines = (await contractsOf(partnership))
    .get('H')
    ?.lots.map(({ rateLines }) => rateLines.map(({ rates }) => rates))
  expect(lines).toMatchObject([
    [
      [
        { from: '2024-04-01', until: '2025-04-01', pence: 2000 },
        { from: '2025-04-01', until: null, pence: 2100 },
      ],
    ],
    [],
    [[{ from: '2024-04-01', until: null, pence: 1125 }]],
  ])
  expect(await price({ at: later })).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
})

const spotHeader =
  'reference,provider,provider_number,service,area,person,care_group,from,until,weekly_hours,weekly_cost,out_of_area,instead_of,reason,moves_to,reviewed,moved'

test('spot purchases are imported, keep no names of people, and keep a review that was told on their page', async () => {
  const partnership = await fresh()
  await take(partnership, csv('reference,title,start', 'F,Framework,2024-04-01'))
  const file = csv(
    spotHeader,
    'S1,Third Care,,Care at home,S12000040,P-001,,01/04/2026,,12.5,"£306.25",yes,F,No capacity,F,,',
    ',Third Care,,Care at home,S12000040,P-002,,01/05/2026,31/05/2026,,100,no,,,,,',
    'S3,Third Care,,Care at home,S12000040,Jane Example,,01/05/2026,,,100,no,,,,,',
    'S4,Third Care,,Care at home,S12000040,P-004,,01/05/2026,,,100,no,F,,,,',
    'S5,Third Care,,Care at home,S12000040,P-005,,01/05/2026,,,100,no,,,F,,2026-06-01',
    'S6,Third Care,,Care at home,Nowhere,P-006,,01/05/2026,,,100,no,,,,,',
  )
  const run = () => importSpotPurchases(database, partnership, file, { at })
  const report = await run()
  expect(report).toMatchObject({ added: 2, rejectedRows: 4 })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
    [4, 'person'],
    [5, 'reason'],
    [6, 'reviewed'],
    [7, 'area'],
  ])
  await of(partnership, (db) =>
    procurement(db)
      .updateTable('spot_purchase')
      .set({ reviewed_on: '2026-10-01' })
      .where('partnership_id', '=', partnership.id)
      .where('reference', '=', 'S1')
      .execute(),
  )
  expect(await run()).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('what is exported of a partnership makes the same again in another', async () => {
  const [one, other] = [await fresh(), await fresh()]
  await importMarketAreas(
    database,
    one,
    csv('key,name,services,description,from,published', 'home,Home,care-at-home,Words,2024-04-01,yes'),
    { at },
  )
  const contracts = csv(
    'reference,title,kind,market_area,service,suppliers,start,end,options,extended_to,yearly_value,notice_months,follows,note,published',
    'A,Care at home,framework,home,Care at home,"Smith, Sample & Co",2024-04-01,2026-03-31,12 months; 6 months,2027-03-31,1234.56,,,"=1+1, said",yes',
    'B,Next,in-house,,,,2027-04-01,,,,,6,A,,no',
    'C,Lots,framework,,care-at-home,,2024-04-01,2027-03-31,,,,,,,no',
  )
  await take(one, contracts)
  await importLots(
    database,
    one,
    csv(
      lotHeader,
      'C,1,North,,,yes,Example Care Ltd,,lead,1,,,',
      'C,1,North,,,yes,Third Care,,fallback,2,2025-04-01,2026-03-31,',
      'C,2,South,,,no,,,,,,,',
    ),
    { at },
  )
  await importRates(
    database,
    one,
    csv(
      rateHeader,
      'C,1,Example Care Ltd,tendered,hour,,,,Travel,1000,21.50,20.05,',
      'C,1,Example Care Ltd,tendered,hour,,,,Travel,1000,22,21.00,2025-04-01',
      'C,2,,harmonised,visit,30,any,,,,12,11.25,',
    ),
    { at },
  )
  await importSpotPurchases(
    database,
    one,
    csv(
      spotHeader,
      'S1,Third Care,,Care at home,S12000040,P-001,,01/04/2026,,12.5,306.25,yes,A,No capacity,C,2026-05-01,2026-06-01',
    ),
    { at },
  )
  const written = (partnership: Partnership, kind: ExportKind) =>
    of(partnership, (db) => exportRows(db, partnership, kind, today)).then(csvOf)
  const importers = {
    'market-areas': importMarketAreas,
    contracts: importContracts,
    lots: importLots,
    rates: importRates,
    'spot-purchases': importSpotPurchases,
  }
  for (const kind of ['market-areas', 'contracts', 'lots', 'rates', 'spot-purchases'] as const) {
    const file = fileInMemory(`${kind}.csv`, await written(one, kind))
    expect(await importers[kind](database, other, file, { at })).toMatchObject({ rejected: [], applied: true })
  }
  for (const kind of exportKinds) expect(await written(other, kind)).toBe(await written(one, kind))
  expect(await written(one, 'contracts')).toContain(`"'=1+1, said"`)
})
