import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { handOver, listenForOrders } from './index.ts'
import type { RunOrder } from './listen.ts'
import { isOwnSocket, socketPath } from './socket-path.ts'

const order = { argv: ['figure', 'population', '--json'], cwd: '/somewhere', interactive: false }

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mercat-hand-off-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  onTestFinished(() => rmSync(socketPath(folder), { recursive: true, force: true }))
  return folder
}

async function listening(folder: string, run: RunOrder) {
  const orders = await listenForOrders(folder, run)
  onTestFinished(() => orders.close())
  return orders
}

async function hand(folder: string, given = order) {
  const said = { out: '', err: '' }
  const exit = await handOver(folder, given, (answer) => {
    if ('out' in answer) said.out += answer.out
    else said.err += answer.err
  })
  return { exit, ...said }
}

/** Something that listens where the server of a folder would, and does with each caller what it is told. */
async function impostor(folder: string, meet: (socket: Socket) => void): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    meet(socket)
  })
  await new Promise<void>((resolve) => server.listen(socketPath(folder), resolve))
  onTestFinished(() => void server.close())
}

test('a command is carried out where the folder is open, and its output and exit code come back', async () => {
  const folder = newFolder()
  await listening(folder, async (given, write) => {
    write({ err: 'working…\n' })
    write({ out: `${JSON.stringify(given)}\n` })
    return 1
  })
  expect(await hand(folder)).toEqual({ exit: 1, err: 'working…\n', out: `${JSON.stringify(order)}\n` })
})

test('output of any length and any signs comes back as it was', async () => {
  const folder = newFolder()
  const long = `“${'x\n\u2028é'.repeat(200_000)}”`
  await listening(folder, async (_, write) => {
    write({ out: long })
    return 0
  })
  expect(await hand(folder)).toEqual({ exit: 0, out: long, err: '' })
})

test('many commands at once each get their own answer', async () => {
  const folder = newFolder()
  await listening(folder, async ({ argv }, write) => {
    await sleep(Math.random() * 20)
    write({ out: argv.join() })
    return Number(argv[0])
  })
  const all = await Promise.all(Array.from({ length: 30 }, (_, n) => hand(folder, { ...order, argv: [String(n)] })))
  expect(all).toEqual(Array.from({ length: 30 }, (_, n) => ({ exit: n, out: String(n), err: '' })))
})

test('where nobody listens the caller is told so: no socket, a dead one, or something else', async () => {
  const folder = newFolder()
  expect((await hand(folder)).exit).toBeUndefined()
  mkdirSync(socketPath(folder))
  expect((await hand(folder)).exit).toBeUndefined()
  rmSync(socketPath(folder), { recursive: true })
  writeFileSync(socketPath(folder), '')
  expect((await hand(folder)).exit).toBeUndefined()
})

test.skipIf(process.platform === 'win32')('only the same user can reach the socket', async () => {
  const folder = newFolder()
  await listening(folder, async () => 0)
  expect(lstatSync(socketPath(folder)).mode & 0o777).toBe(0o600)
  expect(process.umask()).not.toBe(0o177)
})

test.skipIf(process.platform === 'win32')('a socket of another user, or a link to one, is not trusted', async () => {
  const folder = newFolder()
  await listening(folder, async () => 0)
  const path = socketPath(folder)
  expect(isOwnSocket(path)).toBe(true)
  const link = join(folder, 'link')
  symlinkSync(path, link)
  expect(isOwnSocket(link)).toBe(false)
  const other = vi.spyOn(process, 'getuid').mockReturnValue((process.getuid?.() ?? 0) + 1)
  expect(isOwnSocket(path)).toBe(false)
  other.mockRestore()
})

test('a folder has one address however it is named, and another folder another', () => {
  const [folder, other] = [newFolder(), newFolder()]
  symlinkSync(folder, join(other, 'link'))
  expect(socketPath(join(other, 'link'))).toBe(socketPath(folder))
  expect(socketPath(join(folder, '.'))).toBe(socketPath(folder))
  expect(socketPath(other)).not.toBe(socketPath(folder))
})

