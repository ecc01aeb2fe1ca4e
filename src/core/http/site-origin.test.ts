import { expect, test } from 'vitest'
import { readConfig } from '../config/index.ts'
import type { MercatContext } from './env.ts'
import { siteOrigin } from './site-origin.ts'

const originAt = (url: string, env: Record<string, string> = {}) =>
  siteOrigin({ req: { url }, var: { config: readConfig({ PORT: '3000', ...env }, '/') } } as MercatContext)

test.each(['http://localhost:3100', 'http://127.0.0.1:3100', 'http://[::1]:3100'])(
  'on this machine links lead to where they were asked for: %s',
  (origin) => expect(originAt(`${origin}/sign-in`)).toBe(origin),
)

test.each([
  'http://evil.example.org',
  'http://127.example.org',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org',
])('a Host header that names %s leads no link there', (origin) =>
  expect(originAt(`${origin}/sign-in`)).toBe('http://127.0.0.1:3000'),
)

test('a public address goes before everything that a request says', () => {
  const config = { MERCAT_PUBLIC_URL: 'https://mercat.example.org/' }
  expect(originAt('http://localhost:3100/sign-in', config)).toBe('https://mercat.example.org')
})
