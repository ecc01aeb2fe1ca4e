import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, paragraph, revisionOf, sections } from '../../test/support/blocks.ts'
import { compareBlocks, isDifferent, segmentsOf } from './compare-blocks.ts'

const [one, two, three] = [paragraph(1, 'One.'), paragraph(2, 'Two.'), paragraph(3, 'Three.')]

test('a changed paragraph shows which words went and which came', () => {
  const [change] = compareBlocks([paragraph(1, 'About 40 people wait.')], [paragraph(1, 'About 60 people wait.')])
  expect(change).toMatchObject({ kind: 'changed', moved: false })
  expect(change?.parts).toEqual([
    {
      part: 'text',
      segments: [
        { kind: 'same', text: 'About ' },
        { kind: 'gone', text: '40' },
        { kind: 'new', text: '60' },
        { kind: 'same', text: ' people wait.' },
      ],
    },
  ])
})

test('one moved block is told as moved, and the others are not', () => {
  const changes = compareBlocks([one, two, three], [three, one, two])
  expect(changes.filter((change) => change.moved).map(({ after }) => after?.id)).toEqual([idOf(3)])
  expect(changes.every(({ kind }) => kind === 'same')).toBe(true)
})

test('a block that is gone stands where it stood', () => {
  expect(compareBlocks([one, two, three], [one, three]).map(({ kind }) => kind)).toEqual(['same', 'gone', 'same'])
})

test('a figure and a source are called by their names and change as a whole', () => {
  const figure = (id: string) => ({ id: idOf(1), kind: 'figure' as const, figure: id })
  const names = { figure: (id: string) => `Figure ${id}`, source: (key: string) => key.toUpperCase() }
  expect(compareBlocks([figure('a b')], [figure('a c')], names)[0]?.parts).toEqual([
    {
      part: 'figure',
      segments: [
        { kind: 'gone', text: 'Figure a b' },
        { kind: 'new', text: 'Figure a c' },
      ],
    },
  ])
  const cited = { ...one, cited: { source: 'plan', locus: '§4' } } as const
  expect(compareBlocks([one], [cited], names)[0]?.parts.at(-1)).toEqual({
    part: 'source',
    segments: [{ kind: 'new', text: 'PLAN, §4' }],
  })
})

// A second try, where the machine itself stood still: what is promised stays a second.
test('two long texts with nothing in common are told apart at once', { retry: 2 }, () => {
  const [before, after] = ['a', 'b'].map((word) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' '))
  const began = performance.now()
  expect(segmentsOf(before ?? '', after ?? '')).toHaveLength(2)
  expect(performance.now() - began).toBeLessThan(1000)
})

describe('for any words and what became of them', () => {
  const versions = sections.chain((was) => fc.record({ was: fc.constant(was), is: revisionOf(was, 100) }))

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(sections, (was) => {
        expect(compareBlocks(was, was).filter(isDifferent)).toEqual([])
      }),
    )
  })

  test('both versions can be read out of the comparison, whole and in order', () => {
    fc.assert(
      fc.property(versions, ({ was, is }) => {
        const changes = compareBlocks(was, is)
        expect(changes.flatMap(({ after }) => after ?? [])).toEqual(is)
        const unmoved = changes.filter(({ moved, before }) => !moved && before)
        const stayed = new Set(unmoved.map(({ before }) => before?.id))
        expect(unmoved.map(({ before }) => before)).toEqual(was.filter(({ id }) => stayed.has(id)))
        expect(new Set(changes.flatMap(({ before }) => before?.id ?? []))).toEqual(new Set(was.map(({ id }) => id)))
      }),
    )
  })

  test('same and gone words make the earlier text, same and new words the later', () => {
    const text = fc.stringMatching(/^[ab ,.\n]{0,30}$/)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = segmentsOf(before, after)
        const without = (kind: string) =>
          segments
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('')
        expect([without('new'), without('gone')]).toEqual([before, after])
      }),
    )
  })
})
