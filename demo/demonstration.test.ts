import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { councils } from '../src/places/reference/councils.ts'
import { lancashire } from '../src/places/reference/lancashire.ts'
import { nations } from '../src/places/reference/nations.ts'
import { careGroups } from '../src/providers/reference/care-groups.ts'
import { serviceTypes } from '../src/providers/reference/service-types.ts'

type Row = Readonly<Record<string, string>>

const folder = fileURLToPath(new URL('.', import.meta.url))
const rowsOf = (file: string): Row[] => parse(readFileSync(`${folder}${file}`, 'utf8'), { columns: true })
const at = (row: Row | undefined, column: string): string => row?.[column] ?? ''
const number = (row: Row | undefined, column: string): number => Number(at(row, column))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const slugs = rowsOf('partnerships.csv').map((row) => at(row, 'slug'))
/** Rows of one kind of file over all partnerships; a partnership that prints nothing has no such file. */
const each = (name: string): Row[] =>
  slugs
    .map((slug) => `${slug}/${name}`)
    .filter((file) => existsSync(folder + file))
    .flatMap(rowsOf)
const sources = new Set(rowsOf('sources.csv').map((row) => at(row, 'key')))
const bands = ['0-15', '16-64', '65-69', '70-74', '75-79', '80-84', '85-89', '90+']
const older = bands.slice(4)

const populationFiles = slugs
  .flatMap((slug) => [`${slug}/population-projection.csv`, `${slug}/population-estimates.csv`])
  .filter((file) => existsSync(folder + file))

/** The row of one year and sex. */
const populationOf = (file: string, year: number, sex: string): Row | undefined =>
  rowsOf(file).find((row) => number(row, 'year') === year && at(row, 'sex') === sex)

