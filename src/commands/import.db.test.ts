import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { runCommand } from '../../test/support/run-command.ts'
import type { Database } from '../core/db/index.ts'

let database: Database
let folder: string
beforeAll(async () => {
  database = await openNew()
  folder = await mkdtemp(join(tmpdir(), 'mercat-import-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const ages = Array.from({ length: 91 }, (_, age) => (age === 90 ? 'Age90plus' : `Age${age}`))
const header = ['Year', 'CA', 'CAQF', 'Sex', 'SexQF', 'AllAges', ...ages].join(',')
const row = (year: number, area: string, each: number | string = 1, all: number | string = 91 * Number(each)) =>
  [year, area, '', 'All', '', all, ...ages.map(() => each)].join(',')

let vintage = 1950
/** Writes a file and imports it as projections of an edition of its own, or of the one that is named. */
async function importing(content: string | Uint8Array, ...more: string[]) {
  await writeFile(join(folder, 'people.csv'), content)
  const edition = more.includes('--vintage') ? [] : ['--vintage', String(vintage++)]
  const args = ['people.csv', '--layout', 'nrs', '--kind', 'projection', ...edition, ...more]
  return runCommand(['import', 'population', ...args], { cwd: folder, on: database })
}

const good = [header, row(2030, 'S12000040'), row(2031, 'S12000040')]
const bad = [
  ...good,
  row(2032, 'S99000099'),
  row(2033, 'S12000040').replace(',91,1,', ',91,-1,'),
  row(2034, 'S12000040', 1, 90),
]

test('a file is taken, and taken again nothing changes', async () => {
  const edition = ['--vintage', '1940', '--json']
  const first = await importing(good.join('\n'), ...edition)
  expect(first).toMatchObject({ exit: 0, err: '' })
  expect(JSON.parse(first.out)).toMatchObject({
    read: 2,
    added: 2,
    changed: 0,
    unchanged: 0,
    rejectedRows: 0,
    applied: true,
  })
  const again = await importing(good.join('\n'), ...edition)
  expect(again.exit).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, applied: true })
})

test('a dry run says what would be and changes nothing', async () => {
  const edition = ['--vintage', '1941']
  const dry = await importing(good.join('\n'), ...edition, '--dry-run')
  expect(dry.out).toContain('A dry run, nothing was changed. It would have been: 2 added')
  const then = await importing(good.join('\n'), ...edition, '--json')
  expect(JSON.parse(then.out)).toMatchObject({ added: 2, dryRun: false })
})

test('every good row is taken and every bad one told by line, column and reason', async () => {
  const { exit, out, err } = await importing(bad.join('\n'))
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toContain('people.csv: 5 rows read. 2 added, 0 changed, 0 unchanged, 3 rejected.')
  expect(out).toContain('line 4, column CA: “S99000099” is not the code or name of an area that is known here.')
  expect(out).toContain('line 5, column Age0: -1 is below zero.')
  expect(out).toContain('line 6, column AllAges: The ages add up to 91, and this says 90.')
})

test('all or nothing takes nothing when a row is bad', async () => {
  const { exit, out } = await importing(bad.join('\n'), '--all-or-nothing', '--json')
  expect(exit).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ applied: false, added: 0, rejectedRows: 3 })
})

test.each([
  ['with a byte-order mark', `\uFEFF${good.join('\n')}`],
  ['with the line ends of Windows', good.join('\r\n')],
  ['with blank rows at the end', `${good.join('\n')}\n\n,,,,\n${','.repeat(96)}\n`],
  [
    'in Windows-1252, with a name',
    new Uint8Array(Buffer.from(good.join('\n').replaceAll(',All,,', ',All,\xe9,'), 'latin1')),
  ],
  ['in UTF-16', new Uint8Array(Buffer.from(`\uFEFF${good.join('\n')}`, 'utf16le'))],
])('a file %s is read as any other', async (_, content) => {
  const { exit, out } = await importing(content, '--json')
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ added: 2, rejectedRows: 0 })
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['that is empty', '', /^people\.csv is empty\./],
  ['of blank rows', '\n\n , \n', /^people\.csv has no rows\./],
  [
    'that is a workbook',
    new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    /is a zip file, or a workbook that can’t be read\. Open it and save the sheet as CSV\./,
  ],
  ['that is a PDF', '%PDF-1.7\n', /is a PDF\. Its table has to be saved as CSV\./],
  ['of bytes', new Uint8Array([1, 0, 2, 0, 3]), /is not a table of text\./],
  ['of another table', 'Name,Beds\nCare home,12\n', /column/i],
  ['without a column of ages', good.map((line) => line.split(',').toSpliced(20, 1).join(',')).join('\n'), /14/],
  [
    'without the column of areas',
    good.map((line) => line.split(',').toSpliced(1, 1).join(',')).join('\n'),
    /The column “CA” is missing\. The first row has: Year, CAQF/,
  ],
])('a file %s is refused in a sentence, exit 1', async (_, content, sentence) => {
  const { exit, out, err } = await importing(content)
  expect({ exit, out }).toEqual({ exit: 1, out: '' })
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/Something went wrong|^ {4}at /m)
  const json = await importing(content, '--json')
  expect(JSON.parse(json.out).error).toBe(err.slice(0, JSON.parse(json.out).error.length))
})

