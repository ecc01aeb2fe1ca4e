import { expect, test } from 'vitest'
import { contrast, isHexColour } from './contrast.ts'

test('black on white has the highest contrast there is, either way round', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#fff', '#000')).toBeCloseTo(21)
})

test('a colour on itself has none', () => {
  expect(contrast('#a63d14', '#a63d14')).toBe(1)
})

test('a known pair comes out as published: #767676 on white is 4.54', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('only hex colours are colours', () => {
  expect(['#fff', '#A63D14'].every(isHexColour)).toBe(true)
  expect(['red', '#ffff', '#ggg', 'fff', '#fff;}', ''].some(isHexColour)).toBe(false)
})
