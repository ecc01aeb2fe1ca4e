import { rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { onFirstLine } from './lines.ts'
import { type Answer, type Order, orderIn } from './protocol.ts'
import { socketPath } from './socket-path.ts'

/** Runs an order and writes its answers; gives the exit code. */
export type RunOrder = (order: Order, write: (answer: Answer) => void) => Promise<number>

/** How long a close waits for orders under way, milliseconds. */
const lastWait = 8000

/** Takes commands for the server that holds the folder, until closed; only the same user can reach the socket. */
export async function listenForOrders(folder: string, run: RunOrder): Promise<{ close(): Promise<void> }> {
  const path = socketPath(folder)
  // The folder's lock is held, so whatever is left there belonged to a server that died.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const sockets = new Set<Socket>()
  const underWay = new Set<Promise<void>>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    onFirstLine(socket, (line) => {
      const work = carryOut(line, socket, run).finally(() => underWay.delete(work))
      underWay.add(work)
    })
  })
  await bindPrivately(server, path)
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      await Promise.race([Promise.all(underWay), new Promise((resolve) => setTimeout(resolve, lastWait).unref())])
      for (const socket of sockets) socket.end()
      await closed
    },
  }
}

async function carryOut(line: string, socket: Socket, run: RunOrder): Promise<void> {
  const write = (answer: Answer) => socket.write(`${JSON.stringify(answer)}\n`)
  const order = orderIn(line)
  if (!order) {
    socket.destroy()
    return
  }
  const exit = await run(order, write).catch((error: unknown) => {
    write({ err: `${error instanceof Error ? error.message : String(error)}\n` })
    return 1
  })
  socket.end(`${JSON.stringify({ exit } satisfies Answer)}\n`)
}

function bindPrivately(server: Server, path: string): Promise<void> {
  // Binding happens inside listen(), so the mask is back before anything else runs.
  const mask = process.umask(0o177)
  try {
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, () => resolve())
    })
  } finally {
    process.umask(mask)
  }
}
