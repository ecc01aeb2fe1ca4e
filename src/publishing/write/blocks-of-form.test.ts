import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blocksOfForm } from './blocks-of-form.ts'
import { blockKinds, emptyBlock, type FormBlock, formBlockOf } from './form-block.ts'

const sources = new Set(['wlm-2019'])
const written = (over: Partial<FormBlock>): FormBlock => ({ ...emptyBlock(newId(), 'paragraph'), ...over })
const saved = (...blocks: FormBlock[]): readonly Block[] => {
  const read = blocksOfForm(blocks, sources)
  if ('mistakes' in read) throw new Error(read.mistakes.map(({ sentence }) => sentence).join(' '))
  return read.blocks
}
const mistakes = (...blocks: FormBlock[]) => {
  const read = blocksOfForm(blocks, sources)
  return 'mistakes' in read ? read.mistakes : []
}

test('pasted paragraphs become blocks of their own, each with the source; the first keeps the identifier', () => {
  const typed = written({ text: 'One.\n\nTwo:\n- a\n- b', source: 'wlm-2019', locus: ' p 4 ' })
  const blocks = saved(typed)
  const cited = { source: 'wlm-2019', locus: 'p 4' }
  expect(blocks).toEqual([
    { id: typed.id, kind: 'paragraph', text: 'One.', cited },
    { id: expect.any(String), kind: 'paragraph', text: 'Two:', cited },
    { id: expect.any(String), kind: 'list', items: ['a', 'b'], cited },
  ])
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(3)
})

test('a form that is sent twice makes the same blocks, and a second splitting does not take an identifier again', () => {
  const typed = written({ text: 'One.\n\nTwo.' })
  expect(saved(typed)).toEqual(saved(typed))
  const [one, two] = saved(typed).map(formBlockOf) as [FormBlock, FormBlock]
  const again = saved({ ...one, text: 'One.\n\nTwo.' }, two)
  expect(new Set(again.map(({ id }) => id)).size).toBe(3)
})

test('markup and scripts are words like others', () => {
  expect(saved(written({ text: '<script>alert(1)</script> & <b>bold</b>' }))).toMatchObject([
    { kind: 'paragraph', text: '<script>alert(1)</script> & <b>bold</b>' },
  ])
})

test('a pasted table is refused with what to do instead', () => {
  const typed = written({ text: 'Year\tPeople\n2018\t12,944' })
  expect(mistakes(typed)).toEqual([
    {
      block: typed.id,
      part: 'text',
      sentence:
        'The paragraph that begins “Year People 2018 12,944” holds a table. Place each of its numbers as a figure, or write it as a list with one item a line.',
    },
  ])
})

test('more than a section holds is refused with the bound, at the block as it was typed', () => {
  const typed = written({ text: `${'word '.repeat(50_000)}\n\n${'word '.repeat(50_000)}` })
  const found = mistakes(typed)
  expect(found.map(({ block }) => block)).toEqual([typed.id, typed.id, null])
  expect(found[0]?.sentence).toContain('249,999 characters, and 20,000 is the most')
  expect(found[2]?.sentence).toContain('and 150,000 is the most')
})

test('a finding, a message, a pressure and an addition need words under their heading', () => {
  for (const kind of ['lead', 'message', 'pressure', 'addition'] as const) {
    expect(mistakes(written({ kind, text: 'Words.' }))).toEqual([])
    expect(mistakes(written({ kind, heading: 'Heading' })).map(({ part }) => part)).toEqual(['text'])
  }
})

test('a second finding and an unknown source are refused', () => {
  const lead = { kind: 'lead', heading: 'So', text: 'It is.' } as const
  expect(mistakes(written(lead), written(lead)).map(({ part }) => part)).toEqual(['heading'])
  expect(mistakes(written({ text: 'x', source: 'nowhere' })).map(({ part }) => part)).toEqual(['source'])
})

test('what the section comes to is kept first, and blocks left empty are left out', () => {
  const blocks = saved(
    written({ text: ' \n ' }),
    written({ text: 'Words.' }),
    written({ kind: 'lead', heading: 'So', text: 'It is.' }),
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['lead', 'paragraph'])
})

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const typedBlock = fc
  .record({ kind: fc.constantFrom(...blockKinds), heading: words, text: words, figure: words })
  .map((over) => written(over))

test('saving again what was saved changes nothing', () => {
  fc.assert(
    fc.property(fc.array(typedBlock, { maxLength: 6 }), (blocks) => {
      const once = blocksOfForm(blocks, sources)
      if ('mistakes' in once) return
      expect(blocksOfForm(once.blocks.map(formBlockOf), sources)).toEqual(once)
    }),
  )
})

test('what nobody touched stays to the letter, though it would not be typed so', () => {
  const cited = { source: 'a-source-that-is-gone', locus: null }
  const before: Block[] = [
    { id: newId(), kind: 'heading', text: 'Long '.repeat(80).trim() },
    { id: newId(), kind: 'paragraph', text: 'A line\nand another.\n\n- 4% a year', cited },
    { id: newId(), kind: 'message', heading: '', text: 'One.\nTwo.', cited: null },
    { id: newId(), kind: 'list', items: ['- marked', 'plain'], cited: null },
  ]
  const [other] = saved(written({ text: 'New.' })) as [Block]
  const read = blocksOfForm([...before, other].map(formBlockOf), sources, before)
  expect(read).toEqual({ blocks: [...before, other] })
})
