import { jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { notifyServer } from '../../../test/support/notify-server.ts'
import { systemActor } from '../auth/index.ts'
import { readConfig } from '../config/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { prepareJobs } from '../jobs/index.ts'
import type { Id } from '../values/index.ts'
import { defineMail, deliverJob, deliverWaiting, mailerFor, mailGoes, sendLater, waitingMessages } from './index.ts'
import { outbox } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [deliverJob])
})
afterAll(() => database.close())

const start = new Date('2026-11-24T09:00:00Z')
const clockAt = (minutes: number) => ({ now: () => new Date(start.getTime() + minutes * 60_000) })
const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a'

function mailer(url: string) {
  const config = readConfig(
    {
      MERCAT_NOTIFY_KEY: `mercat-live-${service}-${secret}`,
      MERCAT_NOTIFY_TEMPLATE: template,
      MERCAT_NOTIFY_URL: url,
    },
    '.',
  )
  expect(mailGoes(config, { demonstration: false })).toBe(true)
  const made = mailerFor(config, clockAt(0))
  if (!made) throw new Error('No mailer.')
  onTestFinished(() => made.close())
  return made
}

const offerMail = defineMail({ kind: 'test.offer', subject: 'An offer is open', text: () => 'See WL-OFF-00001.' })

async function written(): Promise<{ id: Id; messageId: Id }> {
  const { id } = await newPartnership(database, { name: 'Fife Partnership' })
  const messageId = await asActor(database, systemActor(id), (db) =>
    sendLater(db, start, { partnershipId: id, mail: offerMail, to: 'broker@example.org', values: {} }),
  )
  return { id, messageId }
}
const rows = (id: Id) =>
  asActor(database, systemActor(id), (db) => outbox(db).selectFrom('outbox_message').selectAll().execute())
const waiting = (id: Id) => asActor(database, systemActor(id), (db) => waitingMessages(db, id))

test('Notify is given the template, the subject and the text, under a token that the key signed', async () => {
  const { id, messageId } = await written()
  const { url, taken } = await notifyServer()
  expect(await deliverWaiting(database, id, clockAt(0), mailer(url))).toEqual({ sent: 1, failed: 0 })
  expect(taken).toHaveLength(1)
  expect(taken[0]?.body).toEqual({
    email_address: 'broker@example.org',
    template_id: template,
    personalisation: { subject: 'An offer is open', body: 'See WL-OFF-00001.\n\nFife Partnership\n' },
    reference: messageId,
  })
  const token = taken[0]?.authorization.replace('Bearer ', '') ?? ''
  const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret), { currentDate: start })
  expect(protectedHeader).toEqual({ typ: 'JWT', alg: 'HS256' })
  expect(payload).toEqual({ iss: service, iat: start.getTime() / 1000 })
  expect(await rows(id)).toMatchObject([{ sent_at: start, recipient: null, body: null }])
})

test('what Notify refuses as wrong is given up, with its reason and without the address', async () => {
  const { id } = await written()
  const { url, taken, refuse } = await notifyServer()
  refuse({
    status: 400,
    errors: [{ error: 'BadRequestError', message: 'Can’t send to broker@example.org using a team-only API key' }],
  })
  expect(await deliverWaiting(database, id, clockAt(0), mailer(url))).toEqual({ sent: 0, failed: 1 })
  refuse(undefined)
  expect(await deliverWaiting(database, id, clockAt(60), mailer(url))).toEqual({ sent: 0, failed: 0 })
  expect(taken).toEqual([])
  expect(await rows(id)).toMatchObject([
    { failed_at: start, last_error: 'Notify 400 BadRequestError: Can’t send to (address) using a team-only API key' },
  ])
})

test.each([
  [429, 'RateLimitError'],
  [500, 'Exception'],
  [403, 'AuthError'],
])('after a %i from Notify the message waits and goes later', async (status, error) => {
  const { id } = await written()
  const { url, taken, refuse } = await notifyServer()
  refuse({ status, errors: [{ error, message: 'Not now' }] })
  expect(await deliverWaiting(database, id, clockAt(0), mailer(url))).toEqual({ sent: 0, failed: 1 })
  expect(await waiting(id)).toMatchObject([{ attempts: 1, lastError: `Notify ${status} ${error}: Not now` }])
  refuse(undefined)
  expect(await deliverWaiting(database, id, clockAt(2), mailer(url))).toEqual({ sent: 1, failed: 0 })
  expect(taken).toHaveLength(1)
})

test('a message that Notify took before the process died is not sent a second time', async () => {
  const { id } = await written()
  const { url, taken } = await notifyServer()
  const sender = mailer(url)
  let taking: () => void = () => {}
  const took = new Promise<void>((resolve) => {
    taking = resolve
  })
  // Takes the message and never comes back to say so, as a process that was killed in between.
  void deliverWaiting(database, id, clockAt(0), {
    send: async (mail) => {
      await sender.send(mail)
      taking()
      return new Promise(() => {})
    },
    close: () => {},
  })
  await took
  expect(await deliverWaiting(database, id, clockAt(15), sender)).toEqual({ sent: 1, failed: 0 })
  expect(taken).toHaveLength(1)
})

test('a Notify that does not answer leaves the message waiting', async () => {
  const { id } = await written()
  const away = await notifyServer()
  await away.close()
  expect(await deliverWaiting(database, id, clockAt(0), mailer(away.url))).toEqual({ sent: 0, failed: 1 })
  expect((await waiting(id))[0]?.lastError).toBe('Notify ECONNREFUSED')
})
