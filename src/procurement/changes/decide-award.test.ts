import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { org, plainContext } from '../../../test/support/plain-contract.ts'
import { sampleAward, sampleDetail, sampleLot, sampleRate } from '../../../test/support/sample-contract.ts'
import type { NewStanding } from '../change.ts'
import { decideAward } from './decide-award.ts'
import type { ImportedAward } from './imported-award.ts'

const lot = sampleLot([org('a'), org('b')])
const because = (over: Partial<ImportedAward>, context = plainContext()) =>
  decideAward({ ...sampleAward([lot]), ...over }, context)?.because ?? 'allowed'

test('an award is allowed exactly when nobody stands twice, no rank is given twice, and one leads where a lead is needed', () => {
  const standing = fc.record<NewStanding>({
    organisationId: fc.constantFrom(...['a', 'b', 'c', 'd', 'e'].map(org)),
    role: fc.constantFrom('lead', 'fallback', 'framework'),
    rank: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  const seen = { allowed: 0, refused: 0 }
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 4 }), fc.boolean(), (standings, needsLead) => {
      const ranks = standings.flatMap(({ rank }) => rank ?? [])
      const leads = standings.filter(({ role }) => role === 'lead').length
      const right =
        new Set(standings.map(({ organisationId }) => organisationId)).size === standings.length &&
        new Set(ranks).size === ranks.length &&
        (needsLead ? leads === 1 : leads < 2)
      const found = because({ lots: [{ ...lot, standings, needsLead, rates: [] }] })
      expect(found === 'allowed').toBe(right)
      seen[right ? 'allowed' : 'refused'] += 1
    }),
    { numRuns: 500 },
  )
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(20)
})

test('a contract without an end needs a notice, and a block its volume, but a register of others may not know them', () => {
  const endless = { term: { from: '2025-04-01', until: null }, options: [] }
  const silent = { ...sampleDetail, noticeMonths: null }
  expect(because(endless)).toBe('allowed')
  expect(because({ ...endless, detail: silent })).toBe('no-end-without-notice')
  expect(because({ ...endless, detail: silent }, plainContext({ through: 'import' }))).toBe('allowed')
  expect(because({ ...endless, options: sampleAward([]).options })).toBe('overlap')
  const block = { ...sampleDetail, kind: 'block' } as const
  expect(because({ detail: block })).toBe('block-without-volume')
  expect(because({ detail: block }, plainContext({ through: 'import' }))).toBe('allowed')
  const volume = { ...block, blockUnits: 100, blockUnit: 'hour' } as const
  expect(because({ detail: { ...volume, blockMinimum: 80 } })).toBe('allowed')
  expect(because({ detail: { ...volume, blockMinimum: 101 } })).toBe('block-without-volume')
})

test('only what is not asked from providers in an order may stand without a lot', () => {
  expect(because({ lots: [] })).toBe('no-lot')
  for (const kind of ['in-house', 'shared-service', 'grant'] as const)
    expect(because({ lots: [], detail: { ...sampleDetail, kind } })).toBe('allowed')
  const unnamed = { ...sampleDetail, serviceType: null }
  expect(because({ detail: unnamed })).toBe('lot-without-service')
})

test('a national price needs a framework to take it from, and a lot with caps one for each of its prices', () => {
  const priced = (...rates: ReturnType<typeof sampleRate>[]) => ({ lots: [{ ...lot, rates }] })
  const national = sampleRate(null, null, { basis: 'national' })
  expect(because(priced(national))).toBe('no-framework')
  const detail = { ...sampleDetail, kind: 'call-off', nationalFramework: 'example-framework' } as const
  expect(because({ ...priced(national), detail })).toBe('allowed')
  expect(because(priced(sampleRate(null, 2500)))).toBe('allowed')
  expect(because(priced(sampleRate(null, 2501)))).toBe('rate-above-cap')
  expect(because(priced(sampleRate(null, 2000, { unit: 'mile' })))).toBe('no-cap')
  expect(because(priced(sampleRate(null, 2000), sampleRate(null, 2100)))).toBe('price-twice')
  expect(because(priced(sampleRate(null, 2000, { basis: 'tendered' })))).toBe('price-of-nobody')
})
