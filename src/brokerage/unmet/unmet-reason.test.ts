import { expect, test } from 'vitest'
import { unmetReasonOf } from './unmet-reason.ts'

const declined = (reason: 'price' | 'skill' | 'no-capacity-time') => ({ state: 'declined' as const, reason })
const lapsed = { state: 'lapsed' as const, reason: null }

test('while somebody can still accept it is being arranged, whatever the others said', () => {
  expect(unmetReasonOf({ round: 'open', offers: [declined('price')] })).toBe('being-arranged')
  expect(unmetReasonOf({ round: 'open', offers: [], handedBack: true })).toBe('handed-back')
})

test('once all were asked the reason is what most of them said; silence is a reason', () => {
  expect(unmetReasonOf({ round: 'over', offers: [declined('price'), declined('skill'), declined('skill')] })).toBe(
    'skill',
  )
  expect(unmetReasonOf({ round: 'over', offers: [lapsed, lapsed, declined('skill')] })).toBe('no-reply')
  expect(unmetReasonOf({ round: 'over', offers: [declined('skill')], refusedPrices: 2 })).toBe('price')
})

test('of equally many the first on the list is told, and never chance', () => {
  const offers = [declined('skill'), declined('no-capacity-time')]
  expect(unmetReasonOf({ round: 'over', offers })).toBe('no-capacity-time')
  expect(unmetReasonOf({ round: 'over', offers: offers.toReversed() })).toBe('no-capacity-time')
})

test('nobody to ask is told where nobody answered anything', () => {
  expect(unmetReasonOf({ round: 'over', offers: [{ state: 'part-accepted', reason: null }] })).toBe('nobody-to-ask')
})
