import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleDetail } from '../../../test/support/sample-contract.ts'
import { mergeDetail } from './merge-detail.ts'

const detail = fc
  .record({
    title: fc.constantFrom('Care at home', 'Home care', 'Care and support'),
    note: fc.constantFrom('', 'A note', 'Another'),
    careGroups: fc.subarray(['older-people', 'dementia']),
    yearlyPence: fc.constantFrom(null, 100, 200),
  })
  .map((over) => ({ ...sampleDetail, ...over }))

test('what only one of two changed is that one’s, and only where both differ is there a choice', () => {
  fc.assert(
    fc.property(detail, detail, detail, (base, theirs, mine) => {
      const { merged, both } = mergeDetail(base, { theirs, mine })
      for (const answer of ['title', 'note', 'careGroups', 'yearlyPence'] as const) {
        const [was, their, my] = [base, theirs, mine].map((one) => JSON.stringify(one[answer]))
        expect(JSON.stringify(merged[answer])).toBe(my === was ? their : my)
        expect(both.includes(answer)).toBe(my !== was && their !== was && my !== their)
      }
    }),
  )
})

test('who changes nothing takes over what the other changed, and changes alone stand as they are', () => {
  fc.assert(
    fc.property(detail, detail, (base, other) => {
      expect(mergeDetail(base, { theirs: other, mine: base })).toEqual({ merged: other, both: [] })
      expect(mergeDetail(base, { theirs: base, mine: other })).toEqual({ merged: other, both: [] })
    }),
  )
})
