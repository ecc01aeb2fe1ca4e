import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockState } from './clock-state.ts'

const now = new Date('2030-11-26T10:18:00Z')
const state = (due: string, more: { began?: Date; minutesLeft?: number } = {}) =>
  clockState({ now, due: new Date(due), ...more })

test.each([
  ['2030-11-26T12:00:00Z', 'open', '1 h 42 left', '1 hour 42 minutes left', '12:00'],
  ['2030-11-26T13:18:00Z', 'open', '3 h left', '3 hours left', '13:18'],
  ['2030-11-26T12:20:30Z', 'open', '2 h 02 left', '2 hours 2 minutes left', '12:20'],
  ['2030-11-26T10:33:00Z', 'open', '15 min left', '15 minutes left', '10:33'],
  ['2030-11-26T10:32:59Z', 'soon', '14 min left', '14 minutes left', '10:32'],
  ['2030-11-26T10:18:59Z', 'soon', 'Under 1 min left', 'Under 1 minute left', '10:18'],
  ['2030-11-26T10:18:00Z', 'soon', 'Due now', 'Due now', '10:18'],
  ['2030-11-26T10:17:59Z', 'late', 'Under 1 min late', 'Under 1 minute late', '10:17'],
  ['2030-11-26T09:40:00Z', 'late', '38 min late', '38 minutes late', '09:40'],
  ['2030-11-28T09:00:00Z', 'open', '1 day 22 h left', '1 day 22 hours left', '28 November, 09:00'],
  ['2031-01-02T10:18:00Z', 'open', '37 days left', '37 days left', '2 January 2031, 10:18'],
])('due %s it is %s: %s, heard as %s, due %s', (due, kind, words, spoken, shown) => {
  expect(state(due)).toMatchObject({ kind, words, spoken, due: shown })
})

test('minutes of working time are given in hours, and press by themselves', () => {
  expect(state('2030-11-27T09:00:00Z', { minutesLeft: 1500 }).words).toBe('25 h left')
  expect(state('2030-11-27T09:00:00Z', { minutesLeft: 10 })).toMatchObject({ kind: 'soon', words: '10 min left' })
})

test('once past due it is late whatever the calendar counts', () => {
  expect(state('2030-11-26T10:00:00Z', { minutesLeft: 0 })).toMatchObject({ kind: 'late', words: '18 min late' })
})

test('times are those of London, in summer too', () => {
  expect(clockState({ now: new Date('2030-07-01T22:30:00Z'), due: new Date('2030-07-01T23:30:00Z') }).due).toBe(
    '2 July, 00:30',
  )
})

test('how much has gone is known only with a beginning, and stays between nothing and all', () => {
  expect(state('2030-11-26T12:18:00Z').gone).toBeUndefined()
  fc.assert(
    fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: -1e7, max: 1e7 }), (due, began) => {
      const at = (ms: number) => new Date(now.getTime() + ms)
      const { gone } = clockState({ now, due: at(due), began: at(began) })
      return gone === undefined || (gone >= 0 && gone <= 1)
    }),
  )
})

test('it never promises more time than there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_399_999 }), (ms) => {
      const { words } = clockState({ now, due: new Date(now.getTime() + ms) })
      const [, hours = 0, minutes = 0] = /^(?:(\d+) h ?)?(\d+)?/.exec(words) ?? []
      return (Number(hours) * 60 + Number(minutes)) * 60_000 <= ms
    }),
  )
})
