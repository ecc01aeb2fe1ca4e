import * as fc from 'fast-check'
import type { Id } from '../../src/core/values/index.ts'
import type { Block } from '../../src/publishing/block.ts'

/** An identifier that a reader of a test can tell from others: `idOf(7)`. */
export const idOf = (number: number): Id => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A paragraph by its number and text. */
export const paragraph = (number: number, text: string): Block => ({
  id: idOf(number),
  kind: 'paragraph',
  text,
  cited: null,
})

const words = fc.stringMatching(/^[a-d]( [a-d]){0,3}$/)

const content = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('paragraph' as const), text: words, cited: fc.constant(null) }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(words, { minLength: 1, maxLength: 3 }),
    cited: fc.constant({ source: 'a-plan', locus: '§4' }),
  }),
  fc.record({ kind: fc.constant('figure' as const), figure: fc.constantFrom('population.S1.2028.75-plus', 'f2') }),
  fc.record({ kind: fc.constant('message' as const), heading: words, text: words, cited: fc.constant(null) }),
)

/** The words of a section: up to eight blocks with identifiers from a small pool, so that versions share some. */
export const sections: fc.Arbitrary<Block[]> = fc.uniqueArray(
  fc
    .record({ id: fc.integer({ min: 1, max: 9 }).map(idOf), content })
    .map(({ id, content: rest }): Block => ({ id, ...rest })),
  { maxLength: 8, selector: ({ id }) => id },
)

/** What somebody makes of a section: blocks of it changed, taken away and moved, and new ones with identifiers from `firstNew` on. */
export const revisionOf = (base: readonly Block[], firstNew: number): fc.Arbitrary<Block[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...base], { minLength: 0 }),
      fc.shuffledSubarray([...base], { minLength: base.length }),
      fc.boolean(),
      fc.array(content, { maxLength: 2 }),
      fc.array(fc.nat({ max: 20 }), { minLength: 2, maxLength: 2 }),
      fc.array(fc.option(content, { freq: 2 }), { minLength: base.length, maxLength: base.length }),
    )
    .map(([some, all, moves, added, places, edits]) => {
      const ids = new Set(some.map(({ id }) => id))
      const kept = moves ? all.filter(({ id }) => ids.has(id)) : base.filter(({ id }) => ids.has(id))
      const edited = kept.map((block, at): Block => {
        const edit = edits[at]
        return edit ? { id: block.id, ...edit } : block
      })
      return added.reduce<Block[]>(
        (blocks, rest, at) =>
          blocks.toSpliced((places[at] ?? 0) % (blocks.length + 1), 0, { id: idOf(firstNew + at), ...rest }),
        edited,
      )
    })
