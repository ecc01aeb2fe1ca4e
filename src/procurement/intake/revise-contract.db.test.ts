import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractsByName, csvFile, freshPartnership } from '../../../test/support/contract-files.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { contractAt } from '../queries/contract.ts'
import { importContracts } from './import-contracts.ts'

/** What a later file does to the days of a contract, and what was known of it before. */
let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const instant = (day: string) => new Date(`${day}T09:00:00Z`)
const header = 'reference,title,start,end,options,yearly_value'

test('a contract that a file ends sooner has no option left, and is read as it was known before', async () => {
  const partnership = await freshPartnership(database)
  const take = (row: string, at: Date) => importContracts(database, partnership, csvFile(header, row), { at })
  await take('A,Day care,2024-04-01,2028-03-31,2 x 12 months,100', instant('2026-11-22'))
  const before = (await contractsByName(database, partnership, '2026-11-22')).get('A')
  expect(await take('A,Day care,2024-04-01,2027-03-31,2 x 12 months,100', instant('2026-11-23'))).toMatchObject({
    changed: 1,
  })
  const after = (await contractsByName(database, partnership, '2026-11-23')).get('A')
  expect(after?.terms.map(({ state, until }) => [state, until])).toEqual([
    ['agreed', '2027-04-01'],
    ['ended', '2028-04-01'],
  ])
  expect(after?.options.map(({ decision }) => decision)).toEqual(['declined', 'declined'])
  const known = await asActor(database, systemActor(partnership.id), (db) =>
    contractAt(db, partnership.id, { id: before?.id ?? '' }, { on: '2026-11-22', known: instant('2026-11-22') }),
  )
  expect(known).toMatchObject({ terms: before?.terms, options: before?.options, detail: before?.detail })
  expect(known?.options.map(({ decision }) => decision)).toEqual(['open', 'open'])
})

test('options after 29 February go to the end of the month, and are written as they were read', async () => {
  const partnership = await freshPartnership(database)
  await importContracts(
    database,
    partnership,
    csvFile(
      header,
      'A,Day care,2024-03-01,2028-02-28,24 months; 24 months,',
      'B,Other,2024-03-01,2028-02-29,24 months,',
    ),
    { at: instant('2026-11-22') },
  )
  const contracts = await contractsByName(database, partnership, '2026-11-22')
  expect(contracts.get('A')?.options.map(({ from, until }) => [from, until])).toEqual([
    ['2028-02-29', '2030-03-01'],
    ['2030-03-01', '2032-02-29'],
  ])
  expect(contracts.get('B')?.options).toMatchObject([{ from: '2028-03-01', until: '2030-03-01' }])
})
