import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask, org, plainContract } from '../../../test/support/plain-contract.ts'
import { sampleAward, sampleDetail, sampleRate } from '../../../test/support/sample-contract.ts'
import type { Role } from '../../core/auth/index.ts'
import { addDays } from '../../core/values/index.ts'
import type { Authority } from '../planning/authority.ts'
import { awardWorth, changeWorth } from './change-worth.ts'
import { approversOf, coveringAuthority } from './covering-authority.ts'
import { hasDay } from './days.ts'
import { extendedTerms } from './extended-terms.ts'
import { notYours } from './not-yours.ts'

const million = 1_000_000_00
const worthOf = (...asked: Parameters<typeof ask>) => changeWorth(plainContract, ask(...asked))

test('an award, an extension and a bridge commit their yearly worth over the years that they add', () => {
  expect(awardWorth(sampleAward([]))).toEqual({ pence: 3 * million, known: true })
  expect(worthOf({ kind: 'extension', optionId: 'option-1' })).toEqual({ pence: million, known: true })
  const bridge = { kind: 'variation', detail: sampleDetail, extendUntil: '2029-05-01' } as const
  expect(worthOf(bridge)).toEqual({ pence: 2 * million, known: true })
})

test('a contract that becomes worth more commits the rise over the years that are left', () => {
  const detail = { ...sampleDetail, yearlyPence: million + 500 }
  expect(worthOf({ kind: 'variation', detail, extendUntil: null }, '2026-06-01').pence).toBe(2 * 500)
  const less = { ...sampleDetail, yearlyPence: 1 }
  expect(worthOf({ kind: 'variation', detail: less, extendUntil: null }).pence).toBe(0)
})

test('prices commit what they rise by for the units bought a year', () => {
  const rates = [sampleRate(org('a'), 2150, { yearlyUnits: 1000 }), sampleRate(org('b'), 2000, { yearlyUnits: 1000 })]
  expect(worthOf({ kind: 'rates', lotId: 'lot-1', caps: [], rates }, '2027-04-01').pence).toBe(50 * 1000)
})

test('where nobody knows how much is bought, a dearer price commits its share of what the contract is worth', () => {
  const unknown = sampleRate(org('a'), 4200, { yearlyUnits: null })
  const lines = plainContract.lots.map((lot) => ({
    ...lot,
    rateLines: lot.rateLines.map((line) => ({ ...line, yearlyUnits: null })),
  }))
  const asked = ask({ kind: 'rates', lotId: 'lot-1', caps: [], rates: [unknown] }, '2027-04-01')
  expect(changeWorth({ ...plainContract, lots: lines }, asked)).toEqual({ pence: million, known: true })
  const detail = { ...sampleDetail, yearlyPence: null, yearlyBasis: null }
  expect(changeWorth({ ...plainContract, detail, lots: lines }, asked).known).toBe(false)
  // What the register knows of the units counts where the form says nothing.
  expect(changeWorth(plainContract, asked)).toEqual({ pence: 2100 * 1000, known: true })
})

test('days of which nobody knows what a year is worth commit an unknown sum', () => {
  const detail = { ...sampleDetail, yearlyPence: null, yearlyBasis: null }
  expect(changeWorth({ ...plainContract, detail }, ask({ kind: 'extension', optionId: 'option-1' })).known).toBe(false)
  expect(worthOf({ kind: 'early-end' })).toEqual({ pence: 0, known: true })
})

const authority = (role: Authority['role'], limitPence: number, kind: Authority['kind'] = 'extension'): Authority => ({
  id: `${role}-${limitPence}`,
  role,
  kind,
  limitPence,
  from: '2000-01-01',
  until: null,
})

test('the authority found covers the change, is one’s own, and is the narrowest that does', () => {
  const role = fc.constantFrom<Role>('commissioner', 'contracts-officer', 'finance-officer')
  const one = fc.tuple(role, fc.integer({ min: 0, max: 20 }), fc.constantFrom('extension' as const, 'rates' as const))
  fc.assert(
    fc.property(fc.array(one), fc.array(role), fc.integer({ min: 0, max: 20 }), (rows, roles, pence) => {
      const authorities = rows.map(([of, limit, kind]) => authority(of, limit, kind))
      const covered = { kind: 'extension', worth: { pence, known: true } } as const
      const possible = authorities.filter(
        ({ role: of, limitPence, kind }) => kind === 'extension' && limitPence >= pence && roles.includes(of),
      )
      const found = coveringAuthority(authorities, covered, roles)
      expect(found?.limitPence).toBe(
        possible.length === 0 ? undefined : Math.min(...possible.map(({ limitPence }) => limitPence)),
      )
      expect(approversOf(authorities, covered).some((of) => roles.includes(of))).toBe(found !== undefined)
    }),
  )
})

test('what is not known is covered only by what reaches furthest', () => {
  const authorities = [authority('contracts-officer', 5_000_000), authority('commissioner', 10_000_000_000)]
  const covered = { kind: 'extension', worth: { pence: 0, known: false } } as const
  expect(coveringAuthority(authorities, covered, ['contracts-officer'])).toBeUndefined()
  expect(coveringAuthority(authorities, covered, ['commissioner'])?.role).toBe('commissioner')
  expect(approversOf(authorities, covered)).toEqual(['commissioner'])
  expect(coveringAuthority([], covered, 'any')).toBeUndefined()
})

test('who may not approve is told what it commits and who may', () => {
  expect(notYours({ pence: 150_000_00, known: true }, ['commissioner', 'finance-officer']).sentence).toBe(
    'Your role may not approve this. It commits £150,000; that is for: commissioner, finance officer.',
  )
  expect(notYours({ pence: 0, known: false }, []).sentence).toBe(
    'Your role may not approve this. What it commits is not known; nobody here has the authority for that.',
  )
})

test('days agreed beyond a term are told whole, each once, by its options as far as they go', () => {
  const start = '2026-01-01'
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
      fc.integer({ min: -3, max: 40 }),
      (lengths, n) => {
        let from = start
        const options = lengths.map((length, index) => {
          const option = { id: `option-${index}`, from, until: addDays(from, length) }
          from = option.until
          return option
        })
        const until = addDays(start, n)
        const pieces = extendedTerms({ from: '2025-01-01', until: start }, options, until)
        for (let index = 0; index < 45; index += 1) {
          const day = addDays(start, index)
          const found = pieces.filter(({ days }) => hasDay(days, day))
          expect(found).toHaveLength(day < until ? 1 : 0)
          const option = options.find((one) => hasDay(one, day))
          if (found[0]) expect(found[0].option?.id).toBe(option?.id)
        }
      },
    ),
  )
})
