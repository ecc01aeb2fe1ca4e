import { expect, test } from 'vitest'
import type { BudgetLine } from '../../budgets/index.ts'
import { areaKey } from './area-key.ts'
import type { MarketSummary } from './market-summary.ts'
import { missingParts } from './missing-parts.ts'
import { moneyOf, worthOf } from './money-of.ts'
import { printedDate } from './printed-date.ts'

const line = (over: Partial<BudgetLine>): BudgetLine => ({
  kind: 'service',
  subject: 'Care at home',
  careGroupKey: null,
  serviceTypeKey: null,
  year: '2019',
  basis: 'budget',
  inHouse: null,
  purchased: null,
  total: 100,
  printedUnit: 'pounds',
  sourceKey: 'plan',
  locus: null,
  status: 'printed',
  note: null,
  ...over,
})

test('the money of a summary is its own line, of the latest year begun by the day, a budget before spend', () => {
  const lines = [
    line({ year: null, total: 1 }),
    line({ year: '2018/19', total: 2 }),
    line({ year: '2019', basis: 'spend', total: 3 }),
    line({ year: '2019', total: 4 }),
    line({ year: '2027/28', total: 5 }),
    line({ subject: 'Telecare', total: 6 }),
  ]
  const totals = (subject: string | null, on: string) => moneyOf(lines, subject, on).map(({ total }) => total)
  expect(totals('care at home ', '2026-11-22')).toEqual([4, 3, 2, 1])
  expect(totals('Care at home', '2027-01-01')).toEqual([5, 4, 3, 2, 1])
  expect(totals('Care at home', '2018-12-31')).toEqual([2, 1])
  expect(totals(null, '2026-11-22')).toEqual([])
  expect(totals('Care', '2026-11-22')).toEqual([])
})

test('the register’s worth is the sum of those that are known', () => {
  const contract = (yearlyPence: number | null) => ({ detail: { yearlyPence } }) as MarketSummary['contracts'][number]
  expect(worthOf([contract(500), contract(null), contract(250)])).toEqual({ pence: 750, known: 2 })
  expect(worthOf([contract(null)])).toBeUndefined()
})

test('a part is missing when neither words, nor the register, nor a document tells it', () => {
  const nothing = { words: null, contracts: [], money: [] }
  expect(missingParts(nothing)).toEqual(['description', 'period', 'development', 'management', 'money'])
  const words = { description: 'Said', period: '', development: 'Said', management: '' } as MarketSummary['words']
  expect(missingParts({ ...nothing, words, money: [line({})] })).toEqual(['period', 'management'])
})

test('a key is plain, is not taken, and is never an address of its own', () => {
  expect(areaKey('Care at home', new Set())).toBe('care-at-home')
  expect(areaKey('Children’s  résidential (care)', new Set())).toBe('children-s-residential-care')
  expect(areaKey('Care at home', new Set(['care-at-home', 'care-at-home-2']))).toBe('care-at-home-3')
  expect(areaKey('New', new Set())).toBe('area-new')
  expect(areaKey('!!!', new Set())).toBe('area')
})

test('a date that was moved on is printed as it was', () => {
  expect([printedDate('2027-09-30', 8), printedDate('2028-02-29', 7), printedDate('2019-01-01', 0)]).toEqual([
    '2019-09-30',
    '2021-02-28',
    '2019-01-01',
  ])
})
