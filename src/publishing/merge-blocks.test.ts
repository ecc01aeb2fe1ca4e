import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, paragraph, revisionOf, sections } from '../../test/support/blocks.ts'
import type { Block } from './block.ts'
import { mergeBlocks, sameBlock } from './merge-blocks.ts'

const [one, two, three] = [paragraph(1, 'One.'), paragraph(2, 'Two.'), paragraph(3, 'Three.')]
const base = [one, two, three]
const lead = (number: number, heading: string): Block => ({
  id: idOf(number),
  kind: 'lead',
  heading,
  text: 'So it is.',
  cited: null,
})

test('changes of different blocks come together', () => {
  const mine = [paragraph(1, 'One, by me.'), two, three]
  const theirs = [one, two, paragraph(3, 'Three, by them.')]
  expect(mergeBlocks(base, mine, theirs)).toEqual({
    merged: [paragraph(1, 'One, by me.'), two, paragraph(3, 'Three, by them.')],
    conflicts: [],
  })
})

test('what both add and take away comes together', () => {
  const [new4, new5] = [paragraph(4, 'Four.'), paragraph(5, 'Five.')]
  expect(mergeBlocks(base, [one, new4, two], [two, three, new5]).merged).toEqual([new4, two, new5])
})

test('a block that I moved stands where I put it, though they wrote elsewhere', () => {
  const theirs = [one, paragraph(2, 'Two, by them.'), three]
  expect(mergeBlocks(base, [three, one, two], theirs).merged).toEqual([three, one, paragraph(2, 'Two, by them.')])
})

test('the same block changed by both is a conflict that holds both texts', () => {
  const [mine, theirs] = [paragraph(2, 'Two, by me.'), paragraph(2, 'Two, by them.')]
  const merge = mergeBlocks(base, [one, mine, three], [one, theirs, three])
  expect(merge.conflicts).toEqual([{ id: idOf(2), base: two, mine, theirs }])
  expect(merge.merged).toEqual([one, theirs, three])
})

test('the same change made by both is no conflict', () => {
  const both = [one, paragraph(2, 'Agreed.'), three]
  expect(mergeBlocks(base, both, both)).toEqual({ merged: both, conflicts: [] })
})

test.each(['mine', 'theirs'] as const)(
  'a block taken away by one and changed by the other (%s) is kept and asked about',
  (who) => {
    const changed = paragraph(2, 'Two, changed.')
    const [kept, gone] = [
      [one, changed, three],
      [one, three],
    ]
    const merge = who === 'mine' ? mergeBlocks(base, kept, gone) : mergeBlocks(base, gone, kept)
    expect(merge.conflicts).toEqual([
      { id: idOf(2), base: two, mine: who === 'mine' ? changed : null, theirs: who === 'mine' ? null : changed },
    ])
    expect(merge.merged).toEqual([one, changed, three])
  },
)

test('two openings written at the same time are a conflict, for a section has one', () => {
  const [mine, theirs] = [lead(8, 'Mine'), lead(9, 'Theirs')]
  const merge = mergeBlocks(base, [mine, ...base], [theirs, ...base])
  expect(merge.merged).toEqual([theirs, ...base])
  expect(merge.conflicts).toEqual([{ id: idOf(8), base: null, mine, theirs }])
})

describe('for any words and any two revisions of them', () => {
  const revisions = sections.chain((was) =>
    fc.record({ was: fc.constant(was), mine: revisionOf(was, 100), theirs: revisionOf(was, 200) }),
  )

  test('where nobody wrote, nothing changes', () => {
    fc.assert(
      fc.property(sections, (was) => {
        expect(mergeBlocks(was, was, was)).toEqual({ merged: was, conflicts: [] })
      }),
    )
  })

  test('where one wrote, it is as that one left it', () => {
    fc.assert(
      fc.property(revisions, ({ was, mine }) => {
        expect(mergeBlocks(was, mine, was)).toEqual({ merged: mine, conflicts: [] })
        expect(mergeBlocks(was, was, mine)).toEqual({ merged: mine, conflicts: [] })
      }),
    )
  })

  test('who is called me makes no difference but to the order and to the place of a conflict', () => {
    const sorted = (blocks: readonly Block[]) => blocks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    fc.assert(
      fc.property(revisions, ({ was, mine, theirs }) => {
        const [one, other] = [mergeBlocks(was, mine, theirs), mergeBlocks(was, theirs, mine)]
        const swapped = other.conflicts.map((conflict) => ({
          ...conflict,
          mine: conflict.theirs,
          theirs: conflict.mine,
        }))
        const order = (conflicts: readonly { id: string }[]) => conflicts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(order(one.conflicts)).toEqual(order(swapped))
        const asked = new Set(one.conflicts.map(({ id }) => id))
        const settled = (blocks: readonly Block[]) => sorted(blocks.filter(({ id }) => !asked.has(id)))
        expect(settled(one.merged)).toEqual(settled(other.merged))
      }),
    )
  })

  test('nothing that one of them added or changed is lost, and nothing comes twice', () => {
    fc.assert(
      fc.property(revisions, ({ was, mine, theirs }) => {
        const { merged, conflicts } = mergeBlocks(was, mine, theirs)
        const standing = [...merged, ...conflicts.flatMap((conflict) => [conflict.mine, conflict.theirs])]
        for (const block of [...mine, ...theirs]) {
          if (was.some((old) => sameBlock(old, block))) continue
          expect(standing.some((other) => sameBlock(other, block))).toBe(true)
        }
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length)
      }),
    )
  })
})
