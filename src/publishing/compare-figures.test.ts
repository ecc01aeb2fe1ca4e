import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFigures, figureCounts } from './compare-figures.ts'
import type { PublishedFigure } from './figure-row.ts'

const citation = {
  key: 'a-plan',
  title: 'A Plan',
  publisher: 'Example Council',
  edition: '2024',
  published: null,
  licence: 'OGL',
  licenceUrl: null,
  url: null,
  locus: null,
}

const figure = (over: Partial<PublishedFigure> = {}): PublishedFigure => ({
  id: 'a',
  measure: 'beds',
  label: 'Beds',
  value: 48,
  unit: 'beds',
  period: '2021',
  area: { code: 'S1', name: 'Example' },
  ages: null,
  sex: 'all',
  basis: 'actual',
  interval: null,
  comparator: null,
  method: 'As printed.',
  sources: [citation],
  status: 'printed',
  note: null,
  suppressed: false,
  finding: 'Beds are few',
  section: 'supply',
  theme: 'Beds',
  ...over,
})
const { theme: _, ...workedOut } = figure()

test.each([
  ['another number', { value: 45 }, 'value'],
  ['a number that was lost', { value: null, unit: null, status: 'lost' }, 'value'],
  ['another edition of its source', { sources: [{ ...citation, edition: '2025' }] }, 'source'],
  ['another note', { note: 'Read with care.' }, 'detail'],
] as const)('%s is a change', (_name, over, what) => {
  const [before, after] = [figure(), figure(over)]
  expect(compareFigures([before], [after])).toEqual([{ kind: 'changed', what, before, after }])
})

test('a later period carries a cited series on, whether the earlier number stays or goes', () => {
  const [before, after] = [figure(), figure({ id: 'b', period: '2022', value: 45 })]
  const expected = [{ kind: 'later', before, after }]
  expect(compareFigures([before], [before, after])).toEqual(expected)
  expect(compareFigures([before], [after])).toEqual(expected)
})

test('a year more of what is worked out is new, not another number', () => {
  const [before, after] = [workedOut, { ...workedOut, id: 'b', period: '2022' }]
  expect(compareFigures([before], [before, after])).toEqual([{ kind: 'new', after }])
})

test('of another area, it is another series', () => {
  const after = figure({ id: 'b', period: '2022', area: { code: 'S2', name: 'Elsewhere' } })
  expect(compareFigures([figure()], [after]).map(({ kind }) => kind)).toEqual(['new', 'gone'])
})

test('for any two lists: nothing differs from itself, and each figure is told of once', () => {
  const figures = fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        value: fc.nat(3),
        period: fc.constantFrom('2020', '2021', null),
      })
      .map((over) => figure(over)),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(figures, figures, (before, after) => {
      expect(compareFigures(before, before)).toEqual([])
      const changes = compareFigures(before, after)
      const told = changes.map((change) => (change.kind === 'gone' ? change.before : change.after).id)
      expect(new Set(told).size).toBe(told.length)
      const { updated, added, gone } = figureCounts(changes)
      expect(updated + added + gone).toBe(changes.length)
      for (const one of after) {
        const same = before.some((old) => JSON.stringify(old) === JSON.stringify(one))
        expect(told.includes(one.id)).toBe(!same)
      }
    }),
  )
})
