import { createConnection } from 'node:net'
import { linesOf } from './lines.ts'
import { answerIn, type Order } from './protocol.ts'
import { isOwnSocket, socketPath } from './socket-path.ts'

/** Hands a command to the server that holds the folder and passes its answers on; undefined when no server listens there. */
export async function handOver(
  folder: string,
  order: Order,
  write: (answer: { out: string } | { err: string }) => void,
): Promise<number | undefined> {
  const path = socketPath(folder)
  if (!isOwnSocket(path)) return undefined
  const socket = createConnection(path)
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
  })
  if (!connected) return undefined
  socket.write(`${JSON.stringify(order)}\n`)
  for await (const line of linesOf(socket)) {
    const answer = answerIn(line)
    if (!answer) break
    if ('exit' in answer) return answer.exit
    write(answer)
  }
  write({ err: 'The server stopped before the command was finished; run it again to be sure.\n' })
  return 1
}
