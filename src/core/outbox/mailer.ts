import { createTransport } from 'nodemailer'
import type { Id } from '../values/index.ts'

/** A message on its way out. */
export interface Mail {
  id: Id
  to: string
  subject: string
  text: string
}

/** What carries mail away. */
export interface Mailer {
  send(mail: Mail): Promise<void>
  close(): void
}

/** Mail by SMTP. A message that has to be sent twice carries the same Message-ID, so that receivers can drop one. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? 'localhost'
  return {
    send: async ({ id, to, subject, text }) => {
      await transport.sendMail({ to, subject, text, messageId: `<${id}@${domain}>` })
    },
    close: () => transport.close(),
  }
}
