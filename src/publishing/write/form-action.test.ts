import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, newId } from '../../core/values/index.ts'
import { keepableText } from '../block-reader.ts'
import { act, actionText, type FormAction, type Place, readAction } from './form-action.ts'
import { blockKinds, emptyBlock, type FormBlock } from './form-block.ts'
import { fieldsOf, readForm } from './form-fields.ts'
import type { SectionForm } from './section-form.ts'

const ids = Array.from({ length: 8 }, () => newId())
const block = (at: number, over: Partial<FormBlock> = {}): FormBlock => ({
  ...emptyBlock(ids[at] ?? newId(), 'paragraph'),
  text: `Block ${at}`,
  ...over,
})
const form = (blocks: readonly FormBlock[]): SectionForm => ({
  base: 3,
  next: newId(),
  blocks,
  removed: [],
  citing: null,
})
const texts = ({ blocks }: SectionForm) => blocks.map(({ text }) => text)
const id = (at: number) => ids[at] as Id

test('a block moves up and down by one place', () => {
  const three = form([block(0), block(1), block(2)])
  expect(texts(act(three, { do: 'up', block: id(2) }, newId))).toEqual(['Block 0', 'Block 2', 'Block 1'])
  expect(texts(act(three, { do: 'down', block: id(0) }, newId))).toEqual(['Block 1', 'Block 0', 'Block 2'])
  expect(act(three, { do: 'up', block: id(0) }, newId)).toEqual(three)
})

test('nothing moves above what the section comes to', () => {
  const two = form([block(0, { kind: 'lead' }), block(1)])
  expect(act(two, { do: 'up', block: id(1) }, newId)).toEqual(two)
  expect(act(two, { do: 'down', block: id(0) }, newId)).toEqual(two)
})

test('what is taken out comes back where it stood, the latest first', () => {
  const three = form([block(0), block(1), block(2)])
  const without = act(act(three, { do: 'remove', block: id(0) }, newId), { do: 'remove', block: id(1) }, newId)
  expect(texts(without)).toEqual(['Block 2'])
  const once = act(without, { do: 'undo' }, newId)
  expect(texts(once)).toEqual(['Block 1', 'Block 2'])
  expect(texts(act(once, { do: 'undo' }, newId))).toEqual(['Block 0', 'Block 1', 'Block 2'])
})

test('a new block stands below the one it was added to, under the identifier that the page knew', () => {
  const two = form([block(0), block(1)])
  const added = act(two, { do: 'add', kind: 'list', place: { at: 'below', block: id(0) } }, newId)
  expect(added.blocks.map((one) => one.id)).toEqual([id(0), two.next, id(1)])
  expect(added.next).not.toBe(two.next)
})

test('a finding is put first and only once; nothing else is put above it', () => {
  const led = act(form([block(0)]), { do: 'add', kind: 'lead', place: { at: 'below', block: id(0) } }, newId)
  expect(led.blocks.map(({ kind }) => kind)).toEqual(['lead', 'paragraph'])
  expect(act(led, { do: 'add', kind: 'lead', place: { at: 'start' } }, newId).blocks).toHaveLength(2)
  const more = act(led, { do: 'add', kind: 'heading', place: { at: 'start' } }, newId)
  expect(more.blocks.map(({ kind }) => kind)).toEqual(['lead', 'heading', 'paragraph'])
})

test('a figure is placed as a block, or instead of another', () => {
  const placed = act(form([block(0)]), { do: 'choose', figure: 'a.b', place: { at: 'below', block: id(0) } }, newId)
  const [, figure] = placed.blocks
  expect(figure).toMatchObject({ kind: 'figure', figure: 'a.b' })
  const other = act(placed, { do: 'choose', figure: 'c.d', place: { at: 'instead', block: figure?.id as Id } }, newId)
  expect(other.blocks.map((one) => one.figure)).toEqual(['', 'c.d'])
})

const anId = fc.constantFrom(...ids)
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ at: 'start' as const }),
  fc.record({ at: fc.constantFrom('below' as const, 'instead' as const), block: anId }),
)
const anAction: fc.Arbitrary<FormAction> = fc.oneof(
  fc.constantFrom('save' as const, 'undo' as const, 'close' as const).map((verb) => ({ do: verb })),
  fc.record({ do: fc.constantFrom('up', 'down', 'remove', 'cite', 'uncite'), block: anId }),
  fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom('heading', 'paragraph', 'list', 'lead'), place }),
  fc.record({ do: fc.constant('look' as const), page: fc.integer({ min: 1, max: 99_999 }), place }),
  fc.record({
    do: fc.constant('choose' as const),
    figure: fc.constantFrom('population.S12.2028.75-plus', ids[0] as Id),
    place,
  }),
)
const someBlocks = fc
  .uniqueArray(fc.nat(7), { maxLength: 8 })
  .chain((places) =>
    fc.tuple(
      ...places.map((at) =>
        fc
          .record({ kind: fc.constantFrom(...blockKinds), heading: fc.string(), text: fc.string({ unit: 'grapheme' }) })
          .map((over) => block(at, over)),
      ),
    ),
  )

test('whatever is pressed in whatever order, every word is still in the form or can be put back', () => {
  fc.assert(
    fc.property(someBlocks, fc.array(anAction, { maxLength: 30 }), (blocks, actions) => {
      const after = actions.reduce((current, action) => act(current, action, newId), form(blocks))
      const there = [...after.blocks, ...after.removed.map((one) => one.block)]
      for (const before of blocks) {
        const [same, ...more] = there.filter((one) => one.id === before.id)
        expect({ heading: same?.heading, text: same?.text }).toEqual({ heading: before.heading, text: before.text })
        expect(more).toEqual([])
      }
    }),
  )
})

test('every action is read back from the value of its button', () => {
  fc.assert(
    fc.property(anAction, (action) => {
      expect(readAction(actionText(action))).toEqual(action)
    }),
  )
})

test.each(['', 'fly', 'up', 'up 1', 'add figure start', 'add poem start', 'add list', 'look 0 start', 'choose'])(
  'the value %j asks for nothing',
  (value) => {
    expect(readAction(value)).toBeUndefined()
  },
)

test('the fields of a form carry it whole', () => {
  fc.assert(
    fc.property(someBlocks, fc.array(anAction, { maxLength: 10 }), (blocks, actions) => {
      const typed = blocks.map((one) => ({ ...one, text: keepableText(one.text), heading: keepableText(one.heading) }))
      const before = actions.reduce((current, action) => act(current, action, newId), form(typed))
      const citing = before.blocks.some((one) => one.id === before.citing) ? before.citing : null
      expect(readForm(fieldsOf(before), newId())).toEqual({ ...before, citing })
    }),
  )
})

test('fields that are not of the form are passed over', () => {
  const read = readForm(
    [
      ['_block', 'x paragraph'],
      ['_block', `${id(1)} poem`],
      ['_block', `${id(2)} list`],
      ['_block', `${id(2)} paragraph`],
      [`text-${id(2)}`, 'a\r\nb\u0000\u2028c'],
      ['_base', '-1'],
      ['_next', id(2)],
      ['_citing', id(3)],
      ['_removed', '{"at":0}'],
      ['_removed', 'nonsense'],
    ],
    id(7),
  )
  expect(read).toEqual({
    base: 0,
    next: id(7),
    blocks: [{ ...emptyBlock(id(2), 'list'), text: 'a\nb\nc' }],
    removed: [],
    citing: null,
  })
})
