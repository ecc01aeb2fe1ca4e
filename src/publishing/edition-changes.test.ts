import { expect, test } from 'vitest'
import { changesInWords, isUnchanged } from './edition-changes.ts'

const none = { updated: 0, added: 0, gone: 0 }

test.each([
  [['demand'], none, 'The words of Need changed. No figure changed.'],
  [
    ['demand', 'supply', 'gaps'],
    { ...none, updated: 1 },
    'The words of Need, Supply and Gaps changed. One figure was updated.',
  ],
  [
    [],
    { updated: 3, added: 1, gone: 12 },
    'No words changed. Three figures were updated, one figure was added and 12 figures were taken away.',
  ],
] as const)('%j and %j: %s', (sections, figures, words) => {
  expect(changesInWords({ sections, figures })).toBe(words)
  expect(isUnchanged({ sections, figures })).toBe(false)
})

test('nothing is nothing', () => {
  expect(isUnchanged({ sections: [], figures: none })).toBe(true)
})
