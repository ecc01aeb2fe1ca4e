import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mercat, start, until } from './mercat.ts'

let cwd = ''

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mercat-solve-'))
})

afterAll(() => rm(cwd, { recursive: true, force: true }))

const solve = (...args: string[]) => mercat(['solve', ...args], { cwd, env: { MERCAT_DATA_DIR: join(cwd, 'data') } })

test('the built program solves in its thread, twice the same, and opens no database', async () => {
  const asked = ['--generate', 'packages=500,providers=40,tightness=0.8,seed=6', '--iterations', '3000', '--json']
  const [one, two] = await Promise.all([solve(...asked), solve(...asked)])
  expect(one.exit).toBe(0)
  expect(one.out).toBe(two.out)
  const { plan, objective, bound } = JSON.parse(one.out)
  expect(plan).toHaveLength(500)
  expect(bound).toBeLessThanOrEqual(objective)
  expect(one.err).toContain('Solved and checked after')
  expect(await readdir(cwd)).toEqual([])
}, 600_000)

test('an impossible file ends with exit 2, one JSON document and a sentence', async () => {
  await writeFile(
    join(cwd, 'bad.json'),
    '{"format": "mercat-allocation/1", "packages": [{"id": "p1", "area": 1, "minutes": [-5]}]}',
  )
  const said = await solve('bad.json', '--json')
  expect(said.exit).toBe(2)
  expect(JSON.parse(said.out).error).toMatch(/^unmetPencePerHour must be .* and is missing\.$/)
  await rm(join(cwd, 'bad.json'))
}, 600_000)

test('Ctrl-C ends it with the best plan so far', async () => {
  const running = start(['solve', '--generate', 'packages=2000,providers=60', '--iterations', '2000000000', '--json'], {
    cwd,
  })
  await until(() => running.err().includes('making the plan better'))
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(0)
  expect(JSON.parse(running.out()).plan).toHaveLength(2000)
}, 600_000)
