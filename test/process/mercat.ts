import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inject, onTestFinished } from 'vitest'
import { openEmbedded } from '../../src/core/db/index.ts'

const program = fileURLToPath(new URL('../../bin/mercat.mjs', import.meta.url))

/** What surrounds a process: settings, and the folder it stands in. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** A process of the program, with what it has written so far. */
export interface Running {
  readonly child: ChildProcess
  out(): string
  err(): string
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts the program with none of this process's own settings. */
export function start(args: readonly string[], { env = {}, cwd = tmpdir() }: Surroundings = {}): Running {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { PATH, HOME, ...env } })
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    written.err += text
  })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { child, out: () => written.out, err: () => written.err, ended }
}

/** What a command that has ended left behind. */
export interface Ended {
  readonly exit: number | string
  readonly out: string
  readonly err: string
}

/** Runs a command to its end. */
export async function mercat(args: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const running = start(args, around)
  const exit = await running.ended
  return { exit, out: running.out(), err: running.err() }
}

/** A server that has been started; `stop` ends it as its manager would. */
export interface Served extends Running {
  readonly url: string
  stop(): Promise<number | string>
}

/** Starts a server on a spare port; it is killed when the test ends, whatever happens. */
export async function serve({ env = {}, cwd }: Surroundings = {}): Promise<Served> {
  const port = env.PORT ?? String(await sparePort())
  const running = start(['serve'], { env: { PORT: port, ...env }, ...(cwd ? { cwd } : {}) })
  onTestFinished(async () => {
    running.child.kill('SIGKILL')
    await running.ended
  })
  const stop = () => {
    running.child.kill('SIGTERM')
    return running.ended
  }
  return { ...running, url: `http://127.0.0.1:${port}`, stop }
}

/** Waits until a server says that it is ready; what it wrote is the reason when it ends before. */
export async function ready(served: Served): Promise<Served> {
  await until(() => served.out().includes('Mercat is ready') || served.child.exitCode !== null)
  if (served.child.exitCode !== null) throw new Error(`The server ended: ${served.out()}${served.err()}`)
  return served
}

/** Waits until something holds, looking every few milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, within = 300_000): Promise<void> {
  const end = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to hold within ${within} ms: ${holds}`)
    await sleep(10)
  }
}

/** A port that nothing listens on. */
export async function sparePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('There is no port.')
  return address.port
}

/** An empty folder, gone when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Puts a migrated embedded database into a data folder, without the seconds that making one takes. */
export async function fillFolder(folder: string): Promise<string> {
  const origin = inject('database')
  if (origin.kind !== 'embedded') throw new Error('There is no dump of an embedded database in this run.')
  const database = await openEmbedded(join(folder, 'db'), new Blob([new Uint8Array(await readFile(origin.dump))]))
  await database.close()
  return folder
}

/** A migrated data folder of its own for one test. */
export const migratedFolder = async (): Promise<string> => fillFolder(await emptyFolder())
