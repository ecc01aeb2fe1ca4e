import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asset } from './asset.ts'

test('an asset carries a digest of its content', () => {
  expect(asset('mercat.css')).toMatch(/^\/static\/mercat\.css\?[0-9a-f]{10}$/)
})

test('the stylesheet and the preload name a font by the same address', () => {
  const css = readFileSync(new URL('./static/mercat.css', import.meta.url), 'utf8')
  const preloaded = asset('fonts/source-sans-3-400-700.woff2').replace('/static/', '')
  expect(css).toContain(`url("${preloaded}")`)
})

test('a file that is not there is refused', () => {
  expect(() => asset('nothing.css')).toThrow('There is no static file "nothing.css"')
})
