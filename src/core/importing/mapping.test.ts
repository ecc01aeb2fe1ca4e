import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from '../import/index.ts'
import { chosenByHand, columnsOf, type Mapping, missingOf, nameOf, remembering, usable } from './mapping.ts'

const columns: readonly Column[] = [
  { key: 'home', names: ['Home', 'Care home'] },
  { key: 'beds', names: ['Beds', /^beds \d{4}$/i] },
  { key: 'note', names: ['Note'], optional: true },
  { key: 'age-0', names: ['0-15'] },
  { key: 'age-16', names: ['16+'] },
]
const family = /^age-/
const header = ['0-15', '16+', 'Name of the home', 'BEDS 2026', 'Remark']
const at = (mapping: Mapping) =>
  Object.fromEntries(columnsOf(header, columns, mapping, family).wanted.map((one) => [one.key, one.at]))

test('columns are found by name, and by what was chosen; those of a family are only counted', () => {
  expect(at({})).toEqual({ home: undefined, beds: 3, note: undefined })
  expect(at({ home: 'Name of the home', note: 'Remark' })).toEqual({ home: 2, beds: 3, note: 4 })
  expect(columnsOf(header, columns, {}, family).family).toBe(2)
  expect(missingOf(columnsOf(header, columns, {}, family)).map(({ name }) => name)).toEqual(['Home'])
  expect(missingOf(columnsOf(header, columns, { home: 'Name of the home' }, family))).toEqual([])
})

test('a column that was found can be said not to be the one', () => {
  expect(at({ beds: '' })).toMatchObject({ beds: undefined })
  expect(missingOf(columnsOf(header, columns, { beds: '' }, family)).map(({ key }) => key)).toEqual(['home', 'beds'])
})

test('what was chosen by hand is whatever differs from what the names say', () => {
  const asked = new Map([
    ['home', 'Name of the home'],
    ['beds', 'BEDS 2026'],
    ['note', ''],
    ['age-0', 'Remark'],
  ])
  expect(chosenByHand(asked, header, columns, family)).toEqual({ home: 'Name of the home' })
  expect(chosenByHand(new Map([['beds', '']]), header, columns, family)).toEqual({ beds: '' })
  expect(chosenByHand(new Map([['home', 'No such column']]), header, columns, family)).toEqual({})
})

test('what is remembered is taken where the header has it again', () => {
  const mapping = { home: 'Name of the home', note: 'Comment', beds: '' }
  expect(usable(mapping, header)).toEqual({ home: 'Name of the home', beds: '' })
})

test('a file changes only the part of the memory that it had a say in', () => {
  const name = fc.constantFrom('Remark', 'BEDS 2026', 'Comment', 'Elsewhere', '')
  const mapping = fc.dictionary(fc.constantFrom('home', 'beds', 'note'), name)
  fc.assert(
    fc.property(mapping, mapping, (before, asked) => {
      const chosen = usable(asked, header)
      const after = remembering(before, header, chosen)
      expect(usable(after, header)).toEqual(chosen)
      for (const [key, told] of Object.entries(before)) {
        if (told !== '' && !header.includes(told) && !(key in chosen)) expect(after[key]).toBe(told)
      }
    }),
  )
})

test('a wanted column that is known by patterns alone is called by its key, as words', () => {
  expect(nameOf({ key: 'mainArea', names: [/^main/i] })).toBe('main area')
  expect(nameOf({ key: 'beds', names: [/^x/, 'Beds'] })).toBe('Beds')
})
