import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { runCommand } from '../test/support/run-command.ts'

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const everyCommand = [
  ['serve'],
  ['worker'],
  ['migrate'],
  ['import'],
  ...['population', 'prevalence', 'sources', 'areas', 'budgets', 'indicators', 'texts'].map((what) => ['import', what]),
  ['figure'],
  ['partnership'],
  ['partnership', 'list'],
  ['partnership', 'add'],
  ['statement'],
  ['statement', 'publish'],
  ['statement', 'editions'],
  ['demo'],
  ['demo', 'load'],
  ['demo', 'clear'],
  ['backup'],
  ['restore'],
  ['doctor'],
]

test('every command says how it is used, and the program names every one of them', async () => {
  const whole = await runCommand(['--help'])
  expect(whole).toMatchObject({ exit: 0, err: '' })
  const told = await Promise.all(everyCommand.map((command) => runCommand([...command, '--help'])))
  for (const [index, { exit, out, err }] of told.entries()) {
    const command = everyCommand[index] ?? []
    expect({ command, exit, err }).toEqual({ command, exit: 0, err: '' })
    expect(out).toContain(`Usage: mercat ${command.join(' ')}`)
    expect(whole.out).toContain(command[0])
  }
})

test.each([
  ['an unknown command', ['sell']],
  ['an unknown command of a family', ['demo', 'sell']],
  ['a family without its command', ['import']],
  ['no command at all', []],
  ['an unknown option', ['doctor', '--gently']],
  ['an option that is missing', ['figure', 'population']],
  ['an argument that is missing', ['backup']],
  ['one argument too many', ['doctor', 'please']],
  ['a value that an option does not take', ['figure', 'population', '--area', 'S12000040', '--kind', 'guess']],
  ['a year that is none', ['figure', 'population', '--area', 'S12000040', '--vintage', 'soon']],
])('%s is wrong usage: exit 2, a sentence, and with --json one document', async (_, args) => {
  const plain = await runCommand(args)
  expect(plain).toMatchObject({ exit: 2, out: '' })
  expect(plain.err).toMatch(/error: |Usage: /)
  expect(plain.err).not.toMatch(/^ {4}at /m)
  const json = await runCommand([...args, '--json'])
  expect(json.exit).toBe(2)
  expect(JSON.parse(json.out)).toEqual({ error: expect.stringMatching(/\w/), advice: expect.stringMatching(/\w/) })
})

test.each([
  ['PORT', 'http', 'PORT must be a port number from 0 to 65535.'],
  ['PORT', '65536', 'PORT must be a port number from 0 to 65535.'],
  ['PORT', '-1', 'PORT must be a port number from 0 to 65535.'],
  ['HOST', 'not a host', 'HOST must be a host name or address such as 127.0.0.1.'],
  ['DATABASE_URL', 'mysql://root:secret@db/x', 'DATABASE_URL must be an address such as postgres://'],
  ['DATABASE_URL', 'postgres://root:secret@db:port/x', 'DATABASE_URL must be an address such as postgres://'],
  ['MERCAT_DEMO', 'yes', 'MERCAT_DEMO must be 1 to load the demonstration or 0 not to.'],
  ['MERCAT_PUBLIC_URL', 'mercat.example.org', 'MERCAT_PUBLIC_URL must be an address such as https://'],
  ['MERCAT_LOG_LEVEL', 'loud', 'MERCAT_LOG_LEVEL must be debug, info, warn, error or silent.'],
])('%s=%s is refused in a sentence that does not repeat it', async (name, value, sentence) => {
  const { exit, out, err } = await runCommand(['doctor'], {
    env: { MERCAT_DATA_DIR: await emptyFolder(), [name]: value },
  })
  expect({ exit, out }).toEqual({ exit: 1, out: '' })
  expect(err).toContain(sentence)
  expect(err).not.toContain('secret')
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('every value that can’t be used is named at once', async () => {
  const { err } = await runCommand(['doctor'], { env: { PORT: 'x', MERCAT_DEMO: 'x' } })
  expect(err).toMatch(/PORT must be .*\. MERCAT_DEMO must be /)
})

test('a data folder that can’t be one is refused in a sentence', async () => {
  const folder = await emptyFolder()
  await writeFile(join(folder, 'file'), '')
  for (const path of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    const { exit, err } = await runCommand(['doctor'], { env: { MERCAT_DATA_DIR: path } })
    expect({ exit, err }).toEqual({
      exit: 1,
      err: `The data folder ${path} can’t be made or written to. Set MERCAT_DATA_DIR to a folder that this user may write to.\n`,
    })
  }
})

test('a database that can’t be opened is said in a sentence, and nothing of it is changed', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'db'))
  await writeFile(join(folder, 'db', 'PG_VERSION'), '11\n')
  const { exit, err } = await runCommand(['doctor'], { env: { MERCAT_DATA_DIR: folder } })
  expect(exit).toBe(1)
  expect(err).toContain(`The database in ${folder} can’t be opened`)
  expect(err).not.toMatch(/^ {4}at /m)
  expect(await readdir(join(folder, 'db'))).toContain('PG_VERSION')
})

test('a PostgreSQL that does not answer is said in a sentence without the password', async () => {
  // Nothing listens on port 1.
  const env = { DATABASE_URL: 'postgres://mercat:secret@127.0.0.1:1/mercat' }
  const { exit, out, err } = await runCommand(['doctor', '--json'], { env })
  expect(exit).toBe(1)
  expect(err).toBe('No PostgreSQL answers at 127.0.0.1:1. Start it, or correct DATABASE_URL.\n')
  expect(JSON.parse(out).error).toBe('No PostgreSQL answers at 127.0.0.1:1.')
})

test('a worker on the embedded database is refused in a sentence, and makes no folder', async () => {
  const folder = await emptyFolder()
  const { exit, err } = await runCommand(['worker'], { env: { MERCAT_DATA_DIR: join(folder, 'data') } })
  expect(exit).toBe(1)
  expect(err).toContain('On the embedded database the server works through the jobs itself.')
  expect(await readdir(folder)).toEqual([])
})

describe.runIf(inject('database').kind === 'postgres')('on PostgreSQL', () => {
  test('a database that is not there, and a password that is wrong, are said in a sentence', async () => {
    const origin = inject('database')
    if (origin.kind !== 'postgres') return
    const [missing, wrong] = [new URL(origin.url), new URL(origin.url)]
    missing.pathname = '/nowhere'
    wrong.password = 'wrong-secret'
    const [first, second] = await Promise.all(
      [missing, wrong].map((url) => runCommand(['doctor'], { env: { DATABASE_URL: url.toString() } })),
    )
    expect(first?.err).toContain(`PostgreSQL at ${missing.host} has no database “nowhere”.`)
    // A server that trusts this machine asks for no password.
    if (second?.exit === 1 && second.err !== '')
      expect(second.err).toContain(`PostgreSQL at ${wrong.host} refused the user or the password.`)
    expect(second?.err).not.toContain('wrong-secret')
  })
})
