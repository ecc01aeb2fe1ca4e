import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { MercatEnv } from '../../src/core/http/index.ts'

/** Bytes as they are and as they travel; fonts are packed already. */
export interface Weight {
  readonly raw: number
  readonly packed: number
}

export const noWeight: Weight = { raw: 0, packed: 0 }

/** The sum of weights. */
export const sumOf = (weights: readonly Weight[]): Weight =>
  weights.reduce((sum, { raw, packed }) => ({ raw: sum.raw + raw, packed: sum.packed + packed }), noWeight)

/** What an address answers and what it weighs. */
export async function fetched(app: Hono<MercatEnv>, path: string): Promise<Weight & { status: number; text: string }> {
  const response = await app.request(path)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (path.startsWith('/static/') && response.status !== 200) throw new Error(`${path} answers ${response.status}.`)
  const packed = path.includes('.woff2') ? bytes.length : gzipSync(bytes).length
  return { status: response.status, raw: bytes.length, packed, text: new TextDecoder().decode(bytes) }
}

/** The addresses of what a page loads, by kind. */
export function loadedBy(html: string): { styles: string[]; scripts: string[]; inline: string[] } {
  const all = (wanted: RegExp) => [...html.matchAll(wanted)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  return {
    styles: all(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g),
    scripts: all(/<script[^>]*src="([^"]+)"/g),
    inline: all(/<script(?![^>]*src=)[^>]*>([^<]*)<\/script>/g),
  }
}

/** The addresses of the fonts that a stylesheet names, which are told from where the stylesheet stands. */
export const fontsOf = (css: string, stylesheet: string): string[] =>
  [...css.matchAll(/url\(["']?([^)"']+\.woff2[^)"']*)["']?\)/g)].map((match) => {
    const { pathname, search } = new URL(match[1] ?? '', `http://localhost${stylesheet}`)
    return pathname + search
  })
