import { expect, test } from 'vitest'
import { councils } from './councils.ts'
import { lancashire } from './lancashire.ts'
import { nations } from './nations.ts'

const areas = [...nations, ...councils, ...lancashire]
const spellings = (list: typeof areas) =>
  list.flatMap((area) => [area.name, ...area.otherNames].map((name) => name.toLowerCase()))

test('there are four nations, 32 councils, and Lancashire with twelve districts', () => {
  expect([nations.length, councils.length, lancashire.length]).toEqual([4, 32, 13])
  expect(lancashire.filter((area) => area.kind === 'district')).toHaveLength(12)
})

test('no code, present or past, belongs to two areas', () => {
  const codes = areas.flatMap((area) => [area.code, ...area.previousCodes])
  expect(new Set(codes).size).toBe(codes.length)
})

test('no spelling belongs to two areas', () => {
  expect(new Set(spellings(areas)).size).toBe(spellings(areas).length)
})

test('every parent is an area of the same nation', () => {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  for (const area of areas) {
    for (const parent of area.parents) expect(byCode.get(parent.code)?.nation, area.name).toBe(area.nation)
  }
})

test('every present code has the shape and the letter of its nation', () => {
  const letter = { scotland: 'S', england: 'E', wales: 'W', 'northern-ireland': 'N' }
  for (const area of areas) expect(area.code, area.name).toMatch(new RegExp(`^${letter[area.nation]}\\d{8}$`))
})
