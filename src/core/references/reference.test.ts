import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatReference, parseReference } from './reference.ts'

test('a reference is printed with five digits, and with more when it needs them', () => {
  expect(formatReference({ prefix: 'WL', kind: 'PKG', number: 42 })).toBe('WL-PKG-00042')
  expect(formatReference({ prefix: 'WL', kind: 'PKG', number: 1234567 })).toBe('WL-PKG-1234567')
})

test('every reference that is printed can be read', () => {
  const letters = fc.stringMatching(/^[A-Z]{2,5}$/)
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 1, max: 10 ** 12 - 1 }), (prefix, kind, number) => {
      expect(parseReference(formatReference({ prefix, kind, number }))).toEqual({ prefix, kind, number })
    }),
  )
})

test.each([['wl-pkg-42'], [' WL PKG 00042 '], ['WL–PKG–42']])('“%s” is understood as it was meant', (typed) => {
  expect(parseReference(typed)).toEqual({ prefix: 'WL', kind: 'PKG', number: 42 })
})

test.each([[''], ['WL-PKG'], ['WL-PKG-'], ['WL-PKG-0'], ['W-PKG-1'], ['WL-PKG-1x'], ['WL-PKG-1; drop']])(
  '“%s” is no reference',
  (typed) => {
    expect(parseReference(typed)).toBeUndefined()
  },
)
