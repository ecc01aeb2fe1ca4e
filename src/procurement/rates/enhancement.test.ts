import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { decideEnhancement, type EnhancedPrice, type EnhancementAsked } from './enhancement.ts'

const term = { from: '2026-04-01', until: '2028-04-01', state: 'agreed', origin: 'initial', optionId: null } as const
const standing = {
  lotProviderId: 'place',
  organisationId: 'org',
  organisation: 'Example Support Ltd',
  role: 'framework',
  rank: null,
  state: 'active',
  from: '2026-04-01',
  until: null,
} as const
const lot: Contract['lots'][number] = {
  id: 'lot',
  number: '',
  name: '',
  serviceType: 'supported-living',
  areas: [],
  needsLead: false,
  capped: true,
  registered: true,
  standings: [
    { ...standing, until: '2027-10-01' },
    { ...standing, from: '2027-10-01', state: 'left' },
  ],
  rateLines: [],
}
const contract = { terms: [term], lots: [lot] }
const asked: EnhancementAsked = {
  lotProviderId: 'place',
  personReference: 'P-10042',
  basisPoints: 500,
  evidence: 'Specialist assessment of 3 March',
  reviewOn: '2027-03-01',
  from: '2026-09-01',
  until: null,
}
const earlier: EnhancedPrice = {
  ...asked,
  id: 'e',
  organisation: 'Example Support Ltd',
  lotNumber: '',
  until: '2026-12-01',
}
const decided = (over: Partial<EnhancementAsked>, known: readonly EnhancedPrice[] = []) => {
  const decision = decideEnhancement(contract, { ...asked, ...over }, known)
  return decision.allowed ? 'allowed' : decision.because
}

test('5% more for one person’s care needs evidence, a review date, and a place in the lot', () => {
  expect(decided({})).toBe('allowed')
  expect(decided({ evidence: ' ' })).toBe('no-evidence')
  expect(decided({ basisPoints: 0 })).toBe('no-percentage')
  expect(decided({ basisPoints: 10_001 })).toBe('no-percentage')
  expect(decided({ reviewOn: '2026-08-31' })).toBe('review-before-start')
  expect(decided({ from: '2026-03-31' })).toBe('not-in-force')
  expect(decided({ lotProviderId: 'nobody' })).toBe('not-in-the-lot')
  expect(decided({ from: '2027-11-01', reviewOn: '2028-01-01' })).toBe('not-in-the-lot')
})

test.each(['Morag', 'Mrs Example', '', 'P 10042'])('“%s” is no reference of a person', (personReference) => {
  expect(decided({ personReference })).toBe('no-reference')
})

test('the care of one person is enhanced once on a day', () => {
  expect(decided({}, [earlier])).toBe('enhanced-already')
  expect(decided({ from: '2026-12-01' }, [earlier])).toBe('allowed')
  expect(decided({ until: '2026-09-02' }, [{ ...earlier, from: '2026-09-02' }])).toBe('allowed')
  expect(decided({ personReference: 'P-10043' }, [earlier])).toBe('allowed')
})
