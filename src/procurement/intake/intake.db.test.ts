import { afterAll, beforeAll, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { type Partnership, partnershipBySlug, publicActor, systemActor } from '../../core/auth/index.ts'
import { csvOf } from '../../core/csv/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { fileInMemory, type ImportOptions } from '../../core/import/index.ts'
import { ledgerVersion, verifyLedger } from '../../core/ledger/index.ts'
import { addOrganisation, organisationsNamed } from '../../providers/index.ts'
import { contractsAt } from '../queries/contract.ts'
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
const atHome = { care_service: 'Support Service', subtype: 'Care at Home', service_type: 'care-at-home', places: null }

let database: Database
beforeAll(async () => {
  database = await openNew()
  await pictureRegister(database, {
    asOf: '2026-10-31',
    services: [
      {
        ...atHome,
        number: 'CS1',
        name: 'Example at Home',
        provider_number: 'SP1',
        provider_name: 'Example Care Limited',
      },
      { ...atHome, number: 'CS2', name: 'Sample', provider_number: 'SP2', provider_name: 'Smith, Sample & Co' },
      { ...atHome, number: 'CS3', name: 'Third', provider_number: 'SP3', provider_name: 'Third Care' },
    ],
  })
})
afterAll(() => database.close())

async function fresh(): Promise<Partnership> {
  const { slug } = await newPartnership(database)
  return asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
}
const of = <T>({ id }: Partnership, work: (db: Db) => Promise<T>) => asActor(database, systemActor(id), work)
const contractsOf = (partnership: Partnership, on = today) =>
  of(partnership, async (db) => {
    const rows = await procurement(db)
      .selectFrom('contract as c')
      .select(['c.id', 'c.own_reference'])
      .where('c.partnership_id', '=', partnership.id)
      .orderBy('c.reference')
      .execute()
    const contracts = await contractsAt(
      db,
      partnership.id,
      rows.map(({ id }) => id),
      { on },
    )
    return new Map(contracts.map((contract, index) => [rows[index]?.own_reference ?? contract.detail.title, contract]))
  })
const csv = (...lines: string[]) => fileInMemory('register.csv', lines.join('\n'))
const take = (
  partnership: Partnership,
  content: ReturnType<typeof csv>,
  options: Partial<ImportOptions & { at: Date }> = {},
) => importContracts(database, partnership, content, { at, ...options })

const messy = csv(
  'Example Council: register of contracts,,,,,,,',
  ',,,,,,,',
  'Contract Ref,Contract Title,Supplier,Start Date,End Date,Extension options,Annual Value,Service',
  'C1,Care at home &amp; night support,"Example Care Ltd, Smith, Sample & Co",01/04/2024,31/03/2027,2 x 12 months,"£1,250,000.00",Homecare',
  'C2,Women&#39;s refuge,N/A,2024-04-01,,,0,',
  'C3,Day support,Various,45383,46477,,0.00,Day care',
  'C4,Ends early,Third Care,01/04/2024,31/03/2023,,,',
  'C5,No such day,Third Care,31/02/2020,31/03/2023,,,',
  'C1,Care again,Third Care,01/04/2024,31/03/2027,,,',
  'C6,,Third Care,01/04/2024,31/03/2027,,,',
  'C7,Unknown supplier,Nobody Knows Ltd,01/04/2024,31/03/2027,,TBC,Care at home',
  ',No reference,Third Care,01/04/2024,Ongoing,,"12,34",',
  ',No number,Third Care,01/04/2024,Ongoing,,500,Frobnication',
)

test('of a council’s register each good row is taken, each bad one told with its line, column and reason', async () => {
  const partnership = await fresh()
  const report = await take(partnership, messy)
  expect(report).toMatchObject({ read: 10, added: 5, changed: 0, rejectedRows: 5, applied: true, flaggedRows: 4 })
  expect(report.rejected).toEqual([
    { line: 7, column: 'End Date', reason: 'The end, 31 March 2023, is before the start, 1 April 2024.' },
    { line: 8, column: 'Start Date', reason: '“31/02/2020” is no day: write 2019-03-31 or 31/03/2019.' },
    { line: 9, column: null, reason: 'This repeats line 4.' },
    { line: 10, column: 'Contract Title', reason: 'This is missing.' },
    { line: 12, column: 'Annual Value', reason: '“12,34” is not an amount in pounds.' },
  ])
  expect(report.flagged).toEqual([
    { line: 5, column: 'suppliers', reason: '“N/A” names no supplier: left out.' },
    { line: 6, column: 'suppliers', reason: '“Various” names no supplier: left out.' },
    expect.objectContaining({
      line: 11,
      reason: expect.stringContaining('“Nobody Knows Ltd” is not found in the register'),
    }),
    { line: 13, column: 'Service', reason: 'No kind of service is called “Frobnication”: left out.' },
  ])
  const contracts = await contractsOf(partnership)
  expect(contracts.size).toBe(5)
  expect(contracts.get('C1')).toMatchObject({
    detail: {
      title: 'Care at home & night support',
      serviceType: 'care-at-home',
      kind: 'framework',
      yearlyPence: 125_000_000,
    },
    terms: [{ from: '2024-04-01', until: '2027-04-01', state: 'agreed' }],
    options: [
      { from: '2027-04-01', until: '2028-04-01', decision: 'open' },
      { from: '2028-04-01', until: '2029-04-01', decision: 'open' },
    ],
    lots: [
      {
        number: '',
        standings: [
          { organisation: 'Example Care Limited', state: 'active' },
          { organisation: 'Smith, Sample & Co', state: 'active' },
        ],
      },
    ],
  })
  expect(contracts.get('C2')).toMatchObject({
    detail: { title: "Women's refuge", yearlyPence: null },
    lots: [],
    terms: [{ until: null }],
  })
  expect(contracts.get('C3')?.terms).toMatchObject([{ from: '2024-04-01', until: '2027-04-01' }])
  expect(contracts.get('C7')?.lots[0]?.standings).toMatchObject([
    { organisation: 'Nobody Knows Ltd', state: 'unconfirmed' },
  ])
  expect(await of(partnership, (db) => verifyLedger(db, partnership.id))).toMatchObject({ ok: true })
})

test('a file that is imported again changes nothing, in whatever order its rows stand', async () => {
  const partnership = await fresh()
  await take(partnership, messy)
  const [before, head] = [
    await contractsOf(partnership),
    await of(partnership, (db) => ledgerVersion(db, partnership.id)),
  ]
  expect(await take(partnership, messy, { at: later })).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 5,
    rejectedRows: 5,
  })
  expect(await contractsOf(partnership)).toEqual(before)
  expect(await of(partnership, (db) => ledgerVersion(db, partnership.id))).toBe(head)
})

