import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleScripts } from '../../../tools/scripts.mjs'
import { countMessage, lengthOf } from './scripts/count.ts'

const committed = readFileSync(new URL('./static/mercat.js', import.meta.url), 'utf8')

test('the committed script is what its sources bundle to (if not: node tools/scripts.mjs)', async () => {
  expect(committed === (await bundleScripts())).toBe(true)
})

test('all scripts together stay under 4,000 bytes gzipped', () => {
  expect(gzipSync(committed).length).toBeLessThan(4000)
})

test('the script evaluates no text and stores nothing in the browser', () => {
  expect(committed).not.toMatch(/\beval\(|new Function|localStorage|sessionStorage|indexedDB|document\.cookie/)
})

test.each([
  ['  two  words\n', 'words', 2],
  ['', 'words', 0],
  ['👩‍👩‍👧 Ŵyn', 'characters', 5],
  ['👩‍👩‍👧', undefined, 8],
])('the length of %j in %s is %i', (text, unit, length) => {
  expect(lengthOf(text, unit)).toBe(length)
})

test.each([
  [2, 'words', 'You have 2 words remaining'],
  [1, undefined, 'You have 1 character remaining'],
  [0, undefined, 'You have 0 characters remaining'],
  [-1, 'words', 'You have 1 word too many'],
])('with %i left the message is right', (left, unit, message) => {
  expect(countMessage(left, unit)).toBe(message)
})

test('joining texts by a space adds up their words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(lengthOf(`${one} ${other}`, 'words')).toBe(lengthOf(one, 'words') + lengthOf(other, 'words'))
    }),
  )
})
