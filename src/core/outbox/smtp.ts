import { createTransport } from 'nodemailer'
import type { Delivery, Mailer } from './mailer.ts'

/** Mail by SMTP. A message that has to be sent twice carries the same Message-ID, so that receivers can drop one. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? 'localhost'
  return {
    send: ({ id, to, subject, text }) =>
      transport.sendMail({ to, subject, text, messageId: `<${id}@${domain}>` }).then(
        (): Delivery => ({ sent: true }),
        (reason: unknown): Delivery => ({ sent: false, because: shortReason(reason), final: isFinal(reason) }),
      ),
    close: () => transport.close(),
  }
}

/** Why a message did not go, by the codes alone: what mail servers say in words repeats the address. */
export function shortReason(reason: unknown): string {
  const { code, responseCode, command } = (reason ?? {}) as Record<string, unknown>
  const parts = [code, responseCode, command].filter(
    (part) => (typeof part === 'string' && /^[A-Z0-9 ]{1,20}$/.test(part)) || typeof part === 'number',
  )
  return parts.join(' ') || 'unknown'
}

/** A 5xx to the recipient or the text stays so; one to the sender or the password is put right in the settings. */
function isFinal(reason: unknown): boolean {
  const { code, responseCode, command } = (reason ?? {}) as Record<string, unknown>
  const permanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600
  return permanent && (code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO'))
}
