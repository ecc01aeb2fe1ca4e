import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainContract } from '../../../../test/support/plain-contract.ts'
import { sampleDetail } from '../../../../test/support/sample-contract.ts'
import type { Change } from '../../change.ts'
import type { ContractDetail } from '../../contract.ts'
import { emptyForm, formLike, readChange } from './change-form.ts'
import { fieldsOfDetail, readDetail } from './detail-form.ts'
import { emptyLot, lotTyped, readLot, withPlace } from './lot-form.ts'
import { pricesTyped, readCaps, readPrices, rowsShown } from './price-rows.ts'
import { optionsShown, readTerm } from './term-form.ts'
import { dateFields, type Typed } from './typed.ts'

const months = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const detail: fc.Arbitrary<ContractDetail> = fc
  .record({
    title: fc.constantFrom('Care at home', 'Day care & meals'),
    kind: fc.constantFrom('framework' as const, 'spot' as const, 'grant' as const),
    careGroups: fc.subarray(['older-people', 'dementia', 'carers']),
    noticeMonths: months,
    reviewMonths: months,
    lastReviewedOn: fc.constantFrom(null, '2026-02-28'),
    yearlyPence: fc.option(fc.integer({ min: 1, max: 999_999_999_999 }), { nil: null }),
    note: fc.constantFrom('', 'First line\nsecond line'),
  })
  .chain((some) =>
    fc.record({ blockUnits: months }).map(({ blockUnits }) => ({
      ...sampleDetail,
      ...some,
      yearlyBasis: some.yearlyPence === null ? null : ('budget' as const),
      blockUnits,
      blockMinimum: blockUnits === null ? null : 0,
      blockUnit: blockUnits === null ? null : ('hour' as const),
      successorFrom: '2028-04-01',
      successorUntil: '2031-04-01',
    })),
  )

test('what is said of a contract comes back from its form as it went in', () => {
  fc.assert(
    fc.property(detail, (said) => {
      expect(readDetail(fieldsOfDetail(said))).toEqual({ read: said })
    }),
  )
})

