import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeUrl } from './safe-url.ts'

const dangerous = ['javascript:', 'data:', 'vbscript:']
const ignored = fc.stringMatching(/^[\t\n\r]{0,3}$/)
const leading = fc.string({
  unit: fc.integer({ min: 1, max: 32 }).map((code) => String.fromCharCode(code)),
  maxLength: 4,
})

/** A dangerous scheme as an attacker would write it: any case, with characters that browsers skip. */
const disguised = fc
  .tuple(fc.constantFrom(...dangerous), leading, fc.array(fc.tuple(fc.boolean(), ignored), { minLength: 12 }))
  .map(([scheme, before, noise]) =>
    [...scheme].reduce((written, letter, index) => {
      const [upper, skipped] = noise[index % noise.length] ?? [false, '']
      return written + (upper ? letter.toUpperCase() : letter) + skipped
    }, before),
  )

test('a scheme that runs script becomes # however it is disguised', () => {
  fc.assert(fc.property(disguised, fc.string(), (scheme, rest) => safeUrl(scheme + rest) === '#'))
})

test('a browser never reads a dangerous scheme from what comes out', () => {
  const address = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), disguised)
  fc.assert(
    fc.property(address, (value) => {
      const read = URL.parse(safeUrl(value), 'https://example.test/')
      return read === null || !dangerous.includes(read.protocol)
    }),
  )
})

test('web addresses and paths come out as they went in', () => {
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => safeUrl(url) === url))
  fc.assert(fc.property(fc.webPath(), (path) => safeUrl(path) === path))
})

test('a path that merely contains the words is left alone', () => {
  const paths = ['/west-lothian/data', '#data:', '?next=javascript:1', 'mailto:a@b.example', '', 'data/2026.csv']
  expect(paths.map(safeUrl)).toEqual(paths)
})
