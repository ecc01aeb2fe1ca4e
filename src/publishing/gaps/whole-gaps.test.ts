import { expect, test } from 'vitest'
import type { NeedCell } from '../../market/index.ts'
import { gapsInNumbers, wholeFinding } from './whole-gaps.ts'

const figure = (value: number | null) => ({ value })
const cell = (name: string, need: number | null, supply: number | null): NeedCell => {
  const gap = need === null || supply === null ? null : need - supply
  const told = { need: figure(need), supply: figure(supply), gap: figure(gap), share: gap && need ? gap / need : gap }
  return { service: { key: name, name }, ...told } as unknown as NeedCell
}

test.each([
  [[], 'No gap is known in numbers'],
  [[cell('Care at home', 9, 9)], 'There is enough of care at home'],
  [[cell('Extra Care', 9, 3)], 'There is less of Extra Care than is needed'],
  [[cell('Telecare', 9, 9), cell('Care at home', 9, 10)], 'There is enough of every service that is counted'],
  [[cell('Telecare', 9, 9), cell('Care at home', 9, 8)], 'Of 2 services one is short of need: care at home'],
  [
    [cell('Telecare', 9, 9), cell('Care at home', 9, 8), cell('Extra Care', 9, 3), cell('Hidden', 9, null)],
    'Of 3 services 2 are short of need, Extra Care the most',
  ],
])('%# what the gaps of a whole area come to', (cells, words) => {
  expect(wholeFinding(gapsInNumbers(cells))).toBe(words)
})
