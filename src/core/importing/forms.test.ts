import { expect, test } from 'vitest'
import { fileName, fileTrouble, readChoices } from './forms.ts'
import type { Choice } from './import-kind.ts'

const choices: readonly Choice[] = [
  { name: 'as-of', kind: 'date', label: 'Day of the file' },
  { name: 'vintage', kind: 'year', label: 'Year of the edition' },
  { name: 'measure', kind: 'word', label: 'Condition' },
  { name: 'layout', kind: 'one-of', label: 'Layout', options: [{ value: 'bands', text: 'Bands' }] },
  { name: 'source', kind: 'list', label: 'Source', optional: true, options: async () => [] },
]
const options = new Map([['layout', [{ value: 'bands', text: 'Bands' }]]])
const good = {
  'as-of-day': '31',
  'as-of-month': '10',
  'as-of-year': '2026',
  vintage: '2018',
  measure: 'dementia',
  layout: 'bands',
}
const read = (over: Record<string, string> = {}) => readChoices(choices, { ...good, ...over }, options, '2026-11-22')

test('what is said about a file is read, dates as dates, and what may be blank is left out', () => {
  expect(read()).toEqual({
    chosen: { 'as-of': '2026-10-31', vintage: '2018', measure: 'dementia', layout: 'bands' },
    mistakes: [],
  })
})

test.each([
  [
    { 'as-of-day': '31', 'as-of-month': '2' },
    'as-of-day',
    'The day of the file must be a real date, such as 31 10 2026',
  ],
  [{ 'as-of-year': '2027' }, 'as-of-day', 'The day of the file must not be in the future'],
  [{ 'as-of-day': '', 'as-of-month': '', 'as-of-year': '' }, 'as-of-day', 'Enter the day of the file'],
  [{ vintage: '18' }, 'vintage', 'Enter the year of the edition as four digits, such as 2018'],
  [{ measure: 'Two words' }, 'measure', 'Enter the condition in small letters, digits and hyphens, such as dementia'],
  [{ layout: 'nothing' }, 'layout', 'Choose the layout'],
  [{ source: 'forged' }, 'source', 'Choose the source'],
])('what can’t be used is told at its field: %j', (over, field, sentence) => {
  expect(read(over as Record<string, string>).mistakes).toEqual([{ field, sentence }])
})

test('a file is refused before it is read when there is none or it is empty', () => {
  expect(fileTrouble(undefined)).toBe('Choose a file')
  expect(fileTrouble(new File([], ''))).toBe('Choose a file')
  expect(fileTrouble(new File([], 'beds.csv'))).toBe('beds.csv is empty.')
  expect(fileTrouble(new File(['a'], 'beds.csv'))).toBeUndefined()
})

test('a file is called by its own name, without folders and hidden signs', () => {
  expect(fileName({ name: 'C:\\Users\\somebody\\beds\u202e.csv' })).toBe('beds.csv')
  expect(fileName({ name: '../../beds.csv' })).toBe('beds.csv')
  expect(fileName({ name: '\u0000' })).toBe('file')
})
