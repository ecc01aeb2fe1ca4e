import { expect, test } from 'vitest'
import { sharedLoad } from './shared-load.ts'

function counting() {
  const ends: (() => void)[] = []
  let truth = 'before'
  const load = sharedLoad(async () => {
    const seen = truth
    await new Promise<void>((resolve) => ends.push(resolve))
    return seen
  })
  const change = (to: string) => {
    truth = to
  }
  return { load, ends, change }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

test('whoever asks while a load is under way is never told what was true before he asked', async () => {
  const { load, ends, change } = counting()
  const first = load('k')
  change('after')
  const second = load('k')
  ends[0]?.()
  await settle()
  ends[1]?.()
  expect(await Promise.all([first, second])).toEqual(['before', 'after'])
})

test('many who ask at once share one load, and different things are loaded apart', async () => {
  const { load, ends } = counting()
  const asked = [load('k'), load('k'), load('k'), load('k'), load('other')]
  expect(ends).toHaveLength(2)
  for (const end of ends.splice(0)) end()
  await settle()
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await Promise.all(asked)
})

test('a load that fails fails for those who shared it, and the next one begins afresh', async () => {
  let loads = 0
  const load = sharedLoad(async () => {
    loads += 1
    if (loads === 1) throw new Error('no connection')
    return loads
  })
  const [first, second] = [load('k'), load('k')]
  await expect(first).rejects.toThrow('no connection')
  expect(await second).toBe(2)
})
