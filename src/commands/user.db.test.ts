import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { runCommand } from '../../test/support/run-command.ts'
import { signedInAs } from '../../test/support/sign-in.ts'
import { systemActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { accessTrail } from '../core/sign-in/index.ts'
import type { Id } from '../core/values/index.ts'

let database: Database
let partnership: { id: Id; slug: string }
beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { title: 'First' })
})
afterAll(() => database.close())

const env = { MERCAT_PUBLIC_URL: 'https://mercat.example.org' }
const user = (...args: string[]) => runCommand(['user', ...args], { on: database, env })
const add = (...more: string[]) =>
  user('add', '--email', 'Aila@Example.org', '--name', 'Aila Example', '--partnership', partnership.slug, ...more)

test('user add prints the address at which the invitation is accepted', async () => {
  const said = await add('--role', 'administrator', '--role', 'commissioner', '--json')
  expect(said.exit).toBe(0)
  expect(JSON.parse(said.out)).toEqual({
    email: 'aila@example.org',
    link: expect.stringMatching(/^https:\/\/mercat\.example\.org\/sign-in\/invitation\?token=[\w-]{32}$/),
  })
  expect((await add('--organisation', 'Example Care', '--role', 'provider')).out).toContain(
    'Aila Example is invited by',
  )
})

test.each([
  [['--role', 'king'], 'There is no role king.'],
  [[], 'Say what they are to do'],
  [['--role', 'provider'], 'goes with --organisation'],
  [['--organisation', 'Example Care', '--role', 'broker'], 'the role provider and no other'],
])('user add %j is refused in a sentence', async (more, sentence) => {
  const said = await add(...more)
  expect([said.exit, said.err.includes(sentence)]).toEqual([1, true])
})

test.each([
  ['--name', '', 'The name must have letters'],
  ['--name', 'x'.repeat(100_000), 'The name must have letters'],
  ['--name', 'Aila\u202eelpmaxE', 'The name must have letters'],
  ['--organisation', ' ', 'The name of the provider'],
  ['--organisation', 'x'.repeat(151), 'The name of the provider'],
  ['--email', 'jürgen@example.org', 'The email address must look like'],
])('user add refuses an odd %s in a sentence (case %#)', async (option, value, sentence) => {
  const said = await add(option, value, ...(option === '--organisation' ? [] : ['--role', 'broker']))
  expect([said.exit, said.err.includes(sentence)]).toEqual([1, true])
})

test('user list names everyone with what they act for, and user end takes all of it away', async () => {
  const { email } = await signedInAs(database, {
    partnership: partnership.id,
    roles: ['administrator'],
    name: 'Isla Example',
  })
  expect((await user('list')).out).toContain(`${email}  Isla Example  First: administrator`)
  expect(JSON.parse((await user('end', '--email', email, '--json')).out)).toEqual({ memberships: 1 })
  expect((await user('list')).out).toContain(`${email}  Isla Example  ended`)
  const again = await user('end', '--email', email)
  expect([again.exit, again.err.includes('was not found')]).toEqual([1, true])
})

test('user unlock notes that somebody may try again, and finds nobody else', async () => {
  const { email, accountId } = await signedInAs(database, { partnership: partnership.id, roles: ['broker'] })
  expect((await user('unlock', '--email', email)).out).toBe(`${email} can try again now.\n`)
  const trail = await asActor(database, systemActor(partnership.id), (db) =>
    accessTrail(db, partnership.id, { accountId }),
  )
  expect(trail.map(({ event }) => event)).toEqual(['unlocked'])
  const nobody = await user('unlock', '--email', 'nobody@example.org')
  expect([nobody.exit, nobody.err.includes('was not found')]).toEqual([1, true])
})
