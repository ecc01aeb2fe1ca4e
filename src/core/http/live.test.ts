import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { MercatError } from '../errors/index.ts'
import { newLog } from '../log/index.ts'
import type { MercatEnv } from './env.ts'
import { liveAddress, newLive } from './live.ts'
import type { Telling } from './live-watch.ts'

/** A site where anyone can listen to `/live/<topic>`, and what its data says. */
function site(over: Partial<Parameters<typeof newLive>[2]> = {}, telling?: Telling) {
  const data = { version: 1, keys: new Map<string, string>(), reads: 0, asked: 0, fails: false }
  const warnings: string[] = []
  const live = newLive(
    async () => {
      data.reads += 1
      if (data.fails) throw new Error('no connection')
      return String(data.version)
    },
    newLog('warn', (line) => warnings.push(line)),
    { every: 5, slowly: 60_000, gap: 0, beat: 60_000, life: 60_000, inAll: 100, perAddress: 100, ...over },
    telling,
  )
  const app = new Hono<MercatEnv>()
  app.use(async (c, next) => {
    c.set('config', { trustedProxies: 1 } as never)
    await next()
  })
  app.get('/live/:topic', (c) => {
    const topic = c.req.param('topic')
    const keyOf = async () => {
      data.asked += 1
      if (topic === 'broken') throw new Error('no such thing any more')
      return data.keys.get(topic) ?? 'first'
    }
    return live.events(c, topic, keyOf, topic === 'restless')
  })
  app.onError((error, c) => c.text(error.message, error instanceof MercatError ? error.status : 500))
  const change = (topic: string, key: string) => {
    data.keys.set(topic, key)
    data.version += 1
  }
  onTestFinished(live.end)
  return { app, data, change, live, warnings }
}

type Site = ReturnType<typeof site>

/** Waits until the site has looked for changes some more times. */
async function turns({ data }: Site, count = 3) {
  const before = data.reads
  await expect.poll(() => data.reads - before, { interval: 2 }).toBeGreaterThanOrEqual(count)
}

async function listener({ app }: Site, path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const ended = (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value
  })()
  const changes = () => text.split('\n\n').filter((event) => event.includes('data: changed')).length
  return { response, changes, text: () => text, ended, leave: () => reader?.cancel() }
}

test('a listener whose page is of now hears nothing until the key changes, and then hears of it once', async () => {
  const here = site()
  const one = await listener(here, liveAddress('/live/a', 'first'))
  await turns(here)
  expect(one.changes()).toBe(0)
  here.change('a', 'second')
  await turns(here)
  expect(one.changes()).toBe(1)
})

test('a page made before a change hears of it at once, but not again when it comes back after an interruption', async () => {
  const here = site()
  here.change('a', 'second')
  const late = await listener(here, liveAddress('/live/a', 'first'))
  await turns(here)
  expect(late.changes()).toBe(1)
  const [, mark = ''] = /id: (\w+)/.exec(late.text()) ?? []
  const again = await listener(here, liveAddress('/live/a', 'first'), { 'Last-Event-ID': mark })
  await turns(here)
  expect(again.changes()).toBe(0)
})

test('however many listen, one reads the version for all, the keys are asked for only when it has moved, and nothing once they have left', async () => {
  const here = site({ every: 20 })
  const began = performance.now()
  const all = await Promise.all(Array.from({ length: 50 }, () => listener(here, liveAddress('/live/a', 'first'))))
  await turns(here, 5)
  expect(here.data.reads).toBeLessThanOrEqual((performance.now() - began) / 20 + 1)
  expect(here.data.asked).toBeLessThanOrEqual(2)
  here.change('b', 'of nobody here')
  await turns(here)
  expect(all.map((one) => one.changes())).toEqual(all.map(() => 0))
  expect(here.data.asked).toBeLessThanOrEqual(3)
  await Promise.all(all.map((one) => one.leave()))
  const { reads } = here.data
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(here.data.reads).toBeLessThanOrEqual(reads + 1)
})