/** Relative luminance of a colour, by the formula of WCAG 2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const level = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('every brand colour is distinct and reads on the stone background', () => {
  const colours = rowsOf('partnerships.csv').map((row) => at(row, 'brand_colour'))
  expect(new Set(colours).size).toBe(4)
  for (const colour of colours) {
    expect((luminance('#f3f4f0') + 0.05) / (luminance(colour) + 0.05), colour).toBeGreaterThanOrEqual(4.5)
  }
})

test('every population row adds up by band, and the sexes add up to all', () => {
  expect(populationFiles).toHaveLength(4)
  for (const file of populationFiles) {
    for (const row of rowsOf(file)) {
      const where = `${file} ${at(row, 'year')} ${at(row, 'sex')}`
      expect(sum(bands.map((band) => number(row, band))), where).toBe(number(row, 'all'))
      if (at(row, 'sex') !== 'all') continue
      for (const column of ['all', ...bands]) {
        const parts = ['female', 'male'].map((sex) => number(populationOf(file, number(row, 'year'), sex), column))
        expect(sum(parts), `${where} ${column}`).toBe(number(row, column))
      }
    }
  }
})

test.each([
  ['west-lothian', 2018, 12406],
  ['west-lothian', 2028, 17289],
  ['west-lothian', 2043, 25526],
  ['inverclyde', 2018, 7395],
  ['inverclyde', 2028, 8580],
  ['inverclyde', 2043, 11499],
])('%s in %i is projected to have %i people aged 75 and over', (slug, year, people) => {
  const row = populationOf(`${slug}/population-projection.csv`, year, 'all')
  expect(sum(older.map((band) => number(row, band)))).toBe(people)
})

test.each([
  ['west-lothian', 2242.9],
  ['inverclyde', 1148.8],
])('the rates give %s %d people with dementia in 2028', (slug, people) => {
  const expected = rowsOf('prevalence-dementia.csv').map(
    (rate) =>
      number(rate, 'rate') *
      number(populationOf(`${slug}/population-projection.csv`, 2028, at(rate, 'sex')), at(rate, 'ages')),
  )
  expect(expected).toHaveLength(12)
  expect(sum(expected)).toBeCloseTo(people, 1)
})

test('every rate lies between its limits', () => {
  for (const row of rowsOf('prevalence-dementia.csv')) {
    expect(number(row, 'lower'), at(row, 'ages')).toBeLessThan(number(row, 'rate'))
    expect(number(row, 'rate'), at(row, 'ages')).toBeLessThan(number(row, 'upper'))
  }
})

test('every cited figure, budget and text names a source in the list and a place in it', () => {
  for (const row of [...each('indicators.csv'), ...each('budgets.csv'), ...each('texts.csv')]) {
    expect(sources.has(at(row, 'source')), JSON.stringify(row)).toBe(true)
    expect(at(row, 'locus'), JSON.stringify(row)).not.toBe('')
  }
})

test('no figure is given twice, and only lost or cautioned figures have no value', () => {
  for (const slug of slugs) {
    const rows = rowsOf(`${slug}/indicators.csv`)
    const identities = rows.map((row) =>
      ['key', 'area', 'period', 'ages', 'sex'].map((name) => at(row, name)).join(' '),
    )
    expect(new Set(identities).size).toBe(identities.length)
    for (const row of rows) {
      if (at(row, 'value') === '') expect(['lost', 'caution'], at(row, 'key')).toContain(at(row, 'status'))
      else expect(Number.isFinite(number(row, 'value')), at(row, 'key')).toBe(true)
      if (at(row, 'status') === 'lost') expect(at(row, 'value'), at(row, 'key')).toBe('')
      if (at(row, 'status') !== 'printed') expect(at(row, 'note'), at(row, 'key')).not.toBe('')
    }
  }
})

test('the budget of West Lothian by care group adds up to the totals of Table 3', () => {
  const rows = rowsOf('west-lothian/budgets.csv').filter((row) => at(row, 'kind') === 'care-group')
  for (const row of rows) {
    expect(number(row, 'in_house') + number(row, 'purchased'), at(row, 'subject')).toBe(number(row, 'total'))
  }
  expect(['in_house', 'purchased', 'total'].map((name) => sum(rows.map((row) => number(row, name))))).toEqual([
    43912, 44598, 88510,
  ])
})

test('contract budgets and areas of spend add up to the sums known from the plans', () => {
  const contracts = rowsOf('west-lothian/budgets.csv').filter((row) => at(row, 'source') === 'wlm-2019')
  expect(sum(contracts.map((row) => number(row, 'total')))).toBe(44108420)
  expect(sum(rowsOf('inverclyde/budgets.csv').map((row) => number(row, 'total')))).toBeCloseTo(30.36, 6)
})

test('every budget line is about a known care group or service type', () => {
  const known = new Set(
    [...careGroups, ...serviceTypes]
      .flatMap((item) => [item.name, ...item.otherNames])
      .map((name) => name.toLowerCase()),
  )
  const unknown = each('budgets.csv').filter((row) => !known.has(at(row, 'subject').toLowerCase()))
  expect(unknown.map((row) => at(row, 'subject'))).toEqual([])
})

test('every area stands under a parent that is known by then', () => {
  const known = new Set([...nations, ...councils, ...lancashire].map((area) => area.code))
  for (const row of each('areas.csv')) {
    expect(known.has(at(row, 'parent')), JSON.stringify(row)).toBe(true)
    known.add(at(row, 'code'))
  }
  expect(each('areas.csv').filter((row) => at(row, 'hierarchy') === 'ward')).toHaveLength(9)
})

test('texts keep an order of their own in each section', () => {
  for (const slug of slugs) {
    const seen = new Map<string, number>()
    for (const row of rowsOf(`${slug}/texts.csv`)) {
      const next = (seen.get(at(row, 'section')) ?? 0) + 1
      expect(number(row, 'position'), at(row, 'heading')).toBe(next)
      seen.set(at(row, 'section'), next)
    }
  }
})

test('the lists have as many entries as the documents', () => {
  const count = (slug: string, kind: string) =>
    rowsOf(`${slug}/texts.csv`).filter((row) => at(row, 'kind') === kind).length
  expect([count('west-lothian', 'message'), count('west-lothian', 'pressure')]).toEqual([6, 8])
  expect(['message', 'pressure', 'addition'].map((kind) => count('lancashire', kind))).toEqual([8, 13, 4])
  expect(rowsOf('lancashire/indicators.csv').filter((row) => at(row, 'key').startsWith('condition-'))).toHaveLength(12)
})

test('every file is UTF-8 without a mark, ends its lines with a line feed, and has no blank row', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'))
  expect(files.length).toBeGreaterThanOrEqual(22)
  for (const file of files) {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(folder + file))
    expect(text.startsWith('\uFEFF') || text.includes('\r') || text.includes('\n\n'), file).toBe(false)
    expect(text.endsWith('\n'), file).toBe(true)
  }
})
