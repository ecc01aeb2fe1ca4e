import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { londonDate, newId, randomOf } from '../../core/values/index.ts'
import type { VisitLine } from '../visit-line.ts'
import { newAgenda } from './agenda.ts'
import { answerTo, reactionTo } from './temper.ts'
import { sendingAfter, weekCourse } from './week-course.ts'

const calendar: WorkingCalendar = { nation: 'scotland', from: '2026-01-01', to: '2026-12-31', holidays: [] }

test('five days before a Sunday evening begin on Monday, and nothing is asked for after now', () => {
  const until = new Date('2026-11-22T21:00:00Z')
  const course = weekCourse(randomOf('a'), calendar, { days: 5, aDay: 9, until })
  expect(londonDate(course.from)).toBe('2026-11-16')
  expect(course.requests).toHaveLength(48)
  expect(course.requests.every((at) => at >= course.from && at < until)).toBe(true)
  expect(course.requests).toEqual(course.requests.toSorted((a, b) => a.getTime() - b.getTime()))
  expect(weekCourse(randomOf('a'), calendar, { days: 5, aDay: 9, until })).toEqual(course)
  const [latest = until, last = until] = course.requests.slice(-2)
  expect(sendingAfter(course, calendar, latest, 5) < until, 'the latest are sent before it ends').toBe(true)
  expect(sendingAfter(course, calendar, last, 5) > until, 'the last is not sent yet').toBe(true)
})

test('on a working morning the day itself counts, so far as it has come', () => {
  const until = new Date('2026-11-18T10:00:00Z')
  const course = weekCourse(randomOf('b'), calendar, { days: 1, aDay: 4, until })
  expect(londonDate(course.from)).toBe('2026-11-18')
  expect(course.requests.every((at) => at < until)).toBe(true)
})

test('before work has begun in a day, the one before it is played', () => {
  const until = new Date('2026-11-23T00:36:00Z')
  const course = weekCourse(randomOf('c'), calendar, { days: 1, aDay: 2, until })
  expect(londonDate(course.from)).toBe('2026-11-20')
  expect(course.requests.every((at) => at >= course.from && at < until)).toBe(true)
})

test('an agenda gives the earliest first, and of one moment what was put down first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (moments) => {
      const agenda = newAgenda()
      const put = moments.map((moment, order) => ({ moment, order }))
      const happens = new Map(put.map((one) => [async () => {}, one] as const))
      for (const [does, { moment }] of happens) agenda.put(new Date(moment), does)
      const came = put.map(() => {
        const next = agenda.next()
        return next && happens.get(next.happens as () => Promise<void>)
      })
      expect(came).toEqual(put.toSorted((a, b) => a.moment - b.moment || a.order - b.order))
      expect(agenda.next()).toBeUndefined()
    }),
  )
})

test('a provider answers within its time or not at all, and takes nothing that is not left', () => {
  const line = (over: Partial<VisitLine>): VisitLine => ({
    id: newId(),
    band: 'morning',
    days: [1, 2],
    minutes: 30,
    carers: 1,
    ...over,
  })
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 5, max: 960 }), fc.boolean(), (seed, window, isSecond) => {
      const random = randomOf(seed)
      const reaction = reactionTo(random, window)
      if (reaction.kind === 'answer') expect(reaction.afterMinutes).toBeLessThan(window)
      const left = [line({}), line({ band: 'evening', carers: 2, days: [7] })]
      const answer = answerTo(random, { startBy: '2026-11-24', left }, isSecond)
      if (isSecond) expect(['accept', 'accept-part', 'decline']).toContain(answer.kind)
      if (answer.kind === 'accept-part') {
        expect(answer.visits.length).toBeGreaterThan(0)
        for (const { lineId, weekday } of answer.visits)
          expect(left.some(({ id, days }) => id === lineId && days.includes(weekday))).toBe(true)
      }
    }),
  )
})