test('what a trial says is what the import does, and a trial keeps nothing, no new company either', async () => {
  const partnership = await fresh()
  const file = csv('title,suppliers,start,end', 'Trial,Only Tried Ltd,2024-04-01,2027-03-31')
  const trial = await take(partnership, file, { dryRun: true })
  expect(trial).toMatchObject({ added: 1, applied: true, dryRun: true })
  expect((await contractsOf(partnership)).size).toBe(0)
  expect(await asActor(database, publicActor, (db) => organisationsNamed(db, 'Only Tried'))).toEqual([])
  expect(await take(partnership, file)).toEqual({ ...trial, dryRun: false })
})

test('when all or nothing was asked, one bad row keeps the others out', async () => {
  const partnership = await fresh()
  expect(await take(partnership, messy, { allOrNothing: true })).toMatchObject({
    added: 0,
    applied: false,
    rejectedRows: 5,
  })
  expect((await contractsOf(partnership)).size).toBe(0)
})

test('a workbook with a mapping of its own is read like the CSV', async () => {
  const partnership = await fresh()
  const text = (value: string) => ({ value })
  const day = (iso: string) => ({ value: new Date(iso), type: Date, format: 'dd/mm/yyyy' }) as const
  const bytes = await writeWorkbook([
    [text('Contracts of Example Council')],
    [text('What it is'), text('Supplier'), text('Start date'), text('End date')],
    [text('Care at home'), text('Third Care'), day('2024-04-01'), day('2027-03-31')],
  ]).toBuffer()
  const file = fileInMemory('register.xlsx', bytes)
  await expect(take(partnership, file)).rejects.toThrow('“title”')
  expect(await take(partnership, file, { mapping: { title: 'What it is' } })).toMatchObject({
    added: 1,
    rejectedRows: 0,
  })
  expect((await contractsOf(partnership)).get('Care at home')?.terms).toMatchObject([
    { from: '2024-04-01', until: '2027-04-01' },
  ])
})

