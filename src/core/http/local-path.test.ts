import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/', '/west-lothian', '/west-lothian/write?section=about#top', '/sign-in/invitation?token=abc', '/a b'])(
  '%s is an address of this site',
  (path) => {
    expect(localPath(path, 'no')).not.toBe('no')
  },
)

test.each([
  undefined,
  '',
  'west-lothian',
  'https://elsewhere.example.org/',
  '//elsewhere.example.org',
  '/\\elsewhere.example.org',
  '/\t/elsewhere.example.org',
  '/.//elsewhere.example.org',
  '/a/..//elsewhere.example.org',
  '/%2e//elsewhere.example.org',
  '/.///elsewhere.example.org',
  '/\n/elsewhere.example.org',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in/code',
  '/sign-out',
  `/${'x'.repeat(1000)}`,
])('%j is not where anyone is sent', (path) => {
  expect(localPath(path, 'no')).toBe('no')
})

test('whatever is given, what comes out stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
        fc
          .array(fc.constantFrom('.', '..', '/', '//', '\\', '%2e', '%2f', 'a', 'evil.example.org'))
          .map((parts) => `/${parts.join('')}`),
      ),
      (text) => {
        const path = localPath(text)
        expect(new URL(path, 'http://localhost').origin).toBe('http://localhost')
        expect(path).toMatch(/^\/(?![/\\])/)
      },
    ),
  )
})
