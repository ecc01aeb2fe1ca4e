import { expect, test } from 'vitest'
import { day, moment } from './moment.ts'

test('a moment is told on London’s clock, in winter and in summer', () => {
  expect(moment(new Date('2026-11-24T09:05:59Z'))).toBe('24 November 2026, 09:05')
  expect(moment(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026, 00:30')
  expect(day(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026')
})
