import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { publicActor } from '../auth/index.ts'
import { allPartnerships } from '../auth/partnership.ts'
import { asActor } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { brandStylesheet } from '../ui/layout/brand.ts'
import { isHeld, packedTag, takesGzip } from './conditional.ts'
import { declare } from './declare.ts'
import type { MercatContext, MercatEnv } from './env.ts'

interface StaticFile {
  type: string
  etag: string
  plain: Uint8Array<ArrayBuffer>
  packed: Uint8Array<ArrayBuffer> | undefined
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
}

/** Reads every file of a folder once: they are few and small, and so nothing outside the folder can be asked for. */
export function readStaticFiles(folder: URL): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = new URL(name.replaceAll('\\', '/'), folder)
    if (!statSync(path).isFile()) continue
    const type = types[name.split('.').at(-1) ?? '']
    if (type) files.set(name.replaceAll('\\', '/'), staticFile(new Uint8Array(readFileSync(path)), type))
  }
  return files
}

function staticFile(plain: Uint8Array<ArrayBuffer>, type: string): StaticFile {
  const etag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 24)}"`
  return { type, etag, plain, packed: type.startsWith('font/') ? undefined : new Uint8Array(gzipSync(plain)) }
}

/** Styles, fonts and pictures, and the stylesheet that carries each partnership's colour. */
export function staticRoutes(folder: URL): Hono<MercatEnv> {
  const files = readStaticFiles(folder)
  return new Hono<MercatEnv>()
    .get('/static/brand/:file{[a-z0-9-]+\\.css}', declare('public.read', 'static.brand'), async (c) => {
      const slug = c.req.param('file').replace(/\.css$/, '')
      const found = (await asActor(c.var.database, publicActor, allPartnerships)).find((one) => one.slug === slug)
      if (!found) throw notFound('This stylesheet')
      return send(c, staticFile(new Uint8Array(Buffer.from(brandStylesheet(found.brandColour))), types.css ?? ''))
    })
    .get('/static/*', declare('public.read', 'static.file'), (c) => {
      const file = files.get(c.req.path.slice('/static/'.length))
      if (!file) throw notFound('This file')
      return send(c, file)
    })
}

function send(c: MercatContext, { etag, packed, plain, type }: StaticFile): Response {
  const zipped = packed !== undefined && takesGzip(c)
  const tag = zipped ? packedTag(etag) : etag
  // The query carries the digest of the content, so an address that has one never changes its meaning.
  c.header('Cache-Control', new URL(c.req.url).search ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  c.header('ETag', tag)
  if (packed) c.header('Vary', 'Accept-Encoding')
  if (isHeld(c, tag)) return c.body(null, 304)
  c.header('Content-Type', type)
  if (!zipped) return c.body(plain)
  c.header('Content-Encoding', 'gzip')
  return c.body(packed)
}
