import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileStyles } from '../../../../tools/styles.mjs'

const committed = readFileSync(new URL('../static/mercat.css', import.meta.url), 'utf8')

test('the committed stylesheet is what the Sass compiles to (if not: node tools/styles.mjs)', () => {
  expect(committed === compileStyles()).toBe(true)
}, 30_000)

test.each([
  ['something from elsewhere', /url\("?(?:https?:|\/\/|data:)|@import/],
  ['the Transport typeface', /GDS Transport/],
  ['the crown or the crest', /crown|crest/],
])('the stylesheet does not ask for %s', (_what, pattern) => {
  expect(pattern.test(committed)).toBe(false)
})
