import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { madeOnce } from '../../support/made-once.ts'
import { startMailCatcher } from '../../support/mail-catcher.ts'
import { makeStore, removeStore, storeOf } from './store.ts'

const program = fileURLToPath(new URL('../../../bin/mercat.mjs', import.meta.url))

const movedClock = new URL('moved-clock.mjs', import.meta.url).href

/** A running Mercat with the demonstration in it, and its command line. */
export interface Product {
  /** Where it listens, without a slash at the end. */
  readonly address: string
  /** Runs `mercat …` in a process of its own and returns what it wrote; fails unless it left with `exit`, by default 0. */
  run(args: readonly string[], exit?: number): Promise<string>
  /** Writes a file to import and returns its path. */
  file(name: string, lines: readonly string[]): Promise<string>
  /** Puts the server's clock ahead of the real one; only where it was started so. */
  moveClock(minutes: number): Promise<void>
  /** The newest mail to an address, once it has come. */
  mailTo(address: string): Promise<string>
  stop(): Promise<void>
}

/** Starts the real server on a spare port, with data and a mail server of its own, and waits until it is ready. */
export async function startProduct({ demonstration = true, movable = false } = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-journeys-'))
  await makeStore(folder, demonstration ? await loadedDemonstration() : undefined)
  const mail = await startMailCatcher()
  const { env, server, address } = await startServer(folder, { demonstration, mail: mail.url, movable })
  return {
    address,
    run: async (args, exit = 0) => {
      const command = start(args, env, folder)
      const [code] = await once(command.child, 'close')
      if (code !== exit) throw new Error(`mercat ${args.join(' ')} left with ${code}:\n${command.said()}`)
      return command.said()
    },
    file: async (name, lines) => {
      const path = join(folder, name)
      await writeFile(path, `${lines.join('\n')}\n`)
      return path
    },
    moveClock: (minutes) => writeFile(clockOf(folder), String(minutes)),
    mailTo: async (to) => {
      const find = () => mail.received.findLast((message) => message.includes(`To: ${to}`))
      await expect.poll(find, { message: `mail to ${to}`, timeout: 20_000 }).toBeDefined()
      return unfolded(find() ?? '')
    },
    stop: async () => {
      await stopped(server)
      mail.close()
      await removeStore(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The folder whose store has the demonstration in it, loaded by whichever worker came first. */
async function loadedDemonstration(): Promise<string> {
  const folder = process.env.MERCAT_JOURNEYS
  if (!folder) throw new Error('There is no folder of this run.')
  await madeOnce(join(folder, 'loaded'), async (mark) => {
    await makeStore(folder)
    const { server } = await startServer(folder, { demonstration: true })
    await stopped(server)
    await writeFile(mark, '')
  })
  return folder
}

/** The file that says how far a server's clock is ahead. */
const clockOf = (folder: string): string => join(folder, 'clock')

async function startServer(
  folder: string,
  { demonstration, mail = '', movable = false }: { demonstration: boolean; mail?: string; movable?: boolean },
) {
  const port = await sparePort()
  const env = {
    ...process.env,
    ...storeOf(folder),
    PORT: String(port),
    MERCAT_DEMO: demonstration ? '1' : '0',
    MERCAT_SMTP_URL: mail,
    MERCAT_LOG_LEVEL: 'warn',
    ...(movable ? { NODE_OPTIONS: `--import ${movedClock}`, JOURNEY_CLOCK: clockOf(folder) } : {}),
  }
  const server = start(['serve'], env, folder)
  const address = `http://127.0.0.1:${port}`
  await untilReady(server, address)
  return { env, server, address }
}

async function stopped({ child }: Running): Promise<void> {
  child.kill('SIGTERM')
  if (!hasEnded(child)) await once(child, 'exit')
}

/** A message whose long lines were broken and whose signs were written as numbers for the way, as its reader sees it. */
const unfolded = (message: string): string =>
  message
    .replaceAll(/=\n/g, '')
    .replaceAll(/(?:=[\dA-F]{2})+/g, (signs) => Buffer.from(signs.replaceAll('=', ''), 'hex').toString())

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
}

function start(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Running {
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  return { child, said: () => text }
}

async function untilReady({ child, said }: Running, address: string): Promise<void> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline && !hasEnded(child)) {
    const answer = await fetch(`${address}/health`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  const end = hasEnded(child) ? `ended with ${child.exitCode ?? child.signalCode}` : 'did not become ready in 90 s'
  child.kill('SIGKILL')
  throw new Error(`The server ${end}:\n${said()}`)
}

async function sparePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
