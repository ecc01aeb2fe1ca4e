import { expect, test } from 'vitest'
import { sampleFigure } from '../../../test/support/sample-figure.ts'
import type { Citation, Figure } from '../figure.ts'
import { nothingTold } from './hidden-cells.ts'
import { suppress } from './suppress.ts'

type Cited = Figure & { readonly finding: string }

const sample: Citation = {
  ...{ key: 'sample', title: 'A sample', publisher: 'Nobody', edition: null, published: null },
  ...{ licence: 'None', licenceUrl: null, url: null, locus: null },
}

/** Users of an invented service in one place. */
const users = (id: string, value: number, over: Partial<Cited> = {}): Cited => ({
  ...sampleFigure,
  id,
  measure: 'users',
  sources: [sample],
  label: 'People who use it',
  finding: `${value} people use it`,
  period: '2026',
  area: { code: id, name: id },
  ages: null,
  basis: 'actual',
  method: 'Counted.',
  status: 'printed',
  value,
  ...over,
})
const areaSums = [{ dimension: 'area', total: 'all', parts: ['a', 'b', 'c'] }]
const shown = (figures: readonly Cited[], limit = 5) => suppress(figures, { limit, areaSums })
const values = (figures: readonly Figure[]) => figures.map(({ value }) => value)

test('where nothing is small, the very same figures come back', () => {
  const figures = [users('a', 5), users('b', 0), users('all', 5)]
  expect(shown(figures)).toBe(figures)
})

test('a hidden figure keeps no words, limits or comparator that tell its number', () => {
  const interval = { lower: 2, upper: 6, kind: 'published' } as const
  const comparator = { label: 'Last year', value: 9, direction: 'lower' } as const
  const told = { interval, comparator, note: '1 + 2', method: '0.1 × 30', label: 'Three people in it' }
  const [hidden] = shown([users('a', 3, told), users('b', 40), users('c', 9), users('all', 52)])
  expect(hidden).toMatchObject({ value: null, suppressed: true, interval: null, comparator: null, unit: 'people' })
  expect(JSON.stringify([hidden?.label, hidden?.finding, hidden?.method])).not.toMatch(/\d|three/i)
  expect(hidden?.note).toBe('[c] hidden: fewer than 5 people, or could be worked out from the rest.')
})

test('a figure that is shown says nothing of the hidden ones beside it', () => {
  const figures = shown([
    users('a', 3),
    users('b', 40, { note: '40 of 52; three more are in A.' }),
    users('c', 9, { comparator: { label: 'A', value: 3, direction: 'higher' } }),
    users('all', 52, { finding: 'Of 52 people, 3 are in A' }),
  ])
  expect(values(figures)).toEqual([null, 40, null, 52])
  expect(figures[1]?.note).toBe('The note is left out: it tells a number that is hidden.')
  expect(figures[3]?.finding).toBe('People who use it, all')
})

test('a target counts nobody, yet what it is set against is hidden when that is small', () => {
  const comparator = { label: 'Now', value: 2, direction: 'higher' } as const
  const [target] = shown([users('a', 3, { basis: 'target', comparator })])
  expect(target).toMatchObject({ value: 3, suppressed: false, comparator: { label: 'Now', value: null } })
})

test('hours, places and money are no people', () => {
  const figures = [users('a', 3, { unit: 'places' }), users('b', 2, { unit: 'hours' })]
  expect(shown(figures)).toBe(figures)
})

test('women, men and bands of age are sums as well', () => {
  const of = (sex: Figure['sex'], ages: string, value: number) =>
    users(`${sex} ${ages}`, value, { sex, ages, area: { code: 'a', name: 'A' } })
  const figures = [
    ...[of('all', '65+', 60), of('all', '65-84', 50), of('all', '85+', 10)],
    ...[of('female', '65+', 40), of('female', '65-84', 33), of('female', '85+', 7)],
    ...[of('male', '65+', 20), of('male', '65-84', 17), of('male', '85+', 3)],
  ]
  // Men of 85 and over, women of 85 and over, and both again at 65 to 84.
  expect(values(shown(figures))).toEqual([60, 50, 10, 40, null, null, 20, null, null])
})

