import { expect, test } from 'vitest'
import { differences, fieldsOf } from './fields.ts'
import { readSection } from './forms.ts'
import type { Settings } from './settings.ts'

const today = '2026-11-22'

const accessibility: Settings['accessibility'] = {
  compliance: 'partial',
  issues: ['One', 'Two'],
  tested: 'By people.\nBy programs.',
  preparedOn: '2026-02-01',
  reviewedOn: '2026-11-22',
  responseDays: 5,
}
const fields = fieldsOf(accessibility)
const mistakesOf = (over: Record<string, string>) =>
  readSection(
    'accessibility',
    { ...fields, ...Object.fromEntries(Object.entries(over).map(([k, v]) => [k, [v]])) },
    today,
  ).mistakes

test('a section read from its own fields is the same section', () => {
  const sections: Settings = {
    identity: { title: 'Fife', name: 'Fife Council', website: 'https://x.example.org', brandColour: '#2f3b52' },
    contact: { email: 'care@example.org', phone: '01632 960 001', address: '1 High Street\nTown', hours: '' },
    accessibility,
    privacy: {
      controller: 'Fife Council',
      officer: 'dpo@example.org',
      registration: 'ZA123456',
      bases: ['public-task', 'contract'],
      retention: ['Minutes: six years'],
    },
    publication: { hideBelow: 10 },
  }
  for (const section of ['identity', 'contact', 'accessibility', 'privacy', 'publication'] as const)
    expect(readSection(section, fieldsOf(sections[section]), today).content).toEqual(sections[section])
})

test('every section may be left empty but the names and the colour', () => {
  expect(readSection('contact', {}, today).content).toEqual({ email: '', phone: '', address: '', hours: '' })
  expect(
    readSection('identity', { title: [' '], name: [''], website: [''], brandColour: ['#fff'] }, today).mistakes,
  ).toEqual([
    { field: 'title', sentence: 'Enter the short name' },
    { field: 'name', sentence: 'Enter the full name' },
    { field: 'brandColour', sentence: expect.stringContaining('too pale') },
  ])
})

test.each([
  ['a problem is missing', { issues: ' \n ' }, 'issues', 'Say what does not work yet'],
  ['a problem is too many', { compliance: 'full' }, 'issues', 'Take these problems away'],
  ['a day does not exist', { 'preparedOn-day': '30' }, 'preparedOn-day', 'real date'],
  ['a date is of the year 0', { 'preparedOn-year': '0' }, 'preparedOn-day', 'real date'],
  ['a date is half there', { 'preparedOn-day': '' }, 'preparedOn-day', 'real date'],
  ['a date is tomorrow', { 'reviewedOn-day': '23' }, 'reviewedOn-day', 'in the future'],
  ['the review came first', { 'reviewedOn-month': '1' }, 'reviewedOn-day', 'before the statement was prepared'],
  ['the days are words', { responseDays: 'five' }, 'responseDays', 'whole number'],
  ['the days are none', { responseDays: '0' }, 'responseDays', 'from 1 to 99'],
  ['the status is made up', { compliance: 'perfect' }, 'compliance', 'Choose how far'],
])('an accessibility statement is not taken when %s', (_, over, field, sentence) => {
  const mistakes = mistakesOf(over)
  expect(mistakes).toEqual([{ field, sentence: expect.stringContaining(sentence) }])
})

test.each(['', '2', '51', '-5', '5.5', 'ten'])('numbers below “%s” can’t be hidden', (hideBelow) =>
  expect(readSection('publication', { hideBelow: [hideBelow] }, today).mistakes).toEqual([
    { field: 'hideBelow', sentence: 'Enter a whole number from 3 to 50' },
  ]),
)

test('a short colour is written out, and an address without its protocol is not one', () => {
  const identity = (over: Record<string, string[]>) =>
    readSection('identity', { title: ['T'], name: ['N'], website: [''], brandColour: ['#123'], ...over }, today)
  expect(identity({}).content).toMatchObject({ brandColour: '#112233' })
  expect(identity({ website: ['www.example.org'] }).mistakes?.[0]?.field).toBe('website')
  expect(identity({ website: ['javascript:alert(1)'] }).mistakes?.[0]?.field).toBe('website')
})

test('what two people answered differently is told in words', () => {
  const other = fieldsOf({ ...accessibility, reviewedOn: '', compliance: 'none' })
  expect(differences('accessibility', fields, other)).toEqual([
    {
      label: 'How far the pages meet the guidelines',
      saved: 'In part: some things do not work for everyone',
      typed: 'Not: most of it does not work for someone',
    },
    { label: 'Last reviewed on', saved: '22 November 2026', typed: '' },
  ])
})
