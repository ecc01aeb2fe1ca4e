import { expect, test } from 'vitest'
import { waitTold } from './wait-told.ts'

const now = new Date('2026-11-23T12:00:00Z')
const need = { kind: 'need', beganAt: new Date('2026-11-22T10:00:00Z'), endedOn: null } as const
const community = { origin: 'community' } as const

test('a wait is as long as the open spell of need', () => {
  const wait = { package: community, spells: [need], unplaced: { on: '2026-11-23' }, now }
  expect(waitTold(wait)).toEqual({ value: '1 day 2 hours', tone: 'need' })
  expect(waitTold({ ...wait, package: { origin: 'hospital' } }).value).toBe('1 day 2 hours, from hospital')
  // Somebody agreed to come, and has not come yet.
  expect(waitTold({ ...wait, unplaced: undefined }).value).toBe('1 day 2 hours')
})

test('whoever still has care until a provider leaves does not wait yet, however long ago the need began', () => {
  const over = { ...need, beganAt: new Date('2026-07-08T10:00:00Z'), endedOn: '2026-07-09' }
  const wait = { package: community, spells: [over], unplaced: { on: '2026-12-18' }, now }
  expect(waitTold(wait)).toEqual({ value: 'Not yet: care until 17 December 2026' })
  expect(waitTold({ ...wait, unplaced: undefined })).toEqual({ value: 'No' })
})

test('care that is not as it was wanted is no wait', () => {
  const other = { ...need, kind: 'preference' } as const
  expect(waitTold({ package: community, spells: [other], unplaced: undefined, now })).toEqual({ value: 'No' })
})
