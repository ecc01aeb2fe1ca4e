import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgeBand, Sex } from '../evidence/index.ts'
import { type FigureKey, figureId, parseFigureId } from './figure-id.ts'

const key: FigureKey = {
  measure: 'population',
  area: 'S12000040',
  year: 2028,
  toYear: null,
  ages: { from: 75, to: null },
  sex: 'all',
  edition: null,
}

test('an identifier reads as what it is about', () => {
  expect(figureId(key)).toBe('population.S12000040.2028.75-plus')
  expect(figureId({ ...key, measure: 'dementia', sex: 'female' })).toBe('dementia.S12000040.2028.75-plus.female')
  expect(figureId({ ...key, year: 2018, edition: { kind: 'projection', vintage: 2018 } })).toBe(
    'population.S12000040.2018.75-plus.projection-2018',
  )
  expect(figureId({ ...key, measure: 'population-growth', year: 2018, toYear: 2043 })).toBe(
    'population-growth.S12000040.2018-2043.75-plus',
  )
})

test.each([
  '',
  'population',
  'population..2028.all',
  'population.S12000040.soon.75-plus',
  'population.S12.2028.old',
  'x.y',
])('“%s” is not an identifier of a computed figure', (id) => expect(parseFigureId(id)).toBeUndefined())

test('every identifier reads back as what it was made of, full stops in area codes and all', () => {
  const year = fc.integer({ min: 1900, max: 2150 })
  fc.assert(
    fc.property(
      fc.record<FigureKey>({
        measure: fc.constantFrom('population', 'dementia', 'population-growth'),
        area: fc.constantFrom('S12000040', 'west-lothian/locality/east', 'odd.code'),
        year,
        toYear: fc.option(year),
        ages: fc
          .tuple(fc.nat(100), fc.option(fc.nat(20)))
          .map(([from, width]): AgeBand => ({ from, to: width === null ? null : from + width })),
        sex: fc.constantFrom<Sex>('all', 'female', 'male'),
        edition: fc.option(fc.record({ kind: fc.constantFrom('estimate', 'projection'), vintage: year })),
      }),
      (any) => {
        expect(parseFigureId(figureId(any))).toEqual(any)
      },
    ),
  )
})
