import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { publicActor, systemActor } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { record } from '../ledger/index.ts'
import { dataVersion } from './data-version.ts'
import { declare } from './declare.ts'
import type { MercatEnv } from './env.ts'
import { endLiveEvents, liveEvents } from './live.ts'

// A second try, where the machine itself stood still: what is promised stays under a second.
test('a change of the data reaches a page that listens, past the memory of pages and unpacked', {
  retry: 2,
}, async () => {
  const routes = new Hono<MercatEnv>().get('/live', declare('public.read', 'test.live'), (c) =>
    liveEvents(c, 'everything', () => asActor(c.var.database, publicActor, (db) => dataVersion(db, undefined))),
  )
  const { app, database } = await newTestApp([routes])
  onTestFinished(() => endLiveEvents(database))
  const response = await app.request('/live', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(response.headers.get('etag')).toBeNull()
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => (await reader?.read())?.value
  expect(await next()).toBe('retry: 3000\n\n')
  const before = await next()
  const actor = systemActor()
  await asActor(database, actor, (db) =>
    record(db, actor, testNow, { event: 'test.changed', subject: { kind: 'test', id: '1' } }),
  )
  const began = performance.now()
  const after = await next()
  expect(performance.now() - began).toBeLessThan(900)
  expect([before, after]).toEqual([expect.stringContaining('data: changed'), expect.stringContaining('data: changed')])
  expect(after).not.toBe(before)
})
