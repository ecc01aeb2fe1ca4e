import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { smtpServer } from '../../../test/support/smtp-server.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { prepareJobs, startJobs } from '../jobs/index.ts'
import type { Id } from '../values/index.ts'
import {
  deliverJob,
  deliverWaiting,
  type Mailer,
  onMail,
  redeliverJob,
  sendLater,
  smtpMailer,
  waitingMessages,
} from './index.ts'
import { outbox } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [deliverJob, redeliverJob])
})
afterAll(() => database.close())

const minute = 60_000
const start = new Date('2026-11-24T09:00:00Z')
const clockAt = (minutes: number) => ({ now: () => new Date(start.getTime() + minutes * minute) })

const write = (partnershipId: Id, subject = 'An offer is open', to = 'broker@example.org') =>
  asActor(database, systemActor(partnershipId), (db) =>
    sendLater(db, start, { partnershipId, kind: 'test.offer', to, subject, text: 'See WL-OFF-00001.' }),
  )
const waiting = (id: Id) => asActor(database, systemActor(id), (db) => waitingMessages(db, id))

function smtp(url: string): Mailer {
  const mailer = smtpMailer(url, 'Mercat <no-reply@mercat.example>')
  onTestFinished(() => mailer.close())
  return mailer
}

test('a message goes out once by SMTP, and then its address and text are gone from the database', async () => {
  const { id } = await newPartnership(database)
  const messageId = await write(id)
  const { url, received } = await smtpServer()
  expect(await deliverWaiting(database, id, clockAt(0), smtp(url))).toEqual({ sent: 1, failed: 0 })
  expect(await deliverWaiting(database, id, clockAt(100), smtp(url))).toEqual({ sent: 0, failed: 0 })
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: broker@example.org')
  expect(received[0]).toContain(`Message-ID: <${messageId}@mercat.example>`)
  expect(received[0]).toContain('See WL-OFF-00001.')
  expect(await waiting(id)).toEqual([])
  const [row] = await asActor(database, systemActor(id), (db) =>
    outbox(db).selectFrom('outbox_message').selectAll().execute(),
  )
  expect(row).toMatchObject({ recipient: null, body: null, sent_at: start, attempts: 1 })
})

test('a message of a transaction that fails is never written', async () => {
  const { id } = await newPartnership(database)
  const failing = asActor(database, systemActor(id), async (db) => {
    await sendLater(db, start, { partnershipId: id, kind: 'k', to: 'a@example.org', subject: 's', text: 't' })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await waiting(id)).toEqual([])
})

test('a message that is refused waits, longer each time, and keeps the reason without the address', async () => {
  const { id } = await newPartnership(database)
  await write(id)
  const { url } = await smtpServer('550 <broker@example.org> is unknown here')
  const attempt = async (minutes: number) => deliverWaiting(database, id, clockAt(minutes), smtp(url))
  expect(await attempt(0)).toEqual({ sent: 0, failed: 1 })
  expect(await attempt(1)).toEqual({ sent: 0, failed: 0 })
  expect(await attempt(2)).toEqual({ sent: 0, failed: 1 })
  expect(await attempt(5)).toEqual({ sent: 0, failed: 0 })
  expect(await attempt(6)).toEqual({ sent: 0, failed: 1 })
  const [message] = await waiting(id)
  expect(message).toMatchObject({ kind: 'test.offer', attempts: 3 })
  expect(message?.lastError).toContain('550')
  expect(message?.lastError).not.toContain('@')
})

test('deliverers at the same time do not send one message twice', async () => {
  const { id } = await newPartnership(database)
  for (let n = 0; n < 6; n += 1) await write(id, `Message ${n}`)
  const { url, received } = await smtpServer()
  const results = await Promise.all([1, 2, 3].map(() => deliverWaiting(database, id, clockAt(0), smtp(url))))
  expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(6)
  expect(received).toHaveLength(6)
})

test('a message whose deliverer died is sent again when its claim has run out', async () => {
  const { id } = await newPartnership(database)
  const messageId = await write(id)
  let dies: () => void = () => {}
  const death = new Promise<void>((resolve) => {
    dies = resolve
  })
  // Never comes back, as a process that was killed while sending.
  void deliverWaiting(database, id, clockAt(0), {
    send: () => {
      dies()
      return new Promise(() => {})
    },
    close: () => {},
  })
  await death
  const { url, received } = await smtpServer()
  expect((await deliverWaiting(database, id, clockAt(14), smtp(url))).sent).toBe(0)
  expect((await deliverWaiting(database, id, clockAt(15), smtp(url))).sent).toBe(1)
  expect(received[0]).toContain(messageId)
})

test('the job delivers after the commit, and without a mailer the message waits', async () => {
  const { id } = await newPartnership(database)
  const log = { info: () => {}, error: () => {} }
  const clock = clockAt(0)
  const deaf = await startJobs(database, onMail(database, clock, undefined), log, { lookEverySeconds: 0.5 })
  await write(id)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  await deaf.stop()
  expect(await waiting(id)).toHaveLength(1)

  const { url, received } = await smtpServer()
  const jobs = await startJobs(database, onMail(database, clock, smtp(url)), log, { lookEverySeconds: 0.5 })
  onTestFinished(() => jobs.stop())
  await write(id, 'A second one')
  await expect.poll(() => received.length, { timeout: 5000 }).toBe(2)
  await expect.poll(() => waiting(id), { timeout: 5000 }).toEqual([])
})

test('a partnership sees nothing of the outbox of another', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  await write(theirs.id)
  expect(await asActor(database, systemActor(mine.id), (db) => waitingMessages(db, theirs.id))).toEqual([])
})

test.each([['no address'], ['a@example.org, b@example.org'], ['a@example.org\r\nBcc: b@example.org']])(
  '“%s” is not an address to write to',
  async (to) => {
    const { id } = await newPartnership(database)
    await expect(write(id, 'Subject', to)).rejects.toThrow('one mail address')
  },
)

test('a subject cannot carry another header', async () => {
  const { id } = await newPartnership(database)
  await expect(write(id, 'Hello\r\nBcc: b@example.org')).rejects.toThrow('single line')
})
