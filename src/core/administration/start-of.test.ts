import { expect, test } from 'vitest'
import { startOf } from './start-of.ts'

test('a day begins at midnight in London, which is an hour earlier in summer', () => {
  expect(startOf('2026-11-24').toISOString()).toBe('2026-11-24T00:00:00.000Z')
  expect(startOf('2026-07-01').toISOString()).toBe('2026-06-30T23:00:00.000Z')
})