test('a file that is cut short loses its last row only', async () => {
  const { exit, out } = await importing(good.join('\n').slice(0, -40))
  expect(exit).toBe(0)
  expect(out).toMatch(
    /1 added, .* 1 rejected\.\n {2}line 3: This row has \d+ of 97 columns; the file may be cut short\./,
  )
})

test('a file that holds a first row alone is applied nothing of', async () => {
  const { exit, out } = await importing(header)
  expect(exit).toBe(1)
  expect(out).toContain('Nothing was imported')
  expect(out).toContain('people.csv has a first row and no rows under it.')
})

test('a file that is not there, or is a folder, is refused before anything else', async () => {
  const run = (path: string) =>
    runCommand(['import', 'sources', path], { cwd: folder, env: { MERCAT_DATA_DIR: join(folder, 'never-made') } })
  expect(await run('none.csv')).toEqual({ exit: 1, out: '', err: `There is no file ${join(folder, 'none.csv')}.\n` })
  expect(await run('.')).toEqual({ exit: 1, out: '', err: `${folder} is a folder, not a file.\n` })
  expect(existsSync(join(folder, 'never-made'))).toBe(false)
})

test('a partnership that is not there is refused in a sentence', async () => {
  await writeFile(join(folder, 'budgets.csv'), 'a,b\n1,2\n')
  const args = ['import', 'budgets', 'budgets.csv', '--partnership', 'atlantis']
  expect(await runCommand(args, { cwd: folder, on: database })).toEqual({
    exit: 1,
    out: '',
    err: 'A partnership named “atlantis” was not found.\n',
  })
})

const data = fileURLToPath(new URL('../../../shared/data/population/', import.meta.url))

// Official files stand beside the project, not in it.
describe.skipIf(!existsSync(data))('with official files, by command', () => {
  const run = async (...args: string[]) => {
    const { exit, out, err } = await runCommand([...args, '--json'], { cwd: data, on: database })
    expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' })
    return JSON.parse(out)
  }
  beforeAll(async () => {
    const shape = ['--layout', 'nrs', '--kind']
    await run(
      'import',
      'population',
      'nrs_pop_proj_west-lothian_inverclyde.csv',
      ...shape,
      'projection',
      '--vintage',
      '2018',
    )
    await run(
      'import',
      'population',
      'nrs_pop_est_west-lothian_inverclyde.csv',
      ...shape,
      'estimate',
      '--vintage',
      '2023',
    )
    await run('import', 'prevalence', 'cfas2_dementia_rates.csv', '--measure', 'dementia', '--source', 'cfas2')
  })

  test.each([
    ['S12000040', [12_406, 17_289, 25_526]],
    ['S12000018', [7_395, 8_580, 11_499]],
  ])('people of 75 and over in %s in 2018, 2028 and 2043 are one series', async (area, people) => {
    const told = []
    for (const year of ['2018', '2028', '2043'])
      told.push(await run('figure', 'population', '--area', area, '--year', year, '--ages', '75+'))
    expect(told.map(({ value }) => value)).toEqual(people)
    expect(new Set(told.map(({ basis }) => basis))).toEqual(new Set(['projection']))
    expect(told[0].rows.rows.length).toBeGreaterThan(0)
  })

  test.each([
    ['S12000040', 2242.9],
    ['S12000018', 1148.8],
  ])('people of 65 and over in %s expected to have dementia in 2028', async (area, people) => {
    const { value } = await run('figure', 'dementia', '--area', area, '--year', '2028', '--ages', '65+')
    expect(value).toBeCloseTo(people, 1)
  })

  test('the estimates are asked for by name, and answer where no year is asked', async () => {
    const estimate = await run('figure', 'population', '--area', 'S12000040', '--year', '2018', '--kind', 'estimate')
    expect(estimate).toMatchObject({ basis: 'estimate', period: '2018' })
    expect(estimate.note).toMatch(/^The 2018-based projection says [\d,]+\.$/)
    expect(await run('figure', 'population', '--area', 'West Lothian')).toMatchObject({
      basis: 'estimate',
      period: '2023',
    })
  })
})
