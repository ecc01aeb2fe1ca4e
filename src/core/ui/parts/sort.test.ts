import { expect, test } from 'vitest'
import { nextSort, readSort, sortValue } from './sort.ts'
import { withoutValue, withQuery } from './with-query.ts'

const first = { key: 'name', direction: 'ascending' } as const

test.each([
  ['spend', { key: 'spend', direction: 'ascending' }],
  ['-spend', { key: 'spend', direction: 'descending' }],
  ['--spend', first],
  ['-', first],
  ['', first],
  ['password', first],
  [undefined, first],
])('?sort=%s is read as %j', (value, sort) => {
  expect(readSort(value, ['name', 'spend'], first)).toEqual(sort)
})

test('what is written to an address is read back', () => {
  for (const direction of ['ascending', 'descending'] as const)
    expect(readSort(sortValue({ key: 'spend', direction }), ['spend'], first)).toEqual({ key: 'spend', direction })
})

test('a heading turns the order it has, and otherwise begins as suits its column', () => {
  expect(nextSort('name', first)).toEqual({ key: 'name', direction: 'descending' })
  expect(nextSort('spend', first, 'descending')).toEqual({ key: 'spend', direction: 'descending' })
})

test.each([
  ['/a?type=x&page=2', { sort: '-spend', page: undefined }, '/a?type=x&sort=-spend'],
  ['/a', { sort: 'name' }, '/a?sort=name'],
  ['/a?page=2', { page: undefined }, '/a'],
  ['/a?q=x%26y#rows', { page: '2' }, '/a?q=x%26y&page=2'],
  ['/a?q=1?2', { q: undefined }, '/a'],
])('%s with %j is %s', (address, changes, changed) => {
  expect(withQuery(address, changes)).toBe(changed)
})

test('one of several values of a name is taken away, the others stay', () => {
  expect(withoutValue('/a?ward=1&ward=2&type=x', 'ward', '1')).toBe('/a?ward=2&type=x')
  expect(withoutValue('/a?ward=1', 'ward', '1')).toBe('/a')
})
