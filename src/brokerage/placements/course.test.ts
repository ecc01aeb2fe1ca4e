import { expect, test } from 'vitest'
import type { VisitLine } from '../visit-line.ts'
import { costOver } from './cost.ts'
import { type Course, type PlacedVisit, standOn, takenFrom } from './course.ts'
import { isPlaced, packageStand } from './package-stand.ts'
import { movedStart } from './start.ts'

const today = '2026-11-23'

const visit = (over: Partial<PlacedVisit> = {}): PlacedVisit => ({
  ...{ id: 'v', lineId: 'a', weekday: 1, band: 'morning', minutes: 30, carers: 1, wantedFrom: '2026-11-01' },
  ...{ from: '2026-11-09', until: null, ...over },
})

const course = (over: Partial<Course> = {}): Course => ({
  ...{ id: 'p', reference: 'EX-PLC-00001', organisationId: 'o', organisation: 'Example Care Ltd', offerId: null },
  ...{ contractId: null, lotId: null, serviceType: 'care-at-home', area: 'S12000040', state: 'started' },
  ...{ startsOn: '2026-11-09', startedOn: '2026-11-09', endsOn: null, endReason: null, shortTermUntil: null },
  ...{ committed: {}, visits: [visit()], pauses: [], ...over },
})

test('a placement stands where its days put it', () => {
  expect(standOn(course({ state: 'agreed', startedOn: null }), today)).toMatchObject({ state: 'agreed' })
  expect(standOn(course(), today)).toMatchObject({ state: 'started' })
  const notice = course({ endsOn: '2026-12-01', endReason: 'handed-back' })
  expect(standOn(notice, today)).toMatchObject({ state: 'notice' })
  expect(standOn(notice, '2026-12-01')).toMatchObject({ state: 'ended', endReason: 'handed-back' })
  expect(standOn(course({ shortTermUntil: today }), today)).toMatchObject({
    state: 'ended',
    endsOn: today,
    endReason: 'short-term-over',
  })
  const never = {
    state: 'agreed' as const,
    startedOn: null,
    startsOn: '2026-12-01',
    endsOn: '2026-12-01',
    endReason: 'other',
  }
  expect(standOn(course(never), today)).toMatchObject({ state: 'cancelled' })
  const pauses = [{ id: 'z', from: '2026-11-20', until: '2026-11-25', reason: 'hospital' as const, keptUntil: null }]
  expect(standOn(course({ pauses }), today)).toMatchObject({ state: 'suspended' })
  expect(standOn(course({ pauses }), '2026-11-25')).toMatchObject({ state: 'started' })
})

test('capacity is taken for the fullest week to come, and kept at rest as long as the terms say', () => {
  const shorter = [visit({ until: '2026-12-01' }), visit({ id: 'w', minutes: 15, from: '2026-12-01' })]
  expect(takenFrom(course({ visits: shorter }), today)).toEqual({ morning: 30 })
  expect(takenFrom(course({ visits: shorter }), '2026-12-01')).toEqual({ morning: 15 })
  expect(takenFrom(course({ visits: [visit({ carers: 2 })] }), today)).toEqual({ morning: 60 })
  const resting = (until: string | null) => [
    { id: 'z', from: '2026-11-10', until, reason: 'hospital' as const, keptUntil: '2026-11-20' },
  ]
  expect(takenFrom(course({ pauses: resting(null) }), '2026-11-19')).toEqual({ morning: 30 })
  expect(takenFrom(course({ pauses: resting(null) }), today)).toEqual({})
  expect(takenFrom(course({ pauses: resting('2026-12-24') }), today)).toEqual({ morning: 30 })
  expect(takenFrom(course({ state: 'ended' }), today)).toEqual({})
})

test('a package counts a short term as placed while its end is far, and is at rest when all of it is', () => {
  const line: VisitLine = { id: 'a', band: 'morning', days: [1], minutes: 30, carers: 1 }
  const wanted = [{ line, from: '2026-11-09', until: null }]
  const short = (until: string) => [course({ shortTermUntil: until, visits: [visit({ until })] })]
  expect(isPlaced({ wanted, courses: short('2027-02-01'), today })).toBe(true)
  expect(isPlaced({ wanted, courses: short('2026-12-15'), today })).toBe(false)
  const ground = { state: 'unmet' as const, wanted, roundOpen: false, again: false, today }
  expect(packageStand({ ...ground, courses: [] })).toBe('unmet')
  expect(packageStand({ ...ground, courses: [], again: true })).toBe('waiting')
  expect(packageStand({ ...ground, courses: [], roundOpen: true })).toBe('offering')
  expect(packageStand({ ...ground, courses: [course({ state: 'suspended' })] })).toBe('suspended')
  expect(packageStand({ ...ground, courses: [course()] })).toBe('placed')
})

test('a start on another day moves visits and a short term with it, never to days before they are wanted', () => {
  const until = '2026-12-09'
  const agreed = course({ state: 'agreed', startedOn: null, shortTermUntil: until, visits: [visit({ until })] })
  expect(movedStart(agreed, '2026-11-12')).toMatchObject({
    shortTermUntil: '2026-12-12',
    visits: [{ from: '2026-11-12', until: '2026-12-12' }],
  })
  expect(movedStart(agreed, '2026-10-26')).toMatchObject({ visits: [{ from: '2026-11-01', until: '2026-11-25' }] })
})

test('each day costs what its own price is, rests cost nothing, and a day without a price says why', () => {
  const priceOn = (day: string) => (day < '2026-12-07' ? { pence: 1000 } : { pence: 1100 })
  const pauses = [{ id: 'z', from: '2026-11-30', until: '2026-12-01', reason: 'family' as const, keptUntil: null }]
  // Mondays: 23 and 30 November, 7 and 14 December.
  const stretch = { from: today, until: '2026-12-20' }
  expect(costOver(course(), stretch, priceOn)).toEqual({ pence: 4200, unpriced: null })
  expect(costOver(course({ pauses }), stretch, priceOn)).toEqual({ pence: 3200, unpriced: null })
  const unknown = (day: string) => (day < '2026-12-07' ? { pence: 1000 } : { why: 'No price.' })
  expect(costOver(course(), stretch, unknown)).toEqual({ pence: 2000, unpriced: 'No price.' })
})
