import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { runCommand } from '../../test/support/run-command.ts'
import type { Database } from '../core/db/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

/** The command with every option right but those that a test changes. */
const add = (changed: Record<string, string> = {}) => {
  const options = {
    slug: 'sample',
    title: 'Sample',
    name: 'Sample Health and Social Care Partnership',
    nation: 'scotland',
    area: 'S12000040',
    prefix: 'SAM',
    ...changed,
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  return runCommand(['partnership', 'add', ...args], { on: database })
}

test('a partnership is added, and changed by the same command', async () => {
  expect(await add()).toMatchObject({ exit: 0, out: expect.stringContaining('added') })
  expect(await add({ title: 'Sampled' })).toMatchObject({ exit: 0, out: expect.stringContaining('changed') })
})

test('letters that begin another partnership’s references are refused with its name', async () => {
  await add()
  expect(await add({ slug: 'other' })).toMatchObject({
    exit: 1,
    err: expect.stringContaining('begin with SAM already'),
  })
})

test.each([
  [{ slug: 'Not A Slug' }, 'The slug takes small letters'],
  [{ prefix: 'x' }, 'The prefix must be two to five capitals'],
  [{ area: 'Livingston' }, 'The area must be an official code'],
  [{ brand: '#ffee00' }, 'too pale to read'],
])('%o is refused in a sentence', async (changed, sentence) => {
  const said = await add(changed)
  expect(said.exit).toBe(1)
  expect(said.err).toContain(sentence)
})
