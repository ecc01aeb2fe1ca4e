import type { Socket } from 'node:net'

// Not node:readline: it also ends lines at U+2028, and throws a broken connection at whoever does not listen for it.

/** The lines that come in until the connection ends or breaks; an unfinished last one comes as it is. */
export async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const chunk of socket.setEncoding('utf8')) {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch {
    // A connection that breaks is one that has ended.
  }
  if (rest !== '') yield rest
}

/** Takes the first line that comes in and lets everything after it go by. */
export function onFirstLine(socket: Socket, take: (line: string) => void): void {
  let text = ''
  const collect = (chunk: string) => {
    text += chunk
    const end = text.indexOf('\n')
    if (end < 0) return
    socket.off('data', collect)
    socket.resume()
    take(text.slice(0, end))
  }
  socket.setEncoding('utf8').on('data', collect)
}
