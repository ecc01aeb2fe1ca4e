import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, countWords, shareOf } from './share-words.ts'

const homes = { one: 'home', many: 'homes' }

test.each([
  [66, 99, 'Two homes in three are'],
  [50, 100, 'Half of the homes are'],
  [49, 100, 'About half of the homes are'],
  [12, 120, 'One home in ten is'],
  [34, 100, 'About one home in three is'],
  [90, 100, 'Nine homes in ten are'],
  [44, 100, '44% of the homes are'],
  [1, 1000, '1% of the homes are'],
  [2, 5, 'Two of the five homes are'],
  [1, 5, 'One of the five homes is'],
  [0, 12, 'None of the 12 homes is'],
  [12, 12, 'All 12 homes are'],
  [2, 2, 'Both homes are'],
  [1, 1, 'The only home is'],
])('%i of %i homes is said as “%s”', (part, whole, words) => {
  expect(shareOf(part, whole, homes)).toBe(words)
})

test('a fraction that is said is never further off than two in a hundred', () => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 5000 }), fc.nat(5000), (whole, some) => {
      const part = some % (whole + 1)
      const said = shareOf(part, whole, homes).toLowerCase()
      const fraction = /(one|two|three|four|nine) homes? in (\w+)/.exec(said)
      if (!fraction) return
      const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
      const share = words.indexOf(fraction[1] ?? '') / words.indexOf(fraction[2] ?? '')
      expect(Math.abs(share - part / whole)).toBeLessThanOrEqual(0.02)
      expect(said.startsWith('about')).toBe(Math.abs(share - part / whole) > 1e-9)
    }),
  )
})

test('small counts are said in words', () => {
  expect([countWords(3), countWords(10), countWords(1126)]).toEqual(['three', 'ten', '1,126'])
  expect([0, 1, 2].map((count) => counted(count, homes))).toEqual(['no homes', 'one home', 'two homes'])
})
