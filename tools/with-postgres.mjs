/**
 * Runs a command with a PostgreSQL server of its own, whose address is in TEST_DATABASE_URL; it is gone afterwards.
 *
 *     node tools/with-postgres.mjs node tools/test.mjs
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const isRoot = process.getuid?.() === 0
const debian = '/usr/lib/postgresql'

/** The folder with initdb and postgres: on the path, or where Debian puts it, the newest version first. */
function findPrograms() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((v) => join(debian, v, 'bin'))]
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
  return found && dirname(realpathSync(join(found, 'postgres')))
}

function installPrograms() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return
  process.stderr.write('mercat: installing PostgreSQL with apt-get\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'postgresql')
}

/** PostgreSQL refuses to run as root: there it runs as its own user, or as nobody. */
function unprivileged() {
  if (!isRoot) return {}
  const id = (flag, user) => {
    const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : undefined
  }
  const user = id('-u', 'postgres') === undefined ? 'nobody' : 'postgres'
  return { uid: id('-u', user), gid: id('-g', user) }
}

async function sparePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** Starts a server in a temporary folder: no file is forced to disk, for it does not outlive the run. */
async function startServer(programs) {
  const user = unprivileged()
  const folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'mercat-pg-'))
  const port = await sparePort()
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(folder, 'password'), password)
  if (user.uid !== undefined) for (const file of [folder, join(folder, 'password')]) chownSync(file, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile=password',
    '-E',
    'UTF8',
    '--no-locale',
    '-N',
  ]
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
  ]
  // detached: an interrupt from the terminal must reach it only after the command has ended
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const log = []
  await new Promise((resolve, reject) => {
    server.stderr.on(
      'data',
      (text) => log.push(String(text)) && /ready to accept connections/.test(log.join('')) && resolve(),
    )
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log.join('')}`)))
  })
  server.stderr.removeAllListeners('data').resume()
  const stop = async () => {
    server.kill('SIGQUIT')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

if (!findPrograms()) installPrograms()
const programs = findPrograms()
if (!programs) {
  process.stderr.write('mercat: no PostgreSQL server was found. Install one (on Debian: apt-get install postgresql).\n')
  process.exit(1)
}
const server = await startServer(programs)
const [command, ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server.url } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => process.stderr.write(`mercat: ${command} could not be run: ${error.message}\n`))
const code = await new Promise((resolve) => child.once('close', (exit) => resolve(exit ?? 1)))
await server.stop()
process.exitCode = code
