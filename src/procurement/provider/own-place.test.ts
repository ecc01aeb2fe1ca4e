import { expect, test } from 'vitest'
import type { Contract, Standing } from '../contract.ts'
import { ownPlace, ownState } from './own-place.ts'
import { nextWords, placeWords } from './place-words.ts'

const piece = (over: Partial<Standing>): Standing => ({
  lotProviderId: 'place',
  organisationId: 'own',
  organisation: 'Example Care',
  role: 'framework',
  rank: null,
  state: 'active',
  from: '2025-04-01',
  until: null,
  ...over,
})

const contract = (over: Partial<Contract> = {}): Pick<Contract, 'terms' | 'options'> => ({
  terms: [{ from: '2025-04-01', until: '2028-04-01', state: 'agreed', origin: 'initial', optionId: null }],
  options: [],
  ...over,
})

test('of several places in time the one that holds is told, else the next, else the last', () => {
  const pieces = [piece({ until: '2026-01-01', rank: 3 }), piece({ from: '2026-01-01', until: '2026-07-01', rank: 2 })]
  const rank = (on: string) => ownPlace(pieces, on)?.rank
  expect(['2025-01-01', '2025-12-31', '2026-01-01', '2027-01-01'].map(rank)).toEqual([3, 3, 2, 2])
  expect(ownPlace([], '2026-01-01')).toBeUndefined()
})

test.each([
  ['in', {}, [piece({})]],
  ['suspended', {}, [piece({ state: 'suspended' })]],
  ['unconfirmed', {}, [piece({ state: 'unconfirmed' })]],
  ['in', {}, [piece({ state: 'suspended' }), piece({ lotProviderId: 'two' })]],
  ['over', {}, [piece({ until: '2026-01-01' })]],
  ['over', {}, [piece({ until: '2026-01-01' }), piece({ from: '2026-01-01', state: 'left' })]],
  ['to-come', {}, [piece({ from: '2027-01-01' })]],
  ['over', { terms: [] }, [piece({})]],
] as const)('a provider is %s', (state, over, places) => {
  expect(ownState(contract(over), places, '2026-11-22')).toBe(state)
})

test('a place is told in words, with what is not as usual', () => {
  const words = (over: Partial<Standing>) => placeWords([piece(over)], '2026-11-22')
  expect(words({ role: 'lead', rank: 1 })).toBe('lead, rank 1')
  expect(words({ from: '2027-01-01' })).toBe('framework from 1 January 2027')
  expect(words({ state: 'suspended' })).toBe('framework (suspended)')
  expect(words({ state: 'left', from: '2026-03-31' })).toBe('left on 31 March 2026')
})

test('what comes next is the option still open, else the end', () => {
  const option = {
    id: 'o',
    position: 1,
    from: '2028-04-01',
    until: '2029-04-01',
    decideBy: null,
    decision: 'open',
    decidedOn: null,
  } as const
  expect(nextWords(contract({ options: [option] }), '2026-11-22')).toBe('an option to extend from 1 April 2028')
  expect(nextWords(contract({ options: [{ ...option, decision: 'declined' }] }), '2026-11-22')).toBe(
    'ends on 31 March 2028, with no option left',
  )
  expect(nextWords(contract(), '2029-01-01')).toBeUndefined()
})
