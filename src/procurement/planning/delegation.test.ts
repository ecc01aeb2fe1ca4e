import { expect, test } from 'vitest'
import { delegationSteps, type StandingAuthority } from './delegation.ts'

const today = '2026-11-22'
const authority = (id: string, limitPence: number, over: Partial<StandingAuthority> = {}): StandingAuthority => ({
  id,
  role: 'contracts-officer',
  kind: 'variation',
  limitPence,
  from: '2026-01-01',
  until: null,
  used: true,
  ...over,
})
const limit = (limitPence: number) => ({ role: 'contracts-officer', kind: 'variation', limitPence }) as const

test('the same limits asked again change nothing', () => {
  expect(delegationSteps([authority('a', 100)], [limit(100)], today)).toEqual({ drop: [], close: [], add: [] })
})

test('another limit closes the one before on the day and begins with it', () => {
  expect(delegationSteps([authority('a', 100)], [limit(200)], today)).toEqual({
    drop: [],
    close: [{ id: 'a', until: today }],
    add: [{ ...limit(200), from: today }],
  })
})

test('a limit that is left out is withdrawn', () => {
  expect(delegationSteps([authority('a', 100)], [], today)).toEqual({
    drop: [],
    close: [{ id: 'a', until: today }],
    add: [],
  })
})

test('one of the very day goes when nothing was approved under it, and holds for the day when something was', () => {
  const fresh = authority('a', 100, { from: today, used: false })
  expect(delegationSteps([fresh], [limit(200)], today)).toEqual({
    drop: ['a'],
    close: [],
    add: [{ ...limit(200), from: today }],
  })
  expect(delegationSteps([{ ...fresh, used: true }], [limit(200)], today)).toEqual({
    drop: [],
    close: [{ id: 'a', until: '2026-11-23' }],
    add: [{ ...limit(200), from: '2026-11-23' }],
  })
})

test('going back on the same day to what was used begins after it, so that there is never a day without', () => {
  const used = authority('a', 100, { from: today, until: '2026-11-23' })
  const next = authority('b', 200, { from: '2026-11-23', used: false })
  expect(delegationSteps([used, next], [limit(100)], today)).toEqual({
    drop: ['b'],
    close: [],
    add: [{ ...limit(100), from: '2026-11-23' }],
  })
})
