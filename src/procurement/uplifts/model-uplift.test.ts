import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../core/values/index.ts'
import { knownWageFloors } from '../rates/reference/wage-floors.ts'
import { costOver, financialYears } from './cost-over.ts'
import { modelUplift } from './model-uplift.ts'
import type { PricedLine } from './priced-line.ts'
import type { UpliftChange, UpliftTerms } from './uplift-terms.ts'

const floors = knownWageFloors.filter(({ nation }) => nation === 'scotland')
const term = { state: 'agreed' as const, origin: 'initial' as const, optionId: null }
const cap = (from: string, pence: number, until: string | null = null) => ({
  id: `cap from ${from}`,
  from,
  until,
  unit: 'hour' as const,
  visitMinutes: null,
  dayType: 'any' as const,
  pence,
})

interface Over extends Partial<Omit<PricedLine, 'contract' | 'lot'>> {
  readonly contract?: Partial<PricedLine['contract']>
  readonly lot?: Partial<PricedLine['lot']>
}
const line = (id: string, { contract, lot, ...over }: Over = {}): PricedLine => ({
  id,
  lotId: 'lot',
  organisationId: 'org',
  organisation: 'Example Care Ltd',
  basis: 'tendered',
  unit: 'hour',
  visitMinutes: null,
  dayType: 'any',
  level: '',
  yearlyUnits: 36_500,
  rates: [{ from: '2026-04-01', until: null, pence: 2000 }],
  parties: [],
  ...over,
  contract: {
    id: 'contract',
    reference: 'WL-CON-00001',
    title: 'Care at home',
    version: 1,
    careGroups: ['older-people'],
    yearlyPence: null,
    terms: [{ ...term, from: '2024-04-01', until: null }],
    ...contract,
  },
  lot: { number: '1', name: 'Ward 1', capped: false, caps: [], ...lot },
})
const terms = (change: UpliftChange): UpliftTerms => ({
  scope: { kind: 'care-group', key: 'older-people', name: 'Older people' },
  change,
})
const percent = (basisPoints: number) => terms({ kind: 'percent', basisPoints })

test('3.5% from April shows the cost of each year by care group, and only counts days in force', () => {
  const until = { ...term, from: '2024-04-01', until: '2028-07-01' }
  const model = modelUplift(
    [line('a'), line('b', { contract: { id: 'other', careGroups: ['older-people', 'dementia'], terms: [until] } })],
    percent(350),
    '2027-04-01',
    floors,
  )
  expect(model.years.map(({ name }) => name)).toEqual(['2027/28', '2028/29', '2029/30'])
  expect(model.changed).toBe(2)
  const whole = { before: 73_000_000, after: 75_555_000 }
  expect(model.groups).toEqual([
    { careGroup: 'older-people', years: [whole, whole, whole] },
    // 91 of the 365 days from 1 April to 30 June 2028.
    { careGroup: null, years: [whole, { before: 18_200_000, after: 18_837_000 }, { before: 0, after: 0 }] },
  ])
  // Four years where there is no end, and two begun years to 30 June 2028.
  expect(model.worth).toEqual({ pence: (4 + 2) * 2_555_000, known: true })
})

test('a round in the middle of a year costs the days that are left of it', () => {
  const [first] = modelUplift([line('a')], percent(1000), '2026-10-01', floors).total
  expect(first).toEqual({ before: 73_000_000, after: 73_000_000 + 182 * 100 * 200 })
})

test('a price that is already agreed for later stays, and the model says from when', () => {
  const rates = [
    { from: '2026-04-01', until: '2028-04-01', pence: 2000 },
    { from: '2028-04-01', until: null, pence: 2300 },
  ]
  const model = modelUplift([line('a', { rates })], percent(500), '2027-04-01', floors)
  expect(model.lines[0]).toMatchObject({ before: 2000, after: 2100, until: '2028-04-01' })
  expect(model.lines[0]?.rates).toEqual([
    { from: '2026-04-01', until: '2027-04-01', pence: 2000 },
    { from: '2027-04-01', until: '2028-04-01', pence: 2100 },
    { from: '2028-04-01', until: null, pence: 2300 },
  ])
})

test('a price over its cap is named, and so is one over a cap that comes later', () => {
  const capped = (caps: PricedLine['lot']['caps']) => line('a', { lot: { capped: true, caps } })
  const problem = (caps: PricedLine['lot']['caps']) =>
    modelUplift([capped(caps)], percent(500), '2027-04-01', floors).lines[0]?.capProblem
  expect(problem([cap('2026-04-01', 2100)])).toBeNull()
  expect(problem([cap('2026-04-01', 2099)])).toBe('above-cap')
  expect(problem([cap('2026-04-01', 2200, '2027-10-01'), cap('2027-10-01', 2050)])).toBe('above-cap')
  expect(problem([cap('2027-05-01', 2200)])).toBe('no-cap')
  expect(modelUplift([capped([cap('2026-04-01', 2099)])], percent(500), '2027-04-01', floors).capProblems).toBe(1)
})

test('prices under a wage that binds are counted, changed or not', () => {
  const low = line('low', { rates: [{ from: '2026-04-01', until: null, pence: 1200 }] })
  const none = line('none', { rates: [] })
  const model = modelUplift([low, none, line('a')], percent(500), '2027-04-01', floors)
  expect(model.belowFloor).toBe(1)
  expect(model.lines[0]?.floor).toMatchObject({ kind: 'below', floor: { name: 'National Living Wage' } })
  expect(model.lines[1]).toMatchObject({ left: 'no-price', before: null, after: null })
})

