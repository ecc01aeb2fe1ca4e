import fc from 'fast-check'
import { expect, test } from 'vitest'
import { supplierCandidates, suppliersOf, suppliersSaid } from './suppliers.ts'

const noneKnown = () => false
const known =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name)

test('commas part companies, except within a name that is known', () => {
  expect(suppliersOf('Example Care Ltd, Sample Homes', noneKnown).names).toEqual(['Example Care Ltd', 'Sample Homes'])
  expect(suppliersOf('Example, Sample & Co, Third Ltd', known('Example, Sample & Co')).names).toEqual([
    'Example, Sample & Co',
    'Third Ltd',
  ])
})

test('what can only be the end of a name stays with it', () => {
  expect(suppliersOf('Example Care, Ltd, Sample Homes, Limited', noneKnown).names).toEqual([
    'Example Care, Ltd',
    'Sample Homes, Limited',
  ])
})

test('where semicolons part companies, commas do not', () => {
  expect(suppliersOf('Example, Sample & Co; Third Ltd', noneKnown).names).toEqual(['Example, Sample & Co', 'Third Ltd'])
})

test('words that name nobody are told apart from companies', () => {
  expect(suppliersOf('N/A', noneKnown)).toEqual({ names: [], nobody: ['N/A'] })
  expect(suppliersOf('Example Care, Various', noneKnown)).toEqual({ names: ['Example Care'], nobody: ['Various'] })
  expect(suppliersOf('TBC', noneKnown).nobody).toEqual(['TBC'])
  expect(suppliersOf('', noneKnown)).toEqual({ names: [], nobody: [] })
})

test('each line of a cell is a company of its own, unless other signs part them', () => {
  expect(suppliersOf('Example Care\nSample Homes', noneKnown).names).toEqual(['Example Care', 'Sample Homes'])
  expect(suppliersOf('Example, Sample & Co\nThird Ltd', noneKnown).names).toEqual(['Example, Sample & Co', 'Third Ltd'])
  expect(suppliersOf('Example\nCare; Third Ltd', noneKnown).names).toEqual(['Example Care', 'Third Ltd'])
})

test('of two hundred companies each is found', () => {
  const names = Array.from({ length: 200 }, (_, index) => `Example Care ${index} Ltd`)
  for (const separator of [', ', '; ', '\n']) expect(suppliersOf(names.join(separator), noneKnown).names).toEqual(names)
})

test('one company twice is one, and nothing of a cell is lost', () => {
  expect(suppliersOf('Example Care, example care', noneKnown).names).toHaveLength(1)
  const name = fc.constantFrom('Alpha', 'Beta Care', 'Gamma', 'Delta & Co', 'Epsilon')
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
      expect(suppliersOf(names.join(', '), noneKnown).names).toEqual(names)
      expect(supplierCandidates(names.join(', '))).toEqual(expect.arrayContaining(names))
    }),
  )
})

test('the same companies say the same, whichever sign parts them and in whichever order', () => {
  expect(suppliersSaid('Example Care Ltd, Sample & Sons, Ltd')).toBe(
    suppliersSaid('Sample & Sons, Ltd;  example care ltd'),
  )
  expect(suppliersSaid('Example Care Ltd')).not.toBe(suppliersSaid('Example Care Ltd; Another Ltd'))
})
