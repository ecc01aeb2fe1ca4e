import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { revisionOf, sections } from '../../../test/support/blocks.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blockText, leadFirst } from '../block-parts.ts'
import { wrongTogether } from '../block-reader.ts'
import { mergeBlocks, sameBlock } from '../merge-blocks.ts'
import { type Choice, choices, resolveConflicts } from './resolve-conflicts.ts'

const paragraph = (id: Id, text: string): Block => ({ id, kind: 'paragraph', text, cited: null })
const lead = (id: Id, heading: string): Block => ({ id, kind: 'lead', heading, text: `${heading} text`, cited: null })
const [a, b, c] = [newId(), newId(), newId()]
const base = [paragraph(a, 'One'), paragraph(b, 'Two')]

function textsAfter(
  mine: readonly Block[],
  theirs: readonly Block[],
  choice: Choice,
  from: readonly Block[] = base,
): string[] {
  const merge = mergeBlocks(from, mine, theirs)
  const resolved = resolveConflicts(merge, new Map(merge.conflicts.map(({ id }) => [id, choice])))
  if ('open' in resolved) throw new Error('Something was not decided.')
  return resolved.blocks.map(blockText)
}

test('mine, theirs or both stand in the place of the block that both changed', () => {
  const mine = [paragraph(a, 'Mine'), paragraph(b, 'Two')]
  const theirs = [paragraph(a, 'Theirs'), paragraph(b, 'Two')]
  expect(textsAfter(mine, theirs, 'mine')).toEqual(['Mine', 'Two'])
  expect(textsAfter(mine, theirs, 'theirs')).toEqual(['Theirs', 'Two'])
  expect(textsAfter(mine, theirs, 'both')).toEqual(['Theirs', 'Mine', 'Two'])
})

test('a block that one changed and the other took away is kept or goes', () => {
  const changed = [paragraph(a, 'Changed'), paragraph(b, 'Two')]
  const without = [paragraph(b, 'Two')]
  expect(textsAfter(changed, without, 'mine')).toEqual(['Changed', 'Two'])
  expect(textsAfter(changed, without, 'theirs')).toEqual(['Two'])
  expect(textsAfter(changed, without, 'both')).toEqual(['Changed', 'Two'])
  expect(textsAfter(without, changed, 'mine')).toEqual(['Two'])
  expect(textsAfter(without, changed, 'theirs')).toEqual(['Changed', 'Two'])
  expect(textsAfter(without, changed, 'both')).toEqual(['Changed', 'Two'])
})

test('of two findings one stays the finding, and the other loses no word', () => {
  const [mine, theirs] = [
    [lead(c, 'Mine'), ...base],
    [lead(newId(), 'Theirs'), ...base],
  ]
  expect(textsAfter(mine, theirs, 'mine')).toEqual(['Mine\nMine text', 'One', 'Two'])
  expect(textsAfter(mine, theirs, 'both')).toEqual(['Theirs\nTheirs text', 'Mine', 'Mine text', 'One', 'Two'])
})

test('what nobody decided is asked again', () => {
  const merge = mergeBlocks(base, [paragraph(a, 'Mine')], [paragraph(a, 'Theirs'), paragraph(b, 'Too')])
  const resolved = resolveConflicts(merge, new Map([[a, 'mine']]))
  expect('open' in resolved && resolved.open.map(({ id }) => id)).toEqual([b])
})

test('keeping both loses no word of either, whoever saved first', () => {
  const mine = [lead(c, 'Mine'), paragraph(a, 'My one'), paragraph(b, 'Two')]
  const theirs = [lead(c, 'Theirs'), paragraph(b, 'Their two'), paragraph(a, 'Their one')]
  for (const words of [textsAfter(mine, theirs, 'both'), textsAfter(theirs, mine, 'both')]) {
    for (const text of ['Mine', 'Theirs', 'My one', 'Their one', 'Their two']) expect(words.join('\n')).toContain(text)
  }
  expect(choices).toEqual(['mine', 'theirs', 'both'])
})

const openings = ['same', 'changed', 'gone', 'another'] as const

test.each(openings.flatMap((mine) => openings.map((theirs) => [mine, theirs] as const)))(
  'whatever became of the finding (mine %s, theirs %s), any choice can be saved',
  (mine, theirs) => {
    const began = [lead(c, 'First'), ...base]
    const version = (what: (typeof openings)[number], who: string): Block[] => {
      if (what === 'same') return began
      if (what === 'changed') return [lead(c, who), ...base]
      return what === 'another' ? [lead(newId(), who), ...base] : base
    }
    for (const from of [began, base]) {
      const merge = mergeBlocks(from, version(mine, 'Mine'), version(theirs, 'Theirs'))
      expect(new Set(merge.conflicts.map(({ id }) => id)).size).toBe(merge.conflicts.length)
      for (const choice of choices) {
        const resolved = resolveConflicts(merge, new Map(merge.conflicts.map(({ id }) => [id, choice])))
        if ('open' in resolved) throw new Error('Something was not decided.')
        expect(wrongTogether(resolved.blocks)).toEqual([])
        const words = resolved.blocks.map(blockText).join(' ')
        if (choice === 'both')
          for (const text of ['Mine', 'Theirs']) {
            const wrote = { Mine: mine, Theirs: theirs }[text]
            if (wrote === 'changed' || wrote === 'another') expect(words).toContain(text)
          }
      }
    }
  },
)

/** The section with a finding of this identifier, where one is wanted, and without any other. */
const opened = (blocks: readonly Block[], id: Id | null, heading: string): Block[] => {
  const rest = blocks.filter((block) => block.kind !== 'lead' && block.id !== id)
  return leadFirst(id ? [...rest, lead(id, heading)] : rest)
}

test('whatever two people made of a section, any choice can be saved, and keeping both loses no word', () => {
  const [own, mine, theirs] = [newId(), newId(), newId()]
  const revisions = sections
    .chain((was) => fc.tuple(fc.constant(was), revisionOf(was, 100), revisionOf(was, 200)))
    .chain(([was, my, their]) =>
      fc.record({
        was: fc.constantFrom(null, own).map((id) => opened(was, id, 'Was')),
        my: fc.constantFrom(null, own, mine).map((id) => opened(my, id, 'Mine')),
        their: fc.constantFrom(null, own, theirs).map((id) => opened(their, id, 'Theirs')),
        choice: fc.constantFrom(...choices),
      }),
    )
  fc.assert(
    fc.property(revisions, ({ was, my, their, choice }) => {
      const merge = mergeBlocks(was, my, their)
      const resolved = resolveConflicts(merge, new Map(merge.conflicts.map(({ id }) => [id, choice])))
      if ('open' in resolved) throw new Error('Something was not decided.')
      expect(wrongTogether(resolved.blocks)).toEqual([])
      if (choice !== 'both') return
      const words = resolved.blocks.map(blockText).join('\n')
      for (const block of [...my, ...their]) {
        if (was.some((old) => sameBlock(old, block))) continue
        for (const text of blockText(block).split('\n')) expect(words).toContain(text)
      }
    }),
  )
})
