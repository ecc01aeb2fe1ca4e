import { expect, test } from 'vitest'
import type { BudgetLine } from './budget-line.ts'
import { budgetTablesFrom, leadingTable } from './budget-table.ts'

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

test('lines of another source, year, basis or kind are never added together', () => {
  const others = [{ sourceKey: 'other' }, { year: '2018' }, { year: null }, { basis: 'spend' }, { kind: 'care-group' }]
  const tables = budgetTablesFrom([line({}), ...others.map((over) => line(over as Partial<BudgetLine>))])
  expect(tables.map((table) => table.totals.total)).toEqual([100, 100, 100, 100, 100, 100])
  expect(tables.at(-1)?.year).toBeNull()
})

test('each line says what share of the table it is and what share of it is bought', () => {
  const [table] = budgetTablesFrom([
    line({ inHouse: 25, purchased: 75, total: 100 }),
    line({ subject: 'Telecare', inHouse: 300, purchased: 0, total: 300 }),
  ])
  expect(table?.lines.map((one) => [one.shareOfTotal, one.purchasedShare])).toEqual([
    [25, 75],
    [75, 0],
  ])
  expect(table?.totals).toEqual({ inHouse: 325, purchased: 75, total: 400, purchasedShare: 18.8 })
})

test('the leading table is a budget before spend, the latest year of it, and care groups before services', () => {
  const lead = (...lines: Partial<BudgetLine>[]) => {
    const { basis, year, kind } = leadingTable(budgetTablesFrom(lines.map(line))) ?? {}
    return [basis, year, kind]
  }
  expect(lead({ basis: 'expected', year: '2030' }, { basis: 'spend', year: '2011/12' })).toEqual([
    'spend',
    '2011/12',
    'service',
  ])
  expect(lead({ year: '2011/12' }, { year: '2019' }, { year: null })).toEqual(['budget', '2019', 'service'])
  expect(lead({}, { kind: 'care-group' })).toEqual(['budget', '2019', 'care-group'])
  expect(leadingTable([])).toBeUndefined()
})
