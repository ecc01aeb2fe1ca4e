import { expect, test } from 'vitest'
import type { CitedFigure } from '../evidence/index.ts'
import { comparableFigures } from './comparable.ts'

const figure = (over: Partial<CitedFigure>): CitedFigure => ({
  id: 'f',
  measure: 'condition',
  label: 'Stroke',
  value: 12.5,
  unit: 'percent',
  period: '2019 to 2025',
  area: { code: 'E10000017', name: 'Lancashire' },
  ages: '65+',
  sex: 'all',
  basis: 'projection',
  interval: null,
  comparator: null,
  method: '',
  sources: [],
  status: 'printed',
  note: null,
  suppressed: false,
  finding: '',
  section: 'demand',
  theme: 'Conditions',
  ...over,
})

const four = ['a', 'b', 'c', 'd'].map((label, value) => figure({ label, value }))

test('four figures of one unit, period and area are set side by side, the largest first', () => {
  expect(comparableFigures(four)?.figures.map(({ label }) => label)).toEqual(['d', 'c', 'b', 'a'])
})

test('figures of different spans are never drawn side by side', () => {
  const spans = four.map((one, at) => ({ ...one, period: `${2016 + at} to 2026` }))
  expect(comparableFigures(spans)).toBeUndefined()
})

test('a figure that is lost, or to be read with its note, is left out of the drawing', () => {
  expect(comparableFigures([...four.slice(1), figure({ label: 'e', value: null, status: 'lost' })])).toBeUndefined()
  expect(comparableFigures([...four.slice(1), figure({ label: 'e', status: 'caution' })])).toBeUndefined()
})

test('one thing at several ages under one label is no drawing, because the bars could not be told apart', () => {
  expect(comparableFigures(four.map((one) => ({ ...one, label: 'same' })))).toBeUndefined()
})