test('a database that fails for a while is complained of once, and what changed meanwhile is told', async () => {
  const here = site()
  const one = await listener(here, liveAddress('/live/a', 'first'))
  here.data.fails = true
  await turns(here)
  here.change('a', 'third')
  here.data.fails = false
  await turns(here)
  expect(one.changes()).toBe(1)
  expect(here.warnings).toHaveLength(1)
})

test('listeners beyond the bounds are told to come later, and a place that is left is free again', async () => {
  const here = site({ perAddress: 2, inAll: 3 })
  const from = (address: string) => listener(here, '/live/a', { 'X-Forwarded-For': address })
  const [first] = [await from('192.0.2.1'), await from('192.0.2.1')]
  const refused = await from('192.0.2.1')
  expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([503, '30'])
  expect((await from('192.0.2.2')).response.status).toBe(200)
  expect((await from('192.0.2.3')).response.status).toBe(503)
  await first?.leave()
  expect((await from('192.0.2.1')).response.status).toBe(200)
})

test('a stream shows signs of life, ends after its time, and nothing may keep or pack it', async () => {
  const here = site({ beat: 5, life: 40 })
  const one = await listener(here, liveAddress('/live/a', 'first'))
  expect(one.response.headers.get('content-type')).toBe('text/event-stream')
  expect(one.response.headers.get('cache-control')).toBe('no-store, no-transform')
  await one.ended
  expect(one.text()).toMatch(/^retry: 3000\n\n:\n\n/)
})

test('a server that stops ends every stream and lets nobody begin another', async () => {
  const here = site()
  const all = await Promise.all([listener(here, '/live/a'), listener(here, '/live/b')])
  here.live.end()
  await Promise.all(all.map(({ ended }) => ended))
  expect((await listener(here, '/live/a')).response.status).toBe(503)
})

test('a restless topic is asked about while the version stays, and no other is', async () => {
  const here = site()
  const [restless, calm] = [
    await listener(here, liveAddress('/live/restless', 'first')),
    await listener(here, liveAddress('/live/a', 'first')),
  ]
  await turns(here)
  here.data.keys.set('restless', 'second').set('a', 'second')
  await turns(here)
  expect([restless.changes(), calm.changes()]).toEqual([1, 0])
})

test('a HEAD request takes no place', async () => {
  const here = site({ inAll: 1 })
  expect((await here.app.request('/live/a', { method: 'HEAD' })).status).toBe(200)
  expect((await listener(here, '/live/a')).response.status).toBe(200)
})

test('a topic that can’t be asked about keeps no other waiting, and is said once', async () => {
  const here = site()
  await listener(here, '/live/broken')
  const one = await listener(here, liveAddress('/live/a', 'first'))
  await turns(here)
  here.change('a', 'second')
  await turns(here)
  expect(one.changes()).toBe(1)
  expect(here.warnings).toHaveLength(1)
})

test('while somebody tells of changes, a change is looked at when it is told of and not before, and the telling ends with the last listener', async () => {
  const told = { changed: () => {}, hears: true, stopped: 0 }
  const here = site({ every: 5, slowly: 60_000, gap: 10 }, (changed) => {
    told.changed = changed
    const stop = () => {
      told.stopped += 1
    }
    return { hears: () => told.hears, stop }
  })
  const one = await listener(here, liveAddress('/live/a', 'first'))
  await expect.poll(() => here.data.reads).toBe(1)
  here.change('a', 'second')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect([here.data.reads, one.changes()]).toEqual([1, 0])
  // However much is told at once, few looks are made.
  for (let times = 0; times < 100; times += 1) told.changed()
  await expect.poll(() => one.changes()).toBe(1)
  expect(here.data.reads).toBeLessThanOrEqual(3)
  // When the telling breaks, looking begins again by itself at the next look.
  told.hears = false
  told.changed()
  here.change('a', 'third')
  await expect.poll(() => one.changes()).toBe(2)
  await one.leave()
  await expect.poll(() => told.stopped).toBe(1)
})

test('a key that moves with the time of day is asked about now and then though nothing was recorded', async () => {
  const here = site({ slowly: 40 })
  const one = await listener(here, liveAddress('/live/a', 'first'))
  await turns(here)
  here.data.keys.set('a', 'a minute later')
  await expect.poll(() => one.changes()).toBe(1)
})
