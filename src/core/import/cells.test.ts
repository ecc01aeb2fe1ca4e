import { expect, test } from 'vitest'
import { decimalNumber, wholeNumber } from './cells.ts'

test.each([
  ['12', 12],
  ['1,234,567', 1234567],
  ['0', 0],
  ['-1', undefined],
  ['1.0', undefined],
  ['12,34', undefined],
  ['', undefined],
  ['99999999999999999', undefined],
])('the count %j is %j', (text, value) => expect(wholeNumber(text)).toBe(value))

test.each([
  ['0.7', 0.7],
  ['.5', 0.5],
  ['-2.6', -2.6],
  ['−2.6', -2.6],
  ['1,036,240', 1036240],
  ['1e-3', 0.001],
  ['', undefined],
  ['7%', undefined],
  ['about 7', undefined],
  ['12,34', undefined],
])('the number %j is %j', (text, value) => expect(decimalNumber(text)).toBe(value))