test('a further dimension adds up where its total stands beside it', () => {
  const of = (group: string, value: number) => users(group || 'everyone', value, { area: { code: 'a', name: 'A' } })
  const figures = [of('', 47), of('older', 30), of('younger', 14), of('carers', 3)]
  const group = ({ id }: Figure) => ({ group: id === 'everyone' ? '' : id })
  const hidden = suppress(figures, { limit: 5, areaSums: [], told: nothingTold }, { also: group })
  expect(values(hidden)).toEqual([47, 30, null, null])
})

test('another measure or time is another table', () => {
  const figures = shown([users('a', 3), users('b', 40, { period: '2025' }), users('c', 9, { measure: 'others' })])
  expect(values(figures)).toEqual([null, 40, 9])
})

test('a share, a rate or a change that leaves one answer for a hidden number goes with it', () => {
  const counts = [users('a', 3), users('b', 40), users('c', 9), users('all', 52)]
  const of = (id: string, value: number, over: Partial<Cited> = {}) =>
    users(`${id} ${value}`, value, { measure: 'share', unit: 'percent', area: { code: id, name: id }, ...over })
  const hides = (...others: Cited[]) => values(shown([...counts, ...others])).slice(counts.length)
  // 3 of 52, 49 of 52, and 9 of 52 in the area that was hidden beside it.
  expect(hides(of('a', 5.8), of('a', 94.2), of('c', 17.3))).toEqual([null, null, null])
  // Shares of something else, of another area or time, and one that no whole number of 52 makes.
  expect(hides(of('a', 50), of('b', 76.9), of('a', 5.8, { period: '2020' }), of('a', 7))).toEqual([50, 76.9, 5.8, 7])
  const later = users('c 2027', 12, { area: { code: 'c', name: 'c' }, period: '2027' })
  // A third more than 9 are 12.
  expect(hides(later, of('c', 33.3, { period: '2026 to 2027' }))).toEqual([12, null])
  const rate = { unit: 'per-100000', measure: 'rate' } as const
  expect(hides(of('a', 41, rate), of('b', 41, rate), of('a', 41, { ...rate, period: '2020' }))).toEqual([null, 41, 41])
})

test('what a later number of the same measure is set against, or a sentence of the same source, tells no hidden number', () => {
  const comparator = { label: 'In 2026', value: 9, direction: 'higher' } as const
  const figures = shown([
    ...[users('a', 3), users('b', 40), users('c', 9), users('all', 52)],
    users('c 2027', 14, { area: { code: 'c', name: 'c' }, period: '2027', comparator, finding: '14, up from nine' }),
    users('hours', 20, { area: { code: 'a', name: 'a' }, measure: 'hours', unit: 'hours', finding: '20 hours for 3' }),
    users('elsewhere', 20, { area: { code: 'b', name: 'b' }, measure: 'x', unit: 'hours', finding: '20 hours for 3' }),
  ])
  expect(figures[4]).toMatchObject({ value: 14, comparator: null, finding: 'People who use it, c' })
  expect(figures.slice(5).map(({ finding }) => finding)).toEqual(['People who use it, a', '20 hours for 3'])
})

test('an area that is alone below another is the same ground, and hides with it', () => {
  const sums = [
    { dimension: 'area', total: 'all', parts: ['a', 'b', 'c'] },
    { dimension: 'area', total: 'board', parts: ['c'] },
  ]
  const numbers = [users('a', 3), users('b', 40), users('c', 9), users('all', 52)]
  const hidden = (board: number) => values(suppress([...numbers, users('board', board)], { limit: 5, areaSums: sums }))
  // Hiding 9 twice is more than hiding 40 once.
  expect(hidden(9)).toEqual([null, null, 9, 52, 9])
  // A board of which more areas are not listed here.
  expect(hidden(300)).toEqual([null, 40, null, 52, 300])
})
