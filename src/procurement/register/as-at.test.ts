import { expect, test } from 'vitest'
import { readAsAt } from './as-at.ts'

const today = '2026-11-22'

test('without anything asked, the register is read as at today and as it is known now', () => {
  expect(readAsAt({}, today)).toEqual({ on: today })
})

test('known on a day means at its end in London, in summer as in winter', () => {
  expect(readAsAt({ known: '2026-01-31' }, today)).toMatchObject({ known: new Date('2026-01-31T23:59:59.999Z') })
  expect(readAsAt({ known: '2026-07-31' }, today)).toMatchObject({ known: new Date('2026-07-31T22:59:59.999Z') })
})

test('an instant is taken as it is, for what was known just before a change', () => {
  const known = '2026-11-20T10:00:00.123Z'
  expect(readAsAt({ on: '2025-11-22', known }, today)).toEqual({ on: '2025-11-22', known: new Date(known) })
})

test('a day that is none is told in a sentence', () => {
  expect(readAsAt({ on: '2026-02-30' }, today)).toEqual({ problem: 'The day to read must be a real date.' })
  expect(readAsAt({ known: 'last year' }, today)).toEqual({
    problem: 'The day on which it was known must be a real date.',
  })
})
