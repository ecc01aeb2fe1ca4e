import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageAfter } from './paging.ts'

const keys = fc.uniqueArray(fc.string({ minLength: 1 })).map((list) => list.toSorted((a, b) => (a < b ? -1 : 1)))
const self = (key: string) => key

test('following the cursors gives every item once, in order, whatever the size of a page', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 7 }), (list, limit) => {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = pageAfter(list, self, after, limit)
        expect(page.total).toBe(list.length)
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items)
        after = page.next ?? undefined
      } while (after !== undefined)
      expect(seen).toEqual(list)
    }),
  )
})

test('a page goes on after an item that has gone in the meantime', () => {
  const { next } = pageAfter(['a', 'b', 'c', 'd'], self, undefined, 2)
  expect(pageAfter(['a', 'c', 'd'], self, next ?? '', 2).items).toEqual(['c', 'd'])
})

test.each(['', 'nonsense', 'a1.', '%%%', 'azEuYQ=='])(
  'the cursor “%s” is refused with a sentence and status 400',
  (after) => {
    expect(() => pageAfter(['a'], self, after, 1)).toThrow(/“after” is not a cursor/)
  },
)
