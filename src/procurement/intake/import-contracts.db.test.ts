import { afterAll, beforeAll, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import {
  contractsByName,
  csvFile,
  forPartnership,
  freshPartnership,
  pictureThreeProviders,
} from '../../../test/support/contract-files.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Partnership, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { fileInMemory, type ImportOptions, type SourceFile } from '../../core/import/index.ts'
import { ledgerVersion, verifyLedger } from '../../core/ledger/index.ts'
import {
  addOrganisation,
  liftSuspension,
  organisationsNamed,
  suspendProvider,
  suspensionsOf,
} from '../../providers/index.ts'
import { importContracts } from './import-contracts.ts'
import { importLots } from './import-lots.ts'
import { importMarketAreas } from './import-market-areas.ts'

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
const take = (partnership: Partnership, file: SourceFile, options: Partial<ImportOptions & { at: Date }> = {}) =>
  importContracts(database, partnership, file, { at, ...options })

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
    { line: 5, column: 'Supplier', reason: '“N/A” names no supplier: left out.' },
    { line: 6, column: 'Supplier', reason: '“Various” names no supplier: left out.' },
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

test('a company that is known by a name with a comma stays whole', async () => {
  const partnership = await fresh()
  await asActor(database, systemActor(), (db) => addOrganisation(db, at, 'Alpha, Beta and Gamma'))
  await take(partnership, csv('title,suppliers,start', 'Shared,"Alpha, Beta and Gamma, Delta Ltd",2024-04-01'))
  const names = (await contractsOf(partnership)).get('Shared')?.lots[0]?.standings.map((one) => one.organisation)
  expect(names).toEqual(['Alpha, Beta and Gamma', 'Delta Ltd'])
})

test('a suspended provider gets no place by a file, neither with a contract nor in a lot', async () => {
  const partnership = await fresh()
  const header = 'reference,title,service,suppliers,start'
  await take(partnership, csv(header, 'A,Care at home,Care at home,Third Care,2024-04-01'))
  const [third] = await asActor(database, publicActor, (db) => organisationsNamed(db, 'Third Care'))
  await of(partnership, (db) =>
    suspendProvider(db, systemActor(partnership.id), {
      partnershipId: partnership.id,
      organisationId: third?.id ?? '',
      from: today,
      until: null,
      reason: 'Enforcement',
      at: new Date('2026-11-22T10:00:00Z'),
    }),
  )
  const refused = [{ line: 2, column: expect.anything(), reason: expect.stringContaining('suspended') }]
  const contract = await take(partnership, csv(header, 'B,More care,Care at home,Third Care,2024-04-01'), { at: later })
  expect(contract).toMatchObject({ applied: false, rejected: [{ line: 2, reason: refused[0]?.reason }] })
  const lots = csv('contract,lot,name,provider', 'A,1,North,Third Care', 'A,1,North,Example Care Ltd')
  const report = await importLots(database, partnership, lots, { at: later })
  expect(report).toMatchObject({ added: 1, rejectedRows: 1, rejected: refused })
  // Once it is lifted, the same file brings the row that was refused.
  const [suspension] = await of(partnership, (db) => suspensionsOf(db, partnership.id))
  const lifted = { partnershipId: partnership.id, id: suspension?.id ?? '', reason: 'Put right', at: later }
  await of(partnership, (db) => liftSuspension(db, systemActor(partnership.id), lifted))
  const after = { at: new Date('2026-11-24T09:00:00Z') }
  expect(await importLots(database, partnership, lots, after)).toMatchObject({
    added: 1,
    unchanged: 1,
    rejectedRows: 0,
  })
})

test('hostile rows are told by line, column and reason, and cost no other row', async () => {
  const partnership = await fresh()
  const two = Array.from({ length: 200 }, (_, index) => `Awkward Care ${index} Ltd`)
  const report = await take(
    partnership,
    csv(
      'reference,title,suppliers,start,end,notice_months,yearly_value,note',
      'G1,<script>alert(1)</script>,"Third Care\nSmith, Sample & Co",2024-04-01,31/12/9999,,,=1+1',
      `G2,Two hundred,"${two.join(', ')}",2024-04-01,2027-03-31,,,`,
      'B1,Too long a notice,Third Care,2024-04-01,2027-03-31,99999999999,,',
      'B2,Too long ago,Third Care,0001-01-01,2027-03-31,,,',
      `${'R'.repeat(3000)},Too long a reference,Third Care,2024-04-01,2027-03-31,,,`,
      `B4,${'x'.repeat(20_000)},Third Care,2024-04-01,2027-03-31,,,`,
      `B5,Too long a name,"${'N'.repeat(5000)}",2024-04-01,2027-03-31,,,`,
      `B6,Too many,"${'a, '.repeat(1000)}",2024-04-01,2027-03-31,,,`,
      'B7,Too much,Third Care,2024-04-01,2027-03-31,,99999999999999,',
      'G3,Last\u0001of\u200ball,Third Care,2024-04-01,2027-03-31,,,',
    ),
  )
  expect(report.rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [5, 'notice_months', '“99999999999” is more than any number here.'],
    [6, 'start', '“0001-01-01” is no day: write 2019-03-31 or 31/03/2019.'],
    [7, 'reference', 'This has 3,000 characters; at most 100 are kept.'],
    [8, 'title', 'This has 20,000 characters; at most 300 are kept.'],
    [9, 'suppliers', 'A name of 5,000 characters is no supplier’s; at most 300 are kept.'],
    [10, 'suppliers', 'This names more than 500 suppliers: give them in a file of lots.'],
    [11, 'yearly_value', '“99999999999999” is not an amount in pounds.'],
  ])
  expect(report).toMatchObject({ read: 10, added: 3, rejectedRows: 7, applied: true })
  const contracts = await contractsOf(partnership)
  expect(contracts.get('G1')).toMatchObject({
    detail: { title: '<script>alert(1)</script>', note: '=1+1' },
    terms: [{ from: '2024-04-01', until: null }],
    lots: [{ standings: [{ organisation: 'Smith, Sample & Co' }, { organisation: 'Third Care' }] }],
  })
  expect(contracts.get('G2')?.lots[0]?.standings).toHaveLength(200)
  expect(contracts.get('G3')?.detail.title).toBe('Last of\u200ball')
})