test('new prices change the lines that they name and no others', () => {
  const change = {
    kind: 'prices' as const,
    prices: [
      { lineId: 'a', pence: 2222 },
      { lineId: 'c', pence: 2000 },
    ],
  }
  const model = modelUplift([line('a'), line('b'), line('c')], terms(change), '2027-04-01', floors)
  expect(model.lines.map(({ after, left }) => [after, left])).toEqual([
    [2222, null],
    [2000, 'not-named'],
    [2000, 'same'],
  ])
})

test('a national table brings its new prices by itself; its own percentages are not for a partnership', () => {
  const table = line('n', {
    basis: 'national',
    organisationId: null,
    unit: 'week',
    yearlyUnits: 5200,
    rates: [
      { from: '2026-04-06', until: '2027-04-05', pence: 90_000 },
      { from: '2027-04-05', until: null, pence: 93_600 },
    ],
  })
  const model = modelUplift([table, line('a')], terms({ kind: 'table' }), '2027-04-05', floors)
  expect(model.lines.map(({ before, after, left }) => [before, after, left])).toEqual([
    [90_000, 93_600, null],
    [2000, 2000, 'own-price'],
  ])
  expect(model.total[1]).toEqual({ before: 73_000_000 + 5200 * 90_000, after: 73_000_000 + 5200 * 93_600 })
  expect(model.worth).toEqual({ pence: 4 * 5200 * 3600, known: true })
  expect(modelUplift([table], percent(300), '2027-04-05', floors).lines[0]?.left).toBe('follows-table')
})

test('where units are not known the yearly worth of the contract stands in for what a round commits', () => {
  const unknown = { yearlyUnits: null }
  const worth = (yearlyPence: number | null) =>
    modelUplift([line('a', { ...unknown, contract: { yearlyPence } })], percent(500), '2027-04-01', floors).worth
  expect(worth(50_000_000)).toEqual({ pence: 4 * 2_500_000, known: true })
  expect(worth(null)).toEqual({ pence: 0, known: false })
  expect(modelUplift([line('a', unknown)], percent(500), '2027-04-01', floors).withoutUnits).toBe(1)
  expect(modelUplift([line('a')], percent(-500), '2027-04-01', floors).worth).toEqual({ pence: 0, known: true })
})

test('what was seen is named by its fingerprint, which another price, day or percentage changes', () => {
  const of = (over: Over, basisPoints = 500) =>
    modelUplift([line('a', over)], percent(basisPoints), '2027-04-01', floors).fingerprint
  expect(of({})).toBe(of({ contract: { version: 9, title: 'Renamed' } }))
  const others = [
    of({}, 505),
    of({ rates: [{ from: '2026-04-01', until: null, pence: 2001 }] }),
    of({ rates: [{ from: '2026-04-01', until: '2030-01-01', pence: 2000 }] }),
  ]
  expect(new Set([of({}), ...others]).size).toBe(4)
})

test('after a round there is still one price on each day that had one, and none on the others', () => {
  const start = '2027-01-01'
  const pieces = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.integer({ min: 1, max: 3000 })), { maxLength: 5 })
    .map((list) => {
      let day = 0
      return list.flatMap(([length, gap, pence]) => {
        const from = addDays(start, day)
        day += length
        return gap ? [] : [{ from, until: addDays(start, day), pence }]
      })
    })
  fc.assert(
    fc.property(
      pieces,
      fc.integer({ min: 0, max: 45 }),
      fc.integer({ min: -2500, max: 5000 }),
      (rates, day, change) => {
        const from = addDays(start, day)
        const [model] = modelUplift([line('a', { rates })], percent(change), from, floors).lines
        for (let n = 0; n < 50; n += 1) {
          const on = addDays(start, n)
          const count = (list: typeof rates) => list.filter((rate) => rate.from <= on && on < rate.until).length
          expect(count(model?.rates as typeof rates)).toBe(count(rates))
        }
      },
    ),
  )
})

test('a year costs what its days cost, and the years of a price add up to the whole', () => {
  const [leap] = financialYears('2027-04-01', 1)
  const [year] = financialYears('2028-03-31', 1)
  expect([leap?.name, year?.name]).toEqual(['2027/28', '2027/28'])
  const held = { ...term, from: '2020-01-01', until: null }
  const year2028 = financialYears('2028-04-01', 1)[0]
  if (!year2028) throw new Error('There is no year.')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 364 }), fc.integer({ min: 0, max: 5000 }), (cut, pence) => {
      const day = addDays(year2028.from, cut)
      const halves = [
        { from: '2028-01-01', until: day, pence },
        { from: day, until: null, pence },
      ]
      expect(costOver({ yearlyUnits: 730, rates: halves, terms: [held] }, year2028)).toBe(730 * pence)
    }),
  )
  const suspended = { ...held, state: 'suspended' as const }
  const rates = [{ from: '2028-01-01', until: null, pence: 100 }]
  expect(costOver({ yearlyUnits: 730, rates, terms: [suspended] }, year2028)).toBe(0)
})
