import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isInvented } from './generate/invented-names.ts'

type Row = Readonly<Record<string, string>>

const folder = fileURLToPath(new URL('.', import.meta.url))
const rowsOf = (path: string): readonly Row[] => parse(readFileSync(folder + path), { columns: true }) as Row[]
const partnerships = ['west-lothian', 'inverclyde', 'east-lothian', 'lancashire']
const contracts = partnerships.flatMap((slug) => rowsOf(`${slug}/contracts.csv`))
const lots = partnerships.flatMap((slug) => rowsOf(`${slug}/lots.csv`))
const printed = (reference: string) => contracts.find((row) => row.reference === reference)
const providersOf = (reference: string, role?: string) =>
  new Set(
    lots
      .filter((row) => row.contract === reference && (role === undefined || row.role === role))
      .map((row) => row.provider_number),
  ).size

// What the documents print of terms: first day, last day, options after it, last day once extended.
test.each([
  ['WLM-SPEC-2019', '2016-01-01', '2019-12-31', '', ''],
  ['WLM-DAYOP-2019', '2016-02-01', '2019-03-31', '12 months', '2020-03-31'],
  ['INV-AR-NAT-2018', '2015-06-01', '2017-05-31', '24 months', '2019-05-31'],
  ['INV-SL-2018', '2018-01-01', '2019-12-31', '2 x 12 months', ''],
  ['INV-DAY-2018', '2017-07-01', '2019-06-30', '2 x 12 months', ''],
  ['INV-CAH-OLD-2018', '2015-04-01', '2018-03-31', '2 x 12 months', ''],
  ['INV-FOST-FIRST-2018', '2013-03-28', '2017-03-24', '', ''],
  ['INV-FOST-2018', '2017-03-25', '2019-03-24', '24 months', ''],
  ['INV-CRES-FIRST-2018', '2014-04-01', '2018-03-31', '', ''],
  ['INV-CRES-2018', '2018-04-01', '2020-03-31', '24 months', ''],
  ['INV-SEC-FIRST-2018', '2013-07-01', '2017-03-31', '', ''],
  ['INV-SEC-2018', '2017-04-01', '2019-03-31', '12 months', '2020-03-31'],
  ['ELC-HTLAH-2015', '2014-04-01', '2017-03-31', '24 months', ''],
])('%s has the printed term', (reference, start, end, options, extended_to) => {
  expect(printed(reference)).toMatchObject({ start, end, options, extended_to, moved_years: '0' })
})

test.each([
  ['WLM-CAH-2019', '2019-09-30', 'WLM-CAH', '2027-09-30', '8'],
  ['ELC-SPEC-2015', '2016-03-31', 'ELC-SPEC', '2027-03-31', '11'],
  ['INV-SL-2018', '2019-12-31', 'INV-SL', '2027-12-31', '8'],
  ['LAN-HC-2019', '2021-12-31', 'LAN-HC', '2029-12-31', '8'],
])('%s ends on %s as printed, and the contract that follows it says by how many years it was moved', (...given) => {
  const [reference, end, live, moved, years] = given
  expect(printed(reference)?.end).toBe(end)
  expect(printed(live)).toMatchObject({ end: moved, moved_years: years, follows: reference })
})

test('care at home has nine lots with one lead each, two providers who step in, and additional ones', () => {
  const leads = lots.filter((row) => row.contract === 'WLM-CAH' && row.role === 'lead')
  expect(new Set(leads.map((row) => row.lot)).size).toBe(9)
  expect(leads).toHaveLength(9)
  expect(providersOf('WLM-CAH', 'fallback')).toBe(2)
  expect(providersOf('WLM-CAH', 'additional')).toBeGreaterThan(0)
})

test.each([
  ['WLM-SPEC', 27],
  ['INV-SL', 10],
  ['INV-HS', 5],
  ['INV-CAH-OLD-2018', 10],
])('%s has %i providers, as printed', (reference, providers) => {
  expect(providersOf(reference)).toBe(providers)
})

test('every provider in a lot is invented, and stands in an invented register', () => {
  const registered = new Set(
    ['care-inspectorate', 'cqc'].flatMap((regulator) =>
      rowsOf(`registers/${regulator}-2025-06-30.csv`).map((row) => row.SP_number ?? row['Provider ID']),
    ),
  )
  expect(lots.length).toBeGreaterThan(200)
  expect(lots.filter((row) => !isInvented(row.provider ?? '') || !registered.has(row.provider_number))).toEqual([])
})

test('the worth of the contracts adds up to what the documents print of budgets and spend', () => {
  const worth = (slug: string, suffix: string) =>
    rowsOf(`${slug}/contracts.csv`)
      .filter((row) => row.end === '' || row.reference?.endsWith(suffix))
      .filter((row) => !/^WL-/.test(row.reference ?? ''))
      .reduce((sum, row) => sum + Number(row.yearly_value), 0)
  // Care homes and day services for adults are printed in one sum for several contracts, which carry none.
  expect(worth('west-lothian', '-2019')).toBe(44_108_420 - 8_713_000 - 512_000)
})
