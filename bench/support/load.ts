import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

/** What is asked for again and again. */
export interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly ms: number
}

/** How many answers of each status came, and how long each took, milliseconds. */
interface Answers {
  readonly count: Readonly<Record<number, number>>
  readonly took: readonly number[]
}

/** A thread of its own that asks, so that asking takes no time from the server's. */
export interface Load {
  run(asked: Asked): Promise<Answers>
  stop(): Promise<void>
}

/** Starts the thread; the calling bench must call `serveLoad` first thing when it is not the main thread. */
export function startLoad(bench: string): Load {
  const worker = new Worker(new URL(bench))
  return {
    run: async (asked) => {
      worker.postMessage(asked)
      const [answers] = (await once(worker, 'message')) as [Answers]
      return answers
    },
    stop: async () => void (await worker.terminate()),
  }
}

/** In the thread: asks what it is told to. Says whether this is the thread. */
export function serveLoad(): boolean {
  if (isMainThread || !parentPort) return false
  const port = parentPort
  port.on('message', async (asked: Asked) => port.postMessage(await ask(asked)))
  return true
}

async function ask({ url, headers, connections, ms }: Asked): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const count: Record<number, number> = {}
  const took: number[] = []
  const end = performance.now() + ms
  const one = () =>
    new Promise<number>((resolve, reject) => {
      get(url, { agent, headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0))
      }).once('error', reject)
    })
  const connection = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const status = await one()
      took.push(performance.now() - began)
      count[status] = (count[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  return { count, took }
}
