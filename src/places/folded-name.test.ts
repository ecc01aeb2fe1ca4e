import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedName } from './folded-name.ts'

test('case, accents, punctuation and "&" make no difference to a name', () => {
  expect(foldedName('ARGYLL & BUTE')).toBe(foldedName('Argyll and Bute'))
  expect(foldedName('Na h-Eileanan  Siar ')).toBe(foldedName('na h eileanan siar'))
  expect(foldedName('Ynys Môn')).toBe('ynys mon')
  expect(foldedName('St. Andrew’s')).toBe(foldedName("St Andrew's"))
})

test('a name that was turned round for sorting is turned back', () => {
  expect(foldedName('Edinburgh, City of')).toBe('city of edinburgh')
  expect(foldedName('Highland, The')).toBe('the highland')
  expect(foldedName('Broxburn, Uphall and Winchburgh')).toBe('broxburn uphall and winchburgh')
})

test('folding a folded name changes nothing', () => {
  fc.assert(fc.property(fc.string(), (name) => foldedName(foldedName(name)) === foldedName(name)))
})