test('every change comes back from its form as it was asked for, its days by their last', () => {
  const [id, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
  const changes: Change[] = [
    { kind: 'variation', detail: sampleDetail, extendUntil: '2029-01-01' },
    { kind: 'extension', optionId: id },
    { kind: 'extension', optionId: id, until: '2028-10-01' },
    { kind: 'option-declined', optionId: id },
    { kind: 'suspension', lotProviderId: null, until: '2027-01-01' },
    { kind: 'suspension', lotProviderId: id, until: null },
    { kind: 'resumption', lotProviderId: null },
    { kind: 'early-end' },
    { kind: 'leave', lotProviderId: id, nextLeadId: other },
    { kind: 'standing', lotProviderId: id, role: 'fallback', rank: 2 },
    { kind: 'transfer', fromOrganisationId: id, toOrganisationId: other },
    { kind: 'join', lotId: id, standing: { organisationId: other, role: 'additional', rank: null }, rates: [] },
  ]
  for (const change of changes) {
    const asked = { change, effectiveOn: '2027-03-01', reason: 'Agreed' }
    const read = readChange(change.kind as 'leave', { base: ['4'], ...formLike(asked) })
    expect(read).toEqual({ read: { ...asked, baseVersion: 4 } })
  }
})

test('a form opens on the version that stands, an extension on the next option', () => {
  const form = emptyForm('extension', plainContract, '2026-11-22')
  expect(form).toMatchObject({ base: ['1'], option: ['option-1'], 'effective-day': ['22'], 'effective-year': ['2026'] })
  expect(readChange('early-end', emptyForm('early-end', plainContract, '2026-11-22')).mistakes).toEqual([
    { field: 'effective-day', sentence: 'Enter the last day of the contract' },
    { field: 'reason', sentence: 'Enter the reason' },
  ])
})

const days = (start: string, last: string | null, more: Typed = {}): Typed => ({
  ...dateFields('start', start),
  ...dateFields('last', last),
  ...more,
})

test('“two years, year by year” are two options, each after the days before it', () => {
  const read = readTerm(days('2018-01-01', '2019-12-31', { 'option-1-months': ['12'], 'option-2-months': ['12'] }))
  expect(read).toEqual({
    read: {
      term: { from: '2018-01-01', until: '2020-01-01' },
      options: [
        { from: '2020-01-01', until: '2021-01-01', decideBy: null },
        { from: '2021-01-01', until: '2022-01-01', decideBy: null },
      ],
    },
  })
})

test('days that can’t be are said at their fields', () => {
  const fieldsOf = (typed: Typed) => readTerm(typed).mistakes?.map(({ field }) => field)
  expect(fieldsOf(days('2027-04-01', '2027-03-31'))).toEqual(['last-day'])
  expect(fieldsOf(days('2027-04-01', null, { 'option-1-months': ['12'] }))).toEqual(['last-day'])
  expect(fieldsOf(days('2027-04-01', '2028-03-31', dateFields('option-1-decideBy', '2027-10-01')))).toEqual([
    'option-1-months',
  ])
  const late = { 'option-1-months': ['12'], ...dateFields('option-1-decideBy', '2028-04-01') }
  expect(fieldsOf(days('2027-04-01', '2028-03-31', late))).toEqual(['option-1-decideBy-day'])
  expect(fieldsOf({ 'start-day': ['31'], 'start-month': ['2'], 'start-year': ['2027'] })).toEqual(['start-day'])
  expect(optionsShown({ 'option-4-months': ['6'] })).toBe(4)
})

test('a price is someone’s, everyone’s or a national table’s, and never two of them', () => {
  const someone = '00000000-0000-7000-8000-00000000000a'
  const row = (at: number, over: Record<string, string>): Typed =>
    Object.fromEntries(
      Object.entries({ unit: 'hour', days: 'any', ...over }).map(([name, value]) => [`price-${at}-${name}`, [value]]),
    )
  const typed = {
    ...row(1, { provider: someone, pounds: '21.50' }),
    ...row(3, { pounds: '1,022.00', unit: 'week' }),
    ...row(4, { national: 'yes', unit: 'week', level: 'nursing' }),
  }
  const read = readPrices(typed)
  expect('read' in read && read.read.map(({ basis, pence, organisationId }) => [basis, pence, organisationId])).toEqual(
    [
      ['tendered', 2150, someone],
      ['harmonised', 102200, null],
      ['national', null, null],
    ],
  )
  expect([pricesTyped(typed), rowsShown(typed, 'price', 3)]).toEqual([3, 7])
  expect(readPrices(row(2, { pounds: '21.505' })).mistakes).toEqual([
    { field: 'price-2-pounds', sentence: 'Price 2: price must be an amount in pounds, such as 21.50' },
  ])
  expect(readPrices(row(1, { national: 'yes', pounds: '5' })).mistakes?.[0]?.field).toBe('price-1-pounds')
  expect(readCaps({ 'cap-1-unit': ['hour'], 'cap-1-days': ['any'] }).mistakes?.[0]?.field).toBe('cap-1-pounds')
})

test('the first provider put into a lot that needs a lead leads it, and nobody stands in it twice', () => {
  const [a, b] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
  const lot = withPlace(withPlace(withPlace({ ...emptyLot, needsLead: true }, a), b), a)
  expect(lot.places).toEqual([
    { organisation: a, role: 'lead', rank: '1' },
    { organisation: b, role: 'framework', rank: '2' },
  ])
  const sent = {
    number: ['1'],
    needsLead: ['yes'],
    'place-1-organisation': [a],
    'place-1-role': ['boss'],
    'place-1-rank': ['0'],
  }
  expect(readLot(lotTyped(sent)).mistakes?.map(({ field }) => field)).toEqual(['place-1-role', 'place-1-rank'])
})
