import { expect, test } from 'vitest'
import { check, generate } from '../../engines/allocation/index.ts'
import { solveInWorker, solveSource } from './solve-in-worker.ts'
import { now } from './thread-messages.ts'

const problem = generate({ packages: 250, providers: 30, tightness: 0.8, seed: 11 })
const settings = { policy: 'priced', seed: 3, iterations: 2000, seconds: null } as const

test('the same seed gives the same bytes, under both policies, and the checker has nothing against them', async () => {
  for (const policy of ['priced', 'strict'] as const) {
    const [first, second] = await Promise.all([
      solveInWorker(problem, { ...settings, policy }),
      solveInWorker(problem, { ...settings, policy }),
    ])
    expect(JSON.stringify(first)).toBe(JSON.stringify(second))
    expect(first.checked).toBe(true)
    expect(check(problem, first.answer, policy)).toEqual([])
  }
}, 600_000)

test('without iterations and seconds it stops by itself', async () => {
  const { answer } = await solveInWorker(generate({ packages: 40, providers: 6, tightness: 0.8, seed: 1 }), {
    ...settings,
    iterations: null,
  })
  expect(answer.bound).toBeLessThanOrEqual(answer.objective)
}, 600_000)

test('whoever stops it has the best plan so far, and hears how far it has come', async () => {
  const stop = new AbortController()
  const heard: number[] = []
  const solving = solveInWorker(
    problem,
    { ...settings, iterations: 2_000_000_000 },
    {
      signal: stop.signal,
      onProgress: ({ objective, bound }) => {
        expect(bound).toBeLessThanOrEqual(objective)
        heard.push(objective)
        if (heard.length === 3) stop.abort()
      },
    },
  )
  const { answer } = await solving
  expect(heard.length).toBeGreaterThanOrEqual(3)
  expect(check(problem, answer, 'priced')).toEqual([])
}, 600_000)

// A second try, where the machine itself stood still: what is promised stays a tenth.
test('seconds are kept to', { retry: 2, timeout: 600_000 }, async () => {
  const began = now()
  const { answer } = await solveInWorker(problem, { ...settings, iterations: null, seconds: 3 })
  expect((now() - began) / 1000).toBeLessThan(3.3)
  expect(check(problem, answer, 'priced')).toEqual([])
})

test('where the time is over before there is a plan, that is said at once', async () => {
  const large = { packages: 100_000, providers: 1000, tightness: 0.7, seed: 1 }
  const began = now()
  const solving = solveSource(
    { from: 'invention', invention: large },
    { ...settings, iterations: null, seconds: 10 },
    { began: began - 9_900 },
  )
  await expect(solving).rejects.toThrow('took longer than the 10 s allowed')
}, 600_000)

test('a text that cannot be read is refused by the thread with its sentence', async () => {
  await expect(solveSource({ from: 'text', text: '{}', format: 'mercat' }, settings)).rejects.toThrow(
    'format must be "mercat-allocation/1", and is missing.',
  )
}, 600_000)
