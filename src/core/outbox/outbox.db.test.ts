import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { smtpServer } from '../../../test/support/smtp-server.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { prepareJobs, startJobs } from '../jobs/index.ts'
import type { Id } from '../values/index.ts'
import {
  defineMail,
  deliverJob,
  deliverWaiting,
  type Mailer,
  onMail,
  redeliverJob,
  sendLater,
  smtpMailer,
  tryAgain,
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

const offerMail = defineMail({
  kind: 'test.offer',
  subject: 'An offer is open',
  text: ({ reference }: { reference: string }) => `See ${reference}.\n`,
})
const linkMail = defineMail({
  kind: 'test.link',
  subject: 'A link for you',
  usefulForHours: 2,
  text: ({ link }: { link: string }) => link,
})

const write = (partnershipId: Id, to = 'broker@example.org', reference = 'WL-OFF-00001') =>
  asActor(database, systemActor(partnershipId), (db) =>
    sendLater(db, start, { partnershipId, mail: offerMail, to, values: { reference } }),
  )
const writeLink = (partnershipId: Id) =>
  asActor(database, systemActor(partnershipId), (db) =>
    sendLater(db, start, {
      partnershipId,
      mail: linkMail,
      to: 'broker@example.org',
      values: { link: 'https://x.example/1' },
    }),
  )
const rows = (id: Id) =>
  asActor(database, systemActor(id), (db) =>
    outbox(db).selectFrom('outbox_message').selectAll().orderBy('id').execute(),
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
  const [row] = await rows(id)
  expect(row).toMatchObject({ recipient: null, body: null, sent_at: start, attempts: 1 })
})

