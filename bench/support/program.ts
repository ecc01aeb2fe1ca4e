import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A server started as people start it. */
export interface RunningProgram {
  readonly url: string
  readonly began: number
  stop(): Promise<void>
}

/** Starts `mercat serve` on a free port of this machine; whoever starts it stops it. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<RunningProgram> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/mercat.mjs', 'serve'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), MERCAT_LOG_LEVEL: 'error', ...env },
    stdio: 'ignore',
  })
  return { url: `http://127.0.0.1:${port}`, began, stop: () => stop(child) }
}

/** Asks a server every few milliseconds until work gives an answer, for two minutes at most. */
export async function until<T>(work: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 120_000
  while (performance.now() < end) {
    const answer = await work().catch(() => undefined)
    if (answer !== undefined) return answer
    await pause(5)
  }
  throw new Error('There was no answer within two minutes.')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      )
    })
  })
}
