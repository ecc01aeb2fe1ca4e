import { expect, test } from 'vitest'
import type { RegulatorTerm } from '../../providers/index.ts'
import { heldText } from './held.ts'
import { saidBy, saidText } from './word-lists.ts'

const term = (words: string, qualifier: string, termKey: string): RegulatorTerm => ({
  ...{ regulator: 'cqc', kind: 'service-type', words, qualifier, termKey },
  ...{ validFrom: '2010-10-01', validTo: null },
})
const terms = [
  term('Home', 'Older', 'home'),
  term('Home', 'Frail', 'home'),
  term('Hostel', '', 'home'),
  term('Shop', '', ''),
]

test('words that mean one thing stand together, each once with all that narrows it', () => {
  const of = { regulator: 'cqc', kind: 'service-type' } as const
  expect(saidBy(terms, { ...of, termKey: 'home' }).map(saidText)).toEqual(['Home: Older; Frail', 'Hostel'])
  const others = saidBy([...terms, term('Home', '', 'home')], { ...of, termKey: 'home' })
  expect(others.map(saidText)).toEqual(['Home: Older; Frail; any other', 'Hostel'])
  const over = saidBy([{ ...term('Hall', '', 'home'), validTo: '2015-03-31' }], { ...of, termKey: 'home' })
  expect(over.map(saidText)).toEqual(['Hall (1 October 2010 to 31 March 2015)'])
  expect(saidBy(terms, { ...of, termKey: '' }).map(saidText)).toEqual(['Shop'])
  expect(saidBy(terms, { ...of, regulator: 'care-inspectorate', termKey: 'home' })).toEqual([])
})

test.each([
  [null, null, 'always'],
  ['2018-07-01', null, 'since 1 July 2018'],
  [null, '2018-06-30', 'until 30 June 2018'],
  ['2011-04-01', '2018-06-30', '1 April 2011 to 30 June 2018'],
])('from %s to %s reads “%s”', (validFrom, validTo, words) => expect(heldText({ validFrom, validTo })).toBe(words))
