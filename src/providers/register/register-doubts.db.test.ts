import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { csv, emptyRegister, keptRegister, many } from '../../../test/support/made-up-register.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { publicActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { fileInMemory, isDoubt } from '../../core/import/index.ts'
import { ledgerVersion } from '../../core/ledger/index.ts'
import { newId } from '../../core/values/index.ts'
import { importRegister, type RegisterImport } from './import-register.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())
beforeEach(() => emptyRegister(database))

const at = new Date('2026-11-22T12:00:00Z')

const load = (content: string, asOf: string, options: Partial<RegisterImport> = {}) =>
  importRegister(database, fileInMemory('register.csv', content), {
    regulator: 'care-inspectorate',
    asOf,
    at,
    ...options,
  })

const version = () => asActor(database, publicActor, (db) => ledgerVersion(db, newId()))
const june = '2025-06-30'
const july = '2025-07-31'

const other = [
  'Location ID,Location Name,Location Local Authority,Service type - Care home service with nursing',
  '1-99,Example Court,Lancashire,Y',
].join('\n')

const hundred = csv(many(100))

test.each<[string, string, string, Partial<RegisterImport>, RegExp]>([
  [
    'last month’s file again',
    hundred,
    july,
    {},
    /^register\.csv is the very file that was imported as the register of 30 June 2025\.$/,
  ],
  [
    'last month’s file saved anew',
    hundred.replaceAll('\n', '\r\n'),
    july,
    {},
    /^Nothing differs from the register of 30 June 2025/,
  ],
  [
    'last month’s file without its end',
    csv(many(90)),
    july,
    {},
    /^Nothing differs from the register of 30 June 2025, but 10 services are missing, so this may be part of that file\.$/,
  ],
  [
    'a file of a later day',
    csv(many(100, { more: { DateReg: '03/08/2025' } })),
    july,
    {},
    /^100 rows have a date after 31 July 2025 \(3 August 2025 in line 2\)/,
  ],
  [
    'a quarter gone at once',
    csv(many(75)),
    july,
    {},
    /^25 services of 100 in the register of 30 June 2025 would be gone\.$/,
  ],
  [
    'a last row cut short',
    hundred.slice(0, -40),
    july,
    {},
    /^The last row of register\.csv, in line 101, is cut short/,
  ],
  [
    'a column whose cells have moved',
    csv(many(100, { grade: 'Adults' })),
    july,
    {},
    /^The column MinGrade can’t be read in 100 of 100 rows, as if it had moved: line 2: “Adults” is not a grade\.$/,
  ],
  [
    'a column of councils that holds something else',
    csv(many(100, { council: 'Health Board' })),
    july,
    {},
    /^The column Council_Area_Name can’t be read in 100 of 100 rows, as if it had moved: line 2: “Health Board” is not an area/,
  ],
  [
    'many repeats',
    csv([...many(100), ...many(100)]),
    july,
    {},
    /^100 of 200 rows can’t be taken, the first because: This repeats line 2\.$/,
  ],
])('%s is refused in a sentence until it is meant', async (_, content, asOf, options, sentence) => {
  await load(hundred, june)
  const [before, then] = [await keptRegister(database), await version()]
  const refused = await load(content, asOf, options).catch((error: unknown) => error)
  expect(refused).toMatchObject({ message: expect.stringMatching(sentence) })
  expect(isDoubt(refused)).toBe(true)
  expect(await keptRegister(database)).toEqual(before)
  expect(await version()).toEqual(then)
  expect(await load(content, asOf, { ...options, yes: true })).toMatchObject({ applied: true })
})

test('the file of any other month is known again, saved anew or not, and the month itself can be told again', async () => {
  const months = [hundred, csv(many(100, { places: 21 })), csv(many(100, { places: 22 }))]
  for (const [index, day] of ['2025-05-31', june, july].entries()) await load(months[index] ?? '', day)
  const [before, then] = [await keptRegister(database), await version()]
  for (const [content, words] of [
    [hundred, 'the very file that was imported as the register of 31 May 2025'],
    [`\uFEFF${hundred}`, 'Nothing differs from the register of 31 May 2025'],
  ] as const) {
    await expect(load(content, july)).rejects.toThrow(words)
  }
  expect(await keptRegister(database)).toEqual(before)
  expect(await version()).toEqual(then)
  await load(hundred, july, { yes: true })
  for (const content of [hundred, `\uFEFF${hundred}`]) {
    expect(await load(content, july)).toMatchObject({ unchanged: 100, applied: true })
    expect(await load(content, '2025-05-31')).toMatchObject({ unchanged: 100, applied: true })
  }
})

test('half a file is refused: it knows some of the councils of the file before and not others', async () => {
  await load(csv([...many(30), ...many(30, { council: 'East Lothian' }, 100)]), june)
  const half = load(csv(many(30)), july)
  await expect(half).rejects.toThrow(
    'This may be half a file: it has 30 services where the register of 30 June 2025 had 60, and none of East Lothian.',
  )
  expect(await load(csv(many(9, { council: 'Inverclyde' }, 200)), july)).toMatchObject({ added: 9, applied: true })
})

test.each<[string, string, Partial<RegisterImport>, RegExp]>([
  [
    'the register of another regulator',
    other,
    {},
    /^register\.csv is the register of the Care Quality Commission, not of the Care Inspectorate\.$/,
  ],
  [
    'that of the first as the second’s',
    hundred,
    { regulator: 'cqc' },
    /is the register of the Care Inspectorate, not of the Care Quality Commission/,
  ],
  [
    'one of another nation',
    csv(many(30, { council: 'Lancashire' })),
    {},
    /^30 of 30 services are in councils outside Scotland, and this is to be the register of the Care Inspectorate\.$/,
  ],
  ['another table', 'Home,Beds\nAlder,20\n', {}, /^The columns “CSNumber”, “CareService”, .* are missing\.$/],
  ['one without a column', hundred.replace('ServiceStatus', 'Purple'), {}, /^The column “ServiceStatus” is missing\.$/],
  ['one for a day to come', hundred, { asOf: '2030-01-31' }, /^31 January 2030 has not come yet\.$/],
  ['an empty file', '', {}, /^register\.csv is empty\.$/],
])('%s is refused, whatever is said', async (_, content, options, sentence) => {
  const [before, then] = [await keptRegister(database), await version()]
  for (const yes of [false, true]) {
    const refused = await load(content, july, { ...options, yes }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ message: expect.stringMatching(sentence) })
    expect(isDoubt(refused)).toBe(false)
  }
  expect(await keptRegister(database)).toEqual(before)
  expect(await version()).toEqual(then)
})
