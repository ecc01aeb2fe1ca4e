import { expect, test } from 'vitest'
import { sampleFigure as figure } from '../../test/support/sample-figure.ts'
import type { Figure } from '../evidence/index.ts'
import { findingOf } from './figure-finding.ts'

test.each<[string, Partial<Figure>]>([
  ['West Lothian is projected to have 17,289 people aged 75 and over in 2028', {}],
  ['West Lothian had 14,485 people aged 75 and over in 2023', { value: 14485, period: '2023', basis: 'estimate' }],
  [
    'About 2,710 people aged 65 and over expected to have dementia in West Lothian in 2028',
    { measure: 'dementia', label: 'People aged 65 and over expected to have dementia', value: 2713.4 },
  ],
  [
    'Growth in people aged 75 and over in West Lothian: +105.8%, 2018 to 2043',
    {
      measure: 'population-growth',
      label: 'Growth in people aged 75 and over',
      value: 105.755,
      unit: 'percent',
      period: '2018 to 2043',
    },
  ],
  [
    '£88.5 million in 2011/12: budget for seven care groups',
    { measure: 'budget', label: 'Budget for seven care groups', value: 88_510_000, unit: 'pounds', period: '2011/12' },
  ],
  ['People aged 75 and over, West Lothian, 2028', { value: null, unit: null }],
])('a figure that was worked out says: %s', (sentence, over) => {
  expect(findingOf({ ...figure, ...over })).toBe(sentence)
})

test('a cited figure says what it was cited for', () => {
  expect(findingOf({ ...figure, finding: 'Older people will be many more' })).toBe('Older people will be many more')
})
