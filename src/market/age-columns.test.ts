import { expect, test } from 'vitest'
import { ageColumns } from './age-columns.ts'

const nrs = ['Year', 'CA', 'CAQF', 'Sex', 'SexQF', 'AllAges']
const singleYears = Array.from({ length: 90 }, (_, age) => `Age${age}`)

test('single years of age to 90 and over are found whatever stands before them', () => {
  expect(ageColumns([...nrs, ...singleYears, 'Age90plus']).lowerAges).toHaveLength(91)
  expect(ageColumns([...nrs, ...singleYears, 'Age 90 plus']).lowerAges.at(-1)).toBe(90)
  expect(ageColumns([...nrs, ...singleYears, 'Age90']).lowerAges).toHaveLength(91)
})

test('bands are put in order of age', () => {
  const { columns, lowerAges } = ageColumns(['year', 'area', '65+', '0-15', '16–64', 'all', 'sex'])
  expect(lowerAges).toEqual([0, 16, 65])
  expect(columns.map(({ names }) => names[0])).toEqual(['0-15', '16–64', '65+'])
})

test.each([
  [['year', 'area'], 'No column holds people by age.'],
  [['16-64', '65+'], 'The ages below 16 are missing.'],
  [['0-15', '16-64'], 'The ages above 64 are missing.'],
  [['0-15', '16-65', '65+'], 'The age columns “16-65” and “65+” overlap.'],
  [['0-15', '16+', '65+'], 'The age columns “16+” and “65+” overlap.'],
  [['0-15', '20-64', '65+'], 'The ages 16 to 19 are missing between “0-15” and “20-64”.'],
])('a header whose ages don’t hold everyone once is refused in a sentence', (header, sentence) =>
  expect(() => ageColumns(header)).toThrow(sentence),
)