test('what a later file says anew is written from then on, and what an officer did meanwhile stands', async () => {
  const partnership = await fresh()
  const header = 'reference,title,start,end,options,extended_to,yearly_value,note,follows'
  await take(
    partnership,
    csv(header, 'A,Day care,2024-04-01,2026-03-31,12 months; 12 months,2027-03-31,100,,', 'B,Next,2027-04-01,,,,,,A'),
  )
  const first = await contractsOf(partnership)
  expect(first.get('A')).toMatchObject({
    version: 1,
    terms: [{ origin: 'initial' }, { origin: 'extension', from: '2026-04-01', until: '2027-04-01' }],
    options: [{ decision: 'taken' }, { decision: 'open' }],
  })
  expect(first.get('B')?.followsId).toBe(first.get('A')?.id)
  const again = csv(
    header,
    'A,Day care,2024-04-01,2026-03-31,12 months; 12 months,2028-03-31,200,,',
    'B,Next,2027-05-01,,,,,,A',
  )
  expect(await take(partnership, again, { at: later })).toMatchObject({ added: 0, changed: 1, rejectedRows: 1 })
  const second = (await contractsOf(partnership, '2026-12-01')).get('A')
  expect(second).toMatchObject({
    version: 2,
    detail: { yearlyPence: 20_000 },
    options: [{ decision: 'taken' }, { decision: 'taken' }],
  })
  expect(second?.terms.at(-1)).toMatchObject({ until: '2028-04-01', origin: 'extension' })
  expect((await contractsOf(partnership, '2026-06-01')).get('A')?.detail.yearlyPence).toBe(10_000)
})

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

test('market areas are imported with their words, and again without a change', async () => {
  const partnership = await fresh()
  const file = csv(
    'key,name,services,budget_subject,description,period,development,management,source,locus,from,published',
    'care-at-home,Care at home,Care at home,,"Bought &amp; matched",Three years,New lots,Reviewed yearly,,,2024-04-01,yes',
    'Bad Key,Care,,,,,,,,,,',
  )
  const run = () => importMarketAreas(database, partnership, file, { at })
  expect(await run()).toMatchObject({ added: 1, rejectedRows: 1 })
  expect(await run()).toMatchObject({ added: 0, changed: 0, unchanged: 1, rejectedRows: 1 })
})

test('a suspended provider gets no place by a file, and a company known by a name with a comma stays whole', async () => {
  const partnership = await fresh()
  await asActor(database, systemActor(), (db) => addOrganisation(db, at, 'Alpha, Beta and Gamma'))
  await take(partnership, csv('title,suppliers,start', 'Shared,"Alpha, Beta and Gamma, Delta Ltd",2024-04-01'))
  const names = (await contractsOf(partnership))
    .get('Shared')
    ?.lots[0]?.standings.map(({ organisation }) => organisation)
  expect(names).toEqual(['Alpha, Beta and Gamma', 'Delta Ltd'])
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
