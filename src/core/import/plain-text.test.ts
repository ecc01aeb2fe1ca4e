import { expect, test } from 'vitest'
import { plainText, saysNothing } from './plain-text.ts'

test.each([
  ['Care &amp; Support', 'Care & Support'],
  ['Women&#39;s Aid', "Women's Aid"],
  ['Example&#x2019;s', 'Example’s'],
  ['A &amp;amp; B', 'A & B'],
  ['  two \u00a0 spaces\n', 'two spaces'],
  ['AT&T; R&D', 'AT&T; R&D'],
  ['&nosuch;', '&nosuch;'],
  ['a &lt;b&gt;', 'a <b>'],
  ['x&#0;y', 'x y'],
])('%j reads %j', (text, plain) => expect(plainText(text)).toBe(plain))

test.each(['', ' ', '-', '–', 'N/A', 'n/a', '#N/A', 'NA', 'None', 'Not applicable', 'TBC', 'tbc', 'Unknown', '...'])(
  '%j says nothing',
  (text) => expect(saysNothing(text)).toBe(true),
)

test.each(['0', 'Nona Care', 'N/A Ltd', 'Various'])('%j says something', (text) =>
  expect(saysNothing(text)).toBe(false),
)