test('a message of a transaction that fails is never written', async () => {
  const { id } = await newPartnership(database)
  const failing = asActor(database, systemActor(id), async (db) => {
    await sendLater(db, start, {
      partnershipId: id,
      mail: offerMail,
      to: 'a@example.org',
      values: { reference: 'WL-OFF-00002' },
    })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await waiting(id)).toEqual([])
})

test('a message that can’t be taken now waits, longer each time, and keeps the reason without the address', async () => {
  const { id } = await newPartnership(database)
  await write(id)
  const { url } = await smtpServer('451 <broker@example.org> come back later')
  const attempt = async (minutes: number) => deliverWaiting(database, id, clockAt(minutes), smtp(url))
  expect(await attempt(0)).toEqual({ sent: 0, failed: 1 })
  expect(await attempt(1)).toEqual({ sent: 0, failed: 0 })
  expect(await attempt(2)).toEqual({ sent: 0, failed: 1 })
  expect(await attempt(5)).toEqual({ sent: 0, failed: 0 })
  expect(await attempt(6)).toEqual({ sent: 0, failed: 1 })
  const [message] = await waiting(id)
  expect(message).toMatchObject({ kind: 'test.offer', attempts: 3 })
  expect(message?.lastError).toContain('451')
  expect(message?.lastError).not.toContain('@')
})

test('an address that the mail server refuses for good is not tried again, until someone asks for it', async () => {
  const { id } = await newPartnership(database)
  const messageId = await write(id)
  const refusing = await smtpServer('550 <broker@example.org> is unknown here')
  const week = 7 * 24 * 60
  expect(await deliverWaiting(database, id, clockAt(0), smtp(refusing.url))).toEqual({ sent: 0, failed: 1 })
  expect(await deliverWaiting(database, id, clockAt(week), smtp(refusing.url))).toEqual({ sent: 0, failed: 0 })
  expect(await waiting(id)).toEqual([])
  expect(await rows(id)).toMatchObject([{ failed_at: start, last_error: 'EENVELOPE 550 RCPT TO', attempts: 1 }])

  const actor = systemActor(id)
  await asActor(database, actor, (db) => tryAgain(db, actor, id, messageId, clockAt(week).now()))
  const { url, received } = await smtpServer()
  expect(await deliverWaiting(database, id, clockAt(week), smtp(url))).toEqual({ sent: 1, failed: 0 })
  expect(received[0]).toContain('See WL-OFF-00001.')
  const again = asActor(database, actor, (db) => tryAgain(db, actor, id, messageId, clockAt(week).now()))
  await expect(again).rejects.toThrow('already been sent')
})

test('a message that nobody takes is given up after about a week of trying', async () => {
  const { id } = await newPartnership(database)
  await write(id)
  const nobody: Mailer = { send: async () => ({ sent: false, because: '451', final: false }), close: () => {} }
  let tries = 0
  let now = start
  for (let round = 0; round < 30; round += 1) {
    const { failed } = await deliverWaiting(database, id, { now: () => now }, nobody)
    tries += failed
    const [next] = await waiting(id)
    if (next) now = next.nextAttemptAt
  }
  expect(tries).toBe(16)
  const days = (now.getTime() - start.getTime()) / (24 * 60 * minute)
  expect(days).toBeGreaterThan(6)
  expect(days).toBeLessThan(8)
  const [row] = await rows(id)
  expect(row?.failed_at).not.toBeNull()
  expect(row?.body).not.toBeNull()
})

test('a message whose link has run out is not sent, and its address and text are dropped', async () => {
  const { id } = await newPartnership(database)
  const late = await writeLink(id)
  const { url, received } = await smtpServer()
  expect(await deliverWaiting(database, id, clockAt(120), smtp(url))).toEqual({ sent: 0, failed: 0 })
  expect(received).toEqual([])
  expect(await rows(id)).toMatchObject([
    { recipient: null, body: null, last_error: 'expired', failed_at: clockAt(120).now() },
  ])
  const again = asActor(database, systemActor(id), (db) => tryAgain(db, systemActor(id), id, late, clockAt(121).now()))
  await expect(again).rejects.toThrow('no longer of use')
})

test('a message that was given up keeps its text for thirty days, so that it can be tried again', async () => {
  const { id } = await newPartnership(database)
  await write(id)
  const { url } = await smtpServer('550 unknown')
  await deliverWaiting(database, id, clockAt(0), smtp(url))
  const days = (count: number) => deliverWaiting(database, id, clockAt(count * 24 * 60), smtp(url))
  await days(29)
  expect((await rows(id))[0]?.body).not.toBeNull()
  await days(30)
  expect(await rows(id)).toMatchObject([{ recipient: null, body: null, last_error: 'EENVELOPE 550 RCPT TO' }])
})

test('a message says whose it is, and when that is a demonstration', async () => {
  const real = await newPartnership(database, { name: 'Fife Health and Social Care Partnership' })
  const shown = await newPartnership(database, { demonstration: true })
  await write(real.id)
  await write(shown.id)
  expect((await waiting(real.id))[0]?.text).toBe('See WL-OFF-00001.\n\nFife Health and Social Care Partnership\n')
  expect((await waiting(shown.id))[0]?.text).toContain('This is a demonstration of Mercat.')
})

test('deliverers at the same time do not send one message twice', async () => {
  const { id } = await newPartnership(database)
  for (let n = 0; n < 6; n += 1) await write(id, `broker${n}@example.org`)
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
  await write(id)
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2)
  await expect.poll(() => waiting(id), { timeout: 20_000 }).toEqual([])
})

test('the mail of a demonstration never leaves, whoever steps into the role that writes it', async () => {
  const real = await newPartnership(database)
  const shown = await newPartnership(database, { demonstration: true })
  const { url, received } = await smtpServer()
  const log = { info: () => {}, error: () => {} }
  const jobs = await startJobs(database, onMail(database, clockAt(0), smtp(url)), log, { lookEverySeconds: 0.5 })
  onTestFinished(() => jobs.stop())
  await write(shown.id, 'anyone@example.org')
  await write(real.id)
  await expect.poll(() => waiting(real.id), { timeout: 20_000 }).toEqual([])
  expect(await waiting(shown.id)).toHaveLength(1)
  expect(received.join()).not.toContain('anyone@example.org')
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
    await expect(write(id, to)).rejects.toThrow('one email address')
  },
)

test('a subject with a value in it does not compile', () => {
  const name = String('Aila Example')
  // @ts-expect-error a name could stand in it
  defineMail({ kind: 'test.named', subject: `Hello ${name}`, text: () => '' })
  // @ts-expect-error anything could stand in it
  const unknown = defineMail({ kind: 'test.unknown', subject: name, text: () => '' })
  expect(unknown.kind).toBe('test.unknown')
})
