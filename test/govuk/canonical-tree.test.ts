import { expect, test } from 'vitest'
import { canonicalTree } from './canonical-tree.ts'

const same = (one: string, other: string) => canonicalTree(one) === canonicalTree(other)

test('layout of the source and order of attributes make no difference', () => {
  expect(
    same('<div id="a" class="x  y">\n  <p> One\n two </p>\n</div>', '<div class="x y" id="a"><p>One two</p></div>'),
  ).toBe(true)
  expect(same('<p><a> One </a></p>', '<p><a>One</a></p>')).toBe(true)
  expect(same('<p>One<b> two</b></p>', '<p>One <b>two</b></p>')).toBe(true)
})

test.each([
  ['a lost space between words', '<p><b>Error:</b> name</p>', '<p><b>Error:</b>name</p>'],
  ['a lost space within a hidden part', '<p>Next<span> page</span></p>', '<p>Next<span>page</span></p>'],
  ['the order of classes', '<p class="a b"></p>', '<p class="b a"></p>'],
  ['a missing attribute', '<p id=""></p>', '<p></p>'],
  ['the value of an attribute', '<p id="a"></p>', '<p id="b"></p>'],
  ['the name of an element', '<p><b>a</b></p>', '<p><i>a</i></p>'],
  ['the place of text', '<p><b>a</b>b</p>', '<p><b>ab</b></p>'],
  ['escaping', '<p><br></p>', '<p>&lt;br></p>'],
  ['white space that was typed', '<textarea>a b</textarea>', '<textarea>a\nb</textarea>'],
  ['text', '<p>a</p>', '<p>b</p>'],
  ['an added element', '<ul><li></li></ul>', '<ul><li></li><li></li></ul>'],
])('%s makes a different tree', (_, one, other) => {
  expect(same(one, other)).toBe(false)
})
