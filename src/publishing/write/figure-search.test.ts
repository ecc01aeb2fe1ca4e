import { expect, test } from 'vitest'
import { sampleFigure } from '../../../test/support/sample-figure.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { areasIn, figuresOnPage, searchFigures } from './figure-search.ts'

const figure = (over: Partial<PublishedFigure>): PublishedFigure => ({
  ...sampleFigure,
  section: 'population',
  ...over,
})
const all = [
  figure({}),
  figure({ id: 'b', label: 'Beds in care homes', measure: 'beds', section: 'supply', period: '2018' }),
  figure({ id: 'c', area: { code: 'S13', name: 'Linlithgow' }, period: '2019' }),
]
const anything = { words: '', section: undefined, area: undefined, year: undefined }
const asked = { page: 1, first: 'supply' as const }
const ids = (search: Partial<typeof anything>) =>
  searchFigures(all, { ...anything, ...search }, asked).figures.map(({ id }) => id)

test('figures of the section being written come first', () => {
  expect(ids({})[0]).toBe('b')
})

test('every word must be found, in any order and any case', () => {
  expect(ids({ words: 'HOMES beds' })).toEqual(['b'])
  expect(ids({ words: 'beds moon' })).toEqual([])
  expect(ids({ words: 'linlithgow' })).toEqual(['c'])
})

test('a long list comes a page at a time, and a page past the end is the last', () => {
  const many = Array.from({ length: 45 }, (_, at) => figure({ id: `f${at}` }))
  const { figures, total, page, pages } = searchFigures(many, anything, { ...asked, page: 9 })
  expect({ shown: figures.length, total, page, pages }).toEqual({
    shown: 45 - 2 * figuresOnPage,
    total: 45,
    page: 3,
    pages: 3,
  })
})

test('areas are listed once, by name', () => {
  expect(areasIn(all).map(({ name }) => name)).toEqual(['Linlithgow', 'West Lothian'])
})
