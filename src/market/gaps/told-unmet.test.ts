import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnmetCount } from '../../brokerage/index.ts'
import { toldUnmet, type UnmetLink } from './told-unmet.ts'
import { unmetMonths } from './unmet-month.ts'

const whole = { code: 'X', name: 'Exampleshire' }
const wards = ['A', 'B', 'C', 'D']
const links: UnmetLink[] = [
  ...wards.map((code) => ({ hierarchy: 'ward', parent: 'X', code, name: `Ward ${code}` })),
  ...['N', 'S'].map((code) => ({ hierarchy: 'locality', parent: 'X', code, name: `Locality ${code}` })),
  ...wards.map((code, at) => ({ hierarchy: 'locality', parent: at < 2 ? 'N' : 'S', code, name: `Ward ${code}` })),
]
const told = (counts: readonly UnmetCount[]) =>
  toldUnmet({
    ...{ counts, whole, links, types: [{ key: 'care-at-home', name: 'Care at home' }], limit: 5 },
    ...{ countedOn: '2026-12-03', demonstration: false },
  })
const count = (area: string, reason: UnmetCount[3], band: UnmetCount[4], people: number): UnmetCount => [
  ...(['2026-11-01', 'care-at-home', area, reason, band, 2, people, people * 60] as const),
]

test('what is enough people is told of every area, once each, with why and what they miss', () => {
  const figures = told([count('A', 'skill', 'evening', 6), count('C', 'price', 'evening', 9)])
  const months = unmetMonths(figures)
  expect(months('X', 'care-at-home')).toMatchObject([
    {
      people: { value: 15, hours: 15, soFar: false },
      reasons: [
        { reason: 'price', value: 9 },
        { reason: 'skill', value: 6 },
      ],
      parts: [{ part: { band: 'evening', carers: 2 }, value: 15 }],
    },
  ])
  expect(months('S', 'care-at-home')).toMatchObject([{ people: { value: 9 }, reasons: [{ reason: 'price' }] }])
})

test('none and too few look alike, and the figure says so', () => {
  const figures = told([
    count('A', 'skill', 'evening', 20),
    count('B', 'skill', 'evening', 2),
    count('C', 'skill', 'evening', 30),
  ])
  const [few, none] = ['B', 'D'].map((code) => unmetMonths(figures)(code, 'care-at-home')[0]?.people)
  expect(few).toMatchObject({
    value: null,
    hours: null,
    suppressed: true,
    note: expect.stringContaining('none, fewer than 5'),
  })
  expect({ ...none, id: '', area: '' }).toEqual({ ...few, id: '', area: '' })
  expect(figures.every(({ value, hours }) => (value === null) === (hours === null))).toBe(true)
})

test('no number that is told is small, and nothing that is told beside it leaves a small rest', () => {
  const counts = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...wards),
      fc.constantFrom<UnmetCount[3]>('skill', 'price', 'no-reply'),
      fc.constantFrom<UnmetCount[4]>('evening', 'several'),
      fc.integer({ min: 1, max: 12 }),
    ),
    { selector: ([area, reason, band]) => `${area} ${reason} ${band}`, minLength: 1 },
  )
  fc.assert(
    fc.property(counts, (some) => {
      const figures = told(some.map((one) => count(...one)))
      for (const { value } of figures) if (value !== null) expect(value).toBeGreaterThanOrEqual(5)
      const months = unmetMonths(figures)
      for (const area of ['X', 'N', 'S', ...wards]) {
        const [month] = months(area, 'care-at-home')
        const all = month?.people.value ?? null
        if (!month || all === null) continue
        for (const cut of [month.reasons, month.parts]) {
          const rest = all - cut.reduce((sum, { value }) => sum + (value ?? 0), 0)
          expect(rest === 0 || rest >= 5).toBe(true)
        }
      }
    }),
  )
})
