import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnmetCount } from './kept-count.ts'
import { type AreaLink, toldCounts } from './told-counts.ts'

const wards = ['A', 'B', 'C', 'D']
const links: AreaLink[] = [
  ...wards.map((code) => ({ hierarchy: 'ward', parent: 'X', code })),
  ...['N', 'S'].map((code) => ({ hierarchy: 'locality', parent: 'X', code })),
  ...wards.map((code, at) => ({ hierarchy: 'locality', parent: at < 2 ? 'N' : 'S', code })),
]
const told = (counts: readonly UnmetCount[]) => toldCounts(counts, { whole: 'X', links, limit: 5 })
type Told = ReturnType<typeof told>
const all = (rows: Told, area: string) => rows.find((row) => row.area === area && !row.reason && !row.part)
const reasonsOf = (rows: Told, area: string) => rows.filter((row) => row.area === area && row.reason)
const partsOf = (rows: Told, area: string) => rows.filter((row) => row.area === area && row.part)
const count = (area: string, reason: UnmetCount[3], band: UnmetCount[4], people: number): UnmetCount => [
  ...(['2026-11-01', 'care-at-home', area, reason, band, 2, people, people * 60] as const),
]

test('what is enough people is told of every area, once each, with why and what they miss', () => {
  const rows = told([count('A', 'skill', 'evening', 6), count('C', 'price', 'evening', 9)])
  expect(all(rows, 'X')).toMatchObject({ month: '2026-11-01', service: 'care-at-home', people: 15, minutes: 900 })
  expect(reasonsOf(rows, 'X').map(({ reason, people }) => [reason, people])).toEqual([
    ['skill', 6],
    ['price', 9],
  ])
  expect(partsOf(rows, 'X')).toMatchObject([{ part: { band: 'evening', carers: 2 }, people: 15 }])
  expect(all(rows, 'S')).toMatchObject({ people: 9 })
  expect(reasonsOf(rows, 'S')).toMatchObject([{ reason: 'price' }])
})

test('none and too few look alike', () => {
  const rows = told([
    count('A', 'skill', 'evening', 20),
    count('B', 'skill', 'evening', 2),
    count('C', 'skill', 'evening', 30),
  ])
  expect(all(rows, 'B')).toMatchObject({ people: null, minutes: null })
  expect({ ...all(rows, 'D'), area: '' }).toEqual({ ...all(rows, 'B'), area: '' })
  expect(rows.every(({ people, minutes }) => (people === null) === (minutes === null))).toBe(true)
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
      const rows = told(some.map((one) => count(...one)))
      for (const { people } of rows) if (people !== null) expect(people).toBeGreaterThanOrEqual(5)
      for (const area of ['X', 'N', 'S', ...wards]) {
        const whole = all(rows, area)?.people ?? null
        if (whole === null) continue
        for (const cut of [reasonsOf(rows, area), partsOf(rows, area)]) {
          const rest = whole - cut.reduce((sum, { people }) => sum + (people ?? 0), 0)
          expect(rest === 0 || rest >= 5).toBe(true)
        }
      }
    }),
  )
})
