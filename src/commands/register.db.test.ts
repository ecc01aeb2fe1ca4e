import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { runCommand } from '../../test/support/run-command.ts'
import type { Database } from '../core/db/index.ts'

let database: Database
let folder: string
beforeAll(async () => {
  database = await openNew()
  folder = await mkdtemp(join(tmpdir(), 'mercat-register-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const header =
  'CSNumber,CareService,Subtype,ServiceType,ServiceName,ServiceStatus,DateReg,Council_Area_Name,TotalBeds,Registered_Places,Client_group,MinGrade'
const home = (number: number, places: number, grade: number, more = 'Active,01/04/2002,West Lothian') =>
  `CS209900000${number},Care Home Service,Older People,Private,Example House ${number},${more},${places + (number === 3 ? 1 : 0)},${places},Adults,${grade}`
const care =
  'CS2099000009,Support Service,Care at Home,Local Authority,Example Care,Active,01/04/2002,West Lothian,,0,Adults,5'
const may = [header, home(1, 20, 4), home(2, 30, 5), home(3, 10, 3), care]
const june = [header, home(1, 24, 5), home(2, 27, 4), home(4, 12, 4, 'Active,01/06/2025,West Lothian'), care]

const run = (...args: string[]) => runCommand(args, { cwd: folder, on: database })
async function importing(lines: readonly string[], asOf: string, ...more: string[]) {
  await writeFile(join(folder, 'register.csv'), lines.join('\n'))
  return run('import', 'register', 'register.csv', '--regulator', 'care-inspectorate', '--as-of', asOf, ...more)
}
const json = async (...args: string[]) => {
  const { exit, out, err } = await run(...args, '--json')
  expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' })
  return JSON.parse(out)
}

test('a register is tried, imported, summed up and compared by command', async () => {
  const dry = await importing(may, '2025-05-31', '--dry-run')
  expect(dry).toMatchObject({ exit: 0, err: '' })
  expect(dry.out).toContain('It would have been: 4 added, 0 changed, 0 unchanged, 0 gone, 0 rejected.')
  const first = await importing(may, '2025-05-31', '--json')
  expect(JSON.parse(first.out)).toMatchObject({
    read: 4,
    added: 4,
    changed: 0,
    unchanged: 0,
    closed: 0,
    flagged: [{ line: 4, column: 'TotalBeds', reason: 'There are 11 beds and 10 registered places.' }],
    rejected: [],
  })
  const next = await importing(june, '2025-06-30')
  expect(next.out).toContain('4 rows read. 1 added, 2 changed, 1 unchanged, 1 gone, 0 rejected.')

  expect(await json('register', 'summary', '--as-of', '2025-06-15', '--area', 'S12000040')).toEqual({
    asOf: '2025-05-31',
    area: 'S12000040',
    adultActive: 4,
    byType: { 'Care Home Service': 3, 'Support Service': 1 },
    bySector: { 'Local Authority': 1, Private: 3 },
    careHomesOlder: 3,
    careHomesOlderPlaces: 60,
  })
  const days = ['--from', '2025-05-31', '--to', '2025-06-30', '--area', 'West Lothian']
  expect(await json('register', 'compare', ...days)).toMatchObject({
    new: 1,
    gone: 1,
    lowestGradeUp: 1,
    lowestGradeDown: 1,
    placesGained: 4,
    placesLost: 3,
    placesNew: 12,
    placesGone: 10,
  })
  expect((await run('register', 'compare', ...days)).out).toContain('1 new with 12 places, 1 gone with 10')
  expect((await run('register', 'summary', '--as-of', '2025-07-01', '--area', 'West Lothian')).out).toContain(
    'Care homes for older people: 3 with 63 places',
  )
})

test('a service that was sold goes on under its new number once that is told, and it can be taken back', async () => {
  const told = ['register', 'succeed', 'CS2099000004', '--from', 'CS2099000003', '--regulator', 'care-inspectorate']
  expect(await run(...told)).toMatchObject({ exit: 1, err: expect.stringContaining('--on 2025-05-31') })
  expect(await run(...told, '--on', '2025-06-01', '--note', 'Sold')).toMatchObject({ exit: 0 })
  expect(await run(...told, '--on', '2025-06-01')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('told already'),
  })
  expect(await run(...told, '--take-back')).toMatchObject({ exit: 0 })
  expect(await run(...told, '--take-back')).toMatchObject({ exit: 1, err: expect.stringContaining('was not found') })
})

test('what is likely a mistake is refused in a sentence, exit 1, and taken with --yes', async () => {
  const refused = await importing(june, '2025-07-31')
  expect(refused).toEqual({
    exit: 1,
    out: '',
    err: 'register.csv is the very file that was imported as the register of 30 June 2025. If that is right, import it again with --yes.\n',
  })
  expect(await importing(june, '2025-07-31', '--yes')).toMatchObject({ exit: 0 })
})

test('rows of the other regulator’s file that are no care service are counted, in words and in JSON', async () => {
  const [types, header] = [
    ['Domiciliary care service', 'Dental service', 'Doctors consultation service'],
    'Location ID,Location Name,Location Local Authority',
  ]
  const ticked = (at: number) => types.map((_, one) => (one === at ? 'Y' : '')).join(',')
  const rows = types.map((type, at) => `1-20${at},Example ${type},Lancashire,${ticked(at)}`)
  const file = [`${header},${types.map((type) => `Service type - ${type}`).join(',')}`, ...rows, '1-200,Again,,,,']
  await writeFile(join(folder, 'cqc.csv'), file.join('\n'))
  const args = ['import', 'register', 'cqc.csv', '--regulator', 'cqc', '--as-of', '2025-05-31']
  expect((await run(...args, '--dry-run')).out).toContain(
    '4 rows read. A dry run, nothing was changed. It would have been: 1 added, 0 changed, 0 unchanged, 0 gone, 1 rejected, 2 passed over as not for this import.',
  )
  expect(await json(...args)).toMatchObject({ read: 4, added: 1, closed: 0, rejectedRows: 1, passedOver: 2 })
})

test('wrong usage is told with exit 2', async () => {
  expect(await importing(may, '31/05/2025')).toMatchObject({ exit: 2, err: expect.stringContaining('2025-05-31') })
  const noRegulator = await run('import', 'register', 'register.csv', '--as-of', '2025-05-31')
  expect(noRegulator).toMatchObject({ exit: 2, err: expect.stringContaining('--regulator') })
  expect(await run('register', 'summary', '--as-of', '2025-05-31')).toMatchObject({ exit: 2 })
})

test('a register of a day before any, or of nowhere, is not found', async () => {
  const ask = (...args: string[]) => run('register', 'summary', ...args)
  expect(await ask('--as-of', '2020-01-31', '--area', 'S12000040')).toMatchObject({ exit: 1, out: '' })
  expect(await ask('--as-of', '2025-05-31', '--area', 'Atlantis')).toEqual({
    exit: 1,
    out: '',
    err: 'An area named “Atlantis” was not found.\n',
  })
})
