import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../test/support/run-command.ts'
import { check, generate, type PackageToPlace, type Problem } from '../engines/allocation/index.ts'

let cwd = ''

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mercat-solve-'))
})

afterAll(() => rm(cwd, { recursive: true, force: true }))

const solve = (...args: string[]) => runCommand(['solve', ...args], { cwd })

/** Writes a problem and solves it. */
async function solved(problem: Problem, ...args: string[]) {
  await writeFile(join(cwd, 'problem.json'), JSON.stringify({ format: 'mercat-allocation/1', ...problem }))
  const said = await solve('problem.json', '--json', '--iterations', '300', ...args)
  return { ...said, answer: said.exit === 0 ? JSON.parse(said.out) : null }
}

const small = generate({ packages: 60, providers: 8, tightness: 0.8, seed: 7 })

test('a file is solved: one JSON document with what was asked for, the rest beside it', async () => {
  const { exit, err, answer } = await solved(small)
  expect(exit).toBe(0)
  expect(Object.keys(answer)).toEqual(['plan', 'objective', 'bound', 'gap', 'unmet', 'iterations', 'seed', 'proved'])
  expect(check(small, answer, 'priced')).toEqual([])
  expect(err).toContain('60 packages, 8 providers')
}, 600_000)

test('the same seed gives the same bytes; strict passes over nobody', async () => {
  const [one, two] = [await solved(small, '--seed', '5'), await solved(small, '--seed', '5')]
  expect(one.out).toBe(two.out)
  expect(one.answer.seed).toBe(5)
  const strict = await solved(small, '--policy', 'strict')
  expect(check(small, strict.answer, 'strict')).toEqual([])
}, 600_000)

test('a problem is made up, and a reader is told in words what came of it', async () => {
  const said = await solve('--generate', 'packages=12,providers=4,tightness=0.7,seed=1')
  expect(said.exit).toBe(0)
  expect(said.out).toMatch(/^\d+ of 12 packages placed; \d+ unmet/)
  expect(said.out).toContain('It is optimal: it is proved that no plan costs less.')
}, 600_000)

test('what is not proved is not called optimal', async () => {
  const said = await solve('--generate', 'packages=300,providers=20,tightness=0.95', '--iterations', '1')
  expect(said.out).toMatch(/at most \d+\.\d+% could be saved/)
  expect(said.out).not.toContain('optimal')
}, 600_000)

test('what is odd has a valid answer', async () => {
  const nobody = await solved({ unmetPencePerHour: 6000, packages: [], providers: [], maxShare: null })
  expect(nobody.answer).toMatchObject({ plan: [], objective: 0, bound: 0, gap: 0, proved: true })
  const [first, ...others] = small.packages as [PackageToPlace, ...PackageToPlace[]]
  const odd: Problem = {
    ...small,
    packages: [
      { ...first, options: [], current: null, locked: false, forbidden: [] },
      ...others.map((one) => ({ ...one, options: one.options.map((option) => ({ ...option, rank: 1 })) })),
    ],
  }
  const level = await solved(odd, '--policy', 'strict')
  expect(level.answer.plan[0]).toBeNull()
  expect(check(odd, level.answer, 'strict')).toEqual([])
  const free = small.packages.map((one) => ({ ...one, current: null, locked: false }))
  const empty: Problem = {
    ...small,
    packages: free,
    providers: small.providers.map((one) => ({ ...one, capacity: [] })),
  }
  const none = await solved(empty)
  expect(none.answer).toMatchObject({ unmet: { packages: 60 }, gap: 0, proved: true })
}, 600_000)

test('a gap file is solved whole; where no whole assignment is possible, that is said', async () => {
  await writeFile(join(cwd, 'gap'), '2 3\n4 5 6\n3 9 2\n1 1 1\n2 2 2\n2 2\n')
  const said = await solve('gap', '--json')
  expect(said.exit).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ plan: [0, 0, 1], objective: 11, bound: 11, gap: 0, proved: true })
  await writeFile(join(cwd, 'full'), '2 3\n4 5 6\n3 9 2\n2 2 2\n2 2 2\n2 2\n')
  const full = await solve('full', '--json')
  expect(full.exit).toBe(1)
  expect(full.err).toContain('No assignment of every item was found: 1 of 3 are left out.')
  expect(JSON.parse(full.out)).toMatchObject({ objective: null, gap: null, proved: false, unmet: { packages: 1 } })
}, 600_000)

test.each([
  [['nowhere.json'], /There is no file .*nowhere\.json\./],
  [['.'], /is a folder, not a file/],
  [[], /Name a file to solve, or say --generate\./],
  [['a', '--generate', 'packages=1,providers=1'], /not both/],
  [['--generate', 'packages=1'], /needs providers/],
  [['--generate', 'packages=1,providers=1', '--seconds', '1', '--iterations', '5'], /cannot be used with/],
  [['--generate', 'packages=1,providers=1', '--seconds', '0'], /number of seconds/],
  [['--generate', 'packages=1,providers=1', '--iterations', '1.5'], /whole number/],
  [['--generate', 'packages=1,providers=1', '--seed', '-1'], /whole number/],
  [['--generate', 'packages=1,providers=1', '--policy', 'fair'], /Allowed choices are strict, priced/],
  [['a', '--format', 'xml'], /Allowed choices are mercat, gap/],
])(
  '%j is wrong usage: exit 2, a sentence, and JSON where it was asked for',
  async (args, sentence) => {
    const said = await solve(...args, '--json')
    expect(said.exit).toBe(2)
    expect(said.err).toMatch(sentence)
    expect(JSON.parse(said.out).error).toMatch(sentence)
  },
  600_000,
)

test('a broken or impossible file is refused: exit 2 and one sentence with the place', async () => {
  await writeFile(join(cwd, 'broken.json'), '{"format": "mercat-allocation/1"')
  const broken = await solve('broken.json')
  expect([broken.exit, broken.out]).toEqual([2, ''])
  expect(broken.err).toContain('The file is not JSON at line 1, character 33')
  const [first, ...others] = small.packages as [PackageToPlace, ...PackageToPlace[]]
  const locked = { ...first, current: first.options[0]?.provider ?? 0, locked: true, forbidden: [] }
  const impossible = {
    ...small,
    packages: [locked, ...others],
    providers: small.providers.map((one) => ({ ...one, capacity: [] })),
  }
  const said = await solved(impossible)
  expect(said.exit).toBe(2)
  expect(said.err).toContain('This cannot be kept: packages locked with provider')
}, 600_000)
