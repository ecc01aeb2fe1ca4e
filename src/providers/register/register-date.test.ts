import { expect, test } from 'vitest'
import { registerDate } from './register-date.ts'

test.each([
  ['01/04/2002', '2002-04-01'],
  ['1/4/2002', '2002-04-01'],
  ['2002-04-01', '2002-04-01'],
  ['2002-04-01 00:00:00', '2002-04-01'],
  ['2002-04-01T00:00', '2002-04-01'],
  ['01/04/2002 0:00', '2002-04-01'],
  ['01-Apr-2002', '2002-04-01'],
  ['1 April 2002', '2002-04-01'],
  ['', null],
  ['2002_4', null],
  ['29/02/2001', undefined],
  ['2002-4-1', undefined],
  ['soon', undefined],
])('the date %j is %j', (text, date) => expect(registerDate(text)).toBe(date))