test.skipIf(process.platform === 'win32')(
  'a temporary folder with a long name still gives a path that a socket may have',
  async () => {
    const folder = newFolder()
    const before = process.env.TMPDIR
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    })
    process.env.TMPDIR = join(folder, 'very-long-name'.repeat(8))
    mkdirSync(process.env.TMPDIR)
    expect(Buffer.byteLength(socketPath(folder))).toBeLessThanOrEqual(107)
    await listening(folder, async () => 7)
    expect((await hand(folder)).exit).toBe(7)
  },
)

test('what a server that died left behind is replaced', async () => {
  const folder = newFolder()
  writeFileSync(socketPath(folder), '')
  await listening(folder, async () => 3)
  expect((await hand(folder)).exit).toBe(3)
})

test('something that can’t be replaced is an error for the server to tell', async () => {
  const folder = newFolder()
  mkdirSync(socketPath(folder))
  chmodSync(socketPath(folder), 0o700)
  await expect(listenForOrders(folder, async () => 0)).rejects.toThrow()
})

test.each([
  ['ends without a word', (socket: Socket) => socket.end()],
  ['breaks the connection', (socket: Socket) => socket.destroy()],
  ['dies in the middle of a line', (socket: Socket) => socket.end('{"out":"half of i')],
  ['says something else', (socket: Socket) => socket.end('{"hello":1}\n{"exit":0}\n')],
])('a server that %s leaves the caller with a sentence and exit 1', async (_, meet) => {
  const folder = newFolder()
  await impostor(folder, meet)
  const { exit, err, out } = await hand(folder)
  expect({ exit, out }).toEqual({ exit: 1, out: '' })
  expect(err).toContain('The server stopped before the command was finished; run it again to be sure.')
})

test('what is no command ends its own connection and nothing else', async () => {
  const folder = newFolder()
  await listening(folder, async () => 0)
  for (const line of ['not json', '{"argv":"figure"}', '[]', '']) {
    const socket = createConnection(socketPath(folder))
    socket.on('error', () => {})
    socket.write(`${line}\n`)
    await new Promise((resolve) => socket.once('close', resolve))
  }
  expect((await hand(folder)).exit).toBe(0)
})

test('a bug in a command is told to its caller and does not reach the server', async () => {
  const folder = newFolder()
  await listening(folder, async () => {
    throw new Error('a bug')
  })
  expect(await hand(folder)).toEqual({ exit: 1, out: '', err: 'a bug\n' })
})

test('a caller that goes away in the middle does not disturb the server', async () => {
  const folder = newFolder()
  let gone = () => {}
  const left = new Promise<void>((resolve) => {
    gone = resolve
  })
  let over: Promise<unknown> = Promise.resolve()
  await listening(folder, async ({ argv }, write) => {
    if (argv[0] !== 'leave') return 5
    await left
    for (let n = 0; n < 200; n += 1) write({ out: 'x'.repeat(10_000) })
    over = sleep(50)
    return 0
  })
  const socket = createConnection(socketPath(folder))
  socket.write(`${JSON.stringify({ ...order, argv: ['leave'] })}\nand more`)
  await sleep(50)
  socket.destroy()
  gone()
  await sleep(50)
  await over
  expect((await hand(folder)).exit).toBe(5)
})

test('a close takes no new command and waits for those under way', async () => {
  const folder = newFolder()
  let finish = () => {}
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const orders = await listening(folder, async (_, write) => {
    begun()
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    write({ out: 'all of it' })
    return 0
  })
  const underWay = hand(folder)
  await started
  const closed = orders.close()
  expect((await hand(folder)).exit).toBeUndefined()
  finish()
  expect(await underWay).toEqual({ exit: 0, out: 'all of it', err: '' })
  await closed
})
