import { createServer } from 'node:net'

/** A mail server that keeps what it is sent. */
export interface MailCatcher {
  readonly url: string
  readonly received: string[]
  close(): void
}

/** Starts a mail server that takes every message, or answers each recipient with `refusal`. */
export async function startMailCatcher(refusal?: string): Promise<MailCatcher> {
  const received: string[] = []
  const server = createServer((socket) => {
    let data: string[] | undefined
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (data && line !== '.') data.push(line)
        else if (data) {
          received.push(data.join('\n'))
          data = undefined
          say('250 taken')
        } else if (/^DATA/i.test(line)) {
          data = []
          say('354 go on')
        } else if (/^RCPT/i.test(line) && refusal) say(refusal)
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 fine')
      }
    })
    say('220 test')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('No port.')
  return { url: `smtp://127.0.0.1:${address.port}`, received, close: () => void server.close() }
}
