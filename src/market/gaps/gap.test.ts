import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Amount, gapOf, sumOfParts } from './gap.ts'

const unit = fc.constantFrom('places' as const, 'people' as const, 'hours-a-week' as const)
const on = fc.constantFrom('2019-12-31', '2020-03-31', null)
const whole = fc.integer({ min: 0, max: 1_000_000 })
const amount: fc.Arbitrary<Amount> = fc
  .record({ value: whole, suppressed: fc.boolean(), unit, period: fc.constantFrom('2019', '2019/20', null), on })
  .map((one) => (one.suppressed ? { ...one, value: null } : one))
const side = fc.option(amount)

test('a gap is told only of two known numbers of one unit, and then supply and gap make need', () => {
  fc.assert(
    fc.property(side, side, (need, supply) => {
      const answer = gapOf(need, supply)
      const tellable = need && supply && need.unit === supply.unit && need.value !== null && supply.value !== null
      expect(answer.kind === 'measured').toBe(Boolean(tellable))
      if (answer.kind === 'measured' && tellable) {
        expect((supply.value ?? 0) + answer.gap).toBe(need.value)
        expect(answer.yearsDiffer).toBe((need.on ?? '').slice(0, 4) !== (supply.on ?? '').slice(0, 4))
      }
    }),
  )
})

test('people are never taken from places', () => {
  const [need, supply] = [
    { value: 120, suppressed: false, unit: 'people', period: '2019', on: null },
    { value: 100, suppressed: false, unit: 'places', period: '2019', on: null },
  ] as const
  expect(gapOf(need, supply)).toEqual({ kind: 'units-differ' })
})

test('a gap is hidden when either part is hidden, and says nothing of the other', () => {
  fc.assert(
    fc.property(amount, amount, (need, supply) => {
      fc.pre(need.unit === supply.unit && (need.suppressed || supply.suppressed))
      expect(gapOf(need, supply)).toEqual({ kind: 'hidden' })
    }),
  )
})

test('need and supply in each other’s place turn the gap about', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      const of = (value: number): Amount => ({ value, suppressed: false, unit: 'places', period: null, on: null })
      const [there, back] = [gapOf(of(a), of(b)), gapOf(of(b), of(a))]
      expect(there.kind === 'measured' && back.kind === 'measured' && there.gap + back.gap).toBe(0)
    }),
  )
})

test('nothing needed has a gap and no share of it', () => {
  const none: Amount = { value: 0, suppressed: false, unit: 'places', period: null, on: null }
  expect(gapOf(none, { ...none, value: 4 })).toMatchObject({ gap: -4, sharePercent: null })
})

test('parts are added up only when all are known in one unit and of one period', () => {
  fc.assert(
    fc.property(fc.array(side, { maxLength: 6 }), (parts) => {
      const sum = sumOfParts(parts)
      const known = parts.flatMap((part) => part ?? [])
      const alike = new Set(known.map((part) => `${part.unit} ${part.period}`)).size === 1
      const complete = known.length === parts.length && alike
      expect(sum.kind === 'sum' || sum.kind === 'hidden').toBe(complete)
      if (sum.kind === 'sum') expect(sum.value).toBe(known.reduce((all, { value }) => all + (value ?? 0), 0))
      if (complete) expect(sum.kind === 'hidden').toBe(known.some(({ suppressed }) => suppressed))
    }),
  )
})

test('why parts are not added up is told', () => {
  const part: Amount = { value: 1, suppressed: false, unit: 'places', period: '2019', on: null }
  expect(sumOfParts([part, null])).toEqual({ kind: 'part-not-known' })
  expect(sumOfParts([part, { ...part, unit: 'people' }])).toEqual({ kind: 'units-differ' })
  expect(sumOfParts([part, { ...part, period: '2020' }])).toEqual({ kind: 'periods-differ' })
})
