import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { histories, inventedFiles } from './files.ts'
import { lastDay } from './history.ts'
import { isInvented } from './invented-names.ts'

type Row = Readonly<Record<string, string>>

const folder = fileURLToPath(new URL('..', import.meta.url))
const files = inventedFiles()
const tables = new Map([...files].map(([path, text]) => [path, parse(text, { columns: true }) as Row[]]))
const rowsOf = (path: string): readonly Row[] => tables.get(path) ?? []
const registers = [...files.keys()].filter((path) => /^registers\/(care|cqc)/.test(path))
const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)

test('made again, every invented file has the same bytes', () => {
  expect(files.size).toBe(33)
  for (const [path, text] of files) expect(readFileSync(folder + path, 'utf8') === text, path).toBe(true)
})

test('every service and provider bears an invented name, an impossible number and an impossible postcode', () => {
  expect(registers).toHaveLength(8)
  const isMadeUp = (row: Row) =>
    isInvented(row.ServiceName ?? row['Location Name'] ?? '') &&
    isInvented(row.ServiceProvider ?? row['Provider Name'] ?? '') &&
    /^(CS9900|1-0000)\d{6}$/.test(row.CSNumber ?? row['Location ID'] ?? '') &&
    /^(SP9900|1-0009)\d{6}$/.test(row.SP_number ?? row['Provider ID'] ?? '') &&
    /^ZZ\d{1,2} \d[A-Z]{2}$/.test(row.Service_Postcode ?? row['Location Postal Code'] ?? '')
  const rows = registers.flatMap(rowsOf)
  expect(rows.length).toBeGreaterThan(1500)
  expect(rows.filter((row) => !isMadeUp(row))).toEqual([])
})

test.each([
  ['Invented Rowan House', true],
  ['Invented West Lothian Council', true],
  ['West Lothian Council', false],
  ['Rowan House', false],
  ['Invented Rowan House by the Sea', false],
])('of the name %s it is said that it is invented: %s', (name, invented) => {
  expect(isInvented(name)).toBe(invented)
})

test('about 400 services stand on the last day, in proportions like those of real registers', () => {
  const scottish = rowsOf(`registers/care-inspectorate-${lastDay}.csv`).filter((row) => row.Client_group === 'Adults')
  const english = rowsOf(`registers/cqc-${lastDay}.csv`)
  expect(scottish.length + english.length).toBeGreaterThan(380)
  expect(scottish.length + english.length).toBeLessThan(460)
  const share = (kind: string) => scottish.filter((row) => row.CareService === kind).length / scottish.length
  expect(share('Support Service')).toBeGreaterThan(0.3)
  expect(share('Housing Support Service')).toBeGreaterThan(0.15)
  expect(share('Care Home Service')).toBeGreaterThan(0.2)
  for (const row of scottish.filter(
    (one) => one.CareService === 'Care Home Service' && one.Subtype === 'Older People',
  )) {
    expect(Number(row.Registered_Places)).toBeGreaterThanOrEqual(20)
    expect(Number(row.Registered_Places)).toBeLessThanOrEqual(90)
  }
})

test('the register of Lancashire agrees with what its statement prints: 17 homes with 717 places, of about 10,240', () => {
  const homes = rowsOf(`registers/cqc-${lastDay}.csv`).filter((row) => row['Care home?'] === 'Y')
  const own = homes.filter((row) => row['Provider Name'] === 'Invented Lancashire Council')
  expect([own.length, sum(own, 'Care homes beds'), sum(homes, 'Care homes beds')]).toEqual([17, 717, 10_240])
})

test('from each quarter to the next services open, close, change grade and size, and one a council is sold', () => {
  for (const { council, pictures, sales } of histories()) {
    expect(sales, council.name).toHaveLength(1)
    for (const [before, after] of pictures.slice(1).map((picture, at) => [pictures[at], picture] as const)) {
      const known = new Map(before?.services.map((one) => [one.number, one]))
      const still = after.services.filter((one) => known.has(one.number))
      expect(after.services.length, `${council.name} opened`).toBeGreaterThan(still.length)
      expect(known.size, `${council.name} closed`).toBeGreaterThan(still.length)
      expect(still.some((one) => one.grades.join() !== known.get(one.number)?.grades.join())).toBe(true)
      expect(still.some((one) => one.places !== known.get(one.number)?.places)).toBe(true)
    }
    for (const { number, earlierNumber } of sales) {
      const find = (wanted: string) => pictures.flatMap(({ services }) => services).find((one) => one.number === wanted)
      expect(find(number)?.name).toBe(find(earlierNumber)?.name)
      expect(find(number)?.provider.number).not.toBe(find(earlierNumber)?.provider.number)
    }
  }
})

test('no register holds a date after its own day', () => {
  const columns = ['DateReg', 'Publication_of_Latest_Grading', 'Location HSCA start date', 'Publication Date']
  const dates = registers.flatMap((path) =>
    rowsOf(path).flatMap((row) =>
      columns.map((column) => [path.slice(-14, -4), row[column]?.split('/').toReversed().join('-') ?? ''] as const),
    ),
  )
  expect(dates.filter(([day, written]) => written > day)).toEqual([])
})

test('needs say that they are made up, and where documents name a shortage need is larger than supply', () => {
  const rows = ['west-lothian', 'inverclyde', 'east-lothian', 'lancashire'].flatMap((slug) =>
    rowsOf(`${slug}/invented-needs.csv`),
  )
  const isTold = (row: Row) =>
    row.source === 'invented-needs' && row.status === 'caution' && row.method?.startsWith('Made up')
  expect(rows.length).toBeGreaterThan(400)
  expect(rows.filter((row) => !isTold(row) || (row.role === 'need' && Number(row.value) <= 5))).toEqual([])
  const value = (service: string, area: string, role: string) =>
    Number(
      rows.find((row) => row.service === service && row.area === area && row.role === role && row.period === '2025')
        ?.value,
    )
  for (const area of ['E07000119', 'E07000128', 'E07000117', 'E07000118', 'E07000126']) {
    expect(value('care-at-home', area, 'need')).toBeGreaterThan(value('care-at-home', area, 'supply') * 1.05)
  }
  const districts = [...new Set(rows.map((row) => row.area ?? ''))].filter((area) => area.startsWith('E07'))
  const spare = districts.filter((area) => value('care-at-home', area, 'need') < value('care-at-home', area, 'supply'))
  expect(districts).toHaveLength(12)
  expect(spare.length).toBeGreaterThan(0)
})

test('all invented files together are small', () => {
  expect([...files.values()].join('').length).toBeLessThan(760_000)
})

test('every person is a demonstration by name, record and postcode, and nothing that is told of one says who it is', () => {
  const people = [...files.keys()].filter((path) => path.endsWith('/packages.csv')).flatMap(rowsOf)
  expect(people.length).toBeGreaterThan(300)
  const isMadeUp = (row: Row) =>
    /^Person Demonstration \d{4}$/.test(row.name ?? '') &&
    /^DEMO-[A-Z]{3}-\d{4}$/.test(row.person ?? '') &&
    /^ZZ\d{1,2} \d[A-Z]{2}$/.test(row.postcode ?? '') &&
    !/Demonstration|Street|ZZ\d/.test(`${row.pen_picture} ${row.outcomes} ${row.needs}`)
  expect(people.filter((row) => !isMadeUp(row))).toEqual([])
})
