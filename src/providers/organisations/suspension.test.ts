import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../core/values/index.ts'
import { awardable } from './awardable.ts'
import { decideSuspension, startOf, suspendedOn } from './suspension.ts'

const at = new Date('2026-11-22T10:00:00Z')
const asked = { from: '2026-11-22', until: null, reason: 'Grades fell to weak', at, standing: [] }

test('a suspension from today begins now, and one from a day to come with that day in London', () => {
  expect(decideSuspension(asked)).toEqual({ allowed: true, from: at, until: null })
  expect(decideSuspension({ ...asked, from: '2027-06-01', until: '2027-07-01' })).toEqual({
    allowed: true,
    from: new Date('2027-05-31T23:00:00Z'),
    until: new Date('2027-06-30T23:00:00Z'),
  })
})

test('a suspension in the past, backwards, without a reason or on top of another is refused in a sentence', () => {
  const standing = [{ from: startOf('2026-12-01'), until: startOf('2027-01-01') }]
  const refusal = (over: Partial<Parameters<typeof decideSuspension>[0]>) => {
    const decision = decideSuspension({ ...asked, ...over })
    return decision.allowed ? undefined : [decision.because, decision.field]
  }
  expect(refusal({ from: '2026-11-21' })).toEqual(['past', 'from'])
  expect(refusal({ until: '2026-11-22' })).toEqual(['backwards', 'until'])
  expect(refusal({ reason: '  ' })).toEqual(['no-reason', 'reason'])
  expect(refusal({ standing })).toEqual(['suspended-already', 'from'])
  expect(refusal({ standing, until: '2026-12-01' })).toBeUndefined()
  expect(decideSuspension({ ...asked, standing })).toMatchObject({
    sentence: 'It is suspended already, from 1 December 2026 to 31 December 2026. Lift that suspension first.',
  })
})

test('an allowed suspension counts on every one of its days and on no other', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-11-22', days))
  fc.assert(
    fc.property(day, fc.option(day), day, (from, until, on) => {
      const decision = decideSuspension({ ...asked, from, until })
      if (!decision.allowed) return
      expect(suspendedOn(decision, on)).toBe(from <= on && (until === null || on < until))
    }),
  )
})

test('what is lifted in the course of a day does not count on that day any more', () => {
  const lifted = { from: startOf('2026-11-20'), until: at }
  expect([suspendedOn(lifted, '2026-11-21'), suspendedOn(lifted, '2026-11-22')]).toEqual([true, false])
})

test('a place is refused first for a suspension, then for a missing registration', () => {
  const candidate = {
    organisation: 'Example Care Ltd',
    service: 'Care at home',
    duty: { regulator: 'care-inspectorate', source: 'Public Services Reform (Scotland) Act 2010, section 59' },
    registrationId: null,
    suspension: { until: startOf('2027-01-01'), reason: 'Weak grades' },
  } as const
  expect(awardable(candidate)).toMatchObject({
    because: 'suspended',
    sentence: 'Example Care Ltd is suspended until 31 December 2026: nothing new may be placed with it.',
  })
  expect(awardable({ ...candidate, suspension: null })).toMatchObject({
    because: 'unregistered',
    sentence:
      'Example Care Ltd is not known to be registered with the Care Inspectorate, as care at home has to be (Public Services Reform (Scotland) Act 2010, section 59).',
  })
  expect(awardable({ ...candidate, suspension: null, duty: null })).toMatchObject({ allowed: true })
})
