import { SignJWT } from 'jose'
import type { Config } from '../config/index.ts'
import type { Clock, Id } from '../values/index.ts'
import type { Delivery, Mail, Mailer } from './mailer.ts'

const patience = 30_000
const longestReason = 200

/** The two identifiers at the end of an API key, which begins with a name that may have hyphens of its own. */
const keyForm = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/**
 * Mail by GOV.UK Notify, with a template of `((subject))` and `((body))`. The reference of a message is its id:
 * before a second try Notify is asked whether it took the first.
 */
export function notifyMailer({ key, template, url }: NonNullable<Config['notify']>, clock: Clock): Mailer {
  const [, service = '', secret = ''] = keyForm.exec(key) ?? []
  const stopped = new AbortController()
  const call = async (path: string, body?: unknown): Promise<{ status: number; content: unknown }> => {
    const token = await new SignJWT()
      .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
      .setIssuer(service)
      .setIssuedAt(clock.now())
      .sign(new TextEncoder().encode(secret))
    const response = await fetch(new URL(path, url), {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(patience)]),
    })
    return { status: response.status, content: await response.json().catch(() => null) }
  }
  const wasTaken = async (id: Id): Promise<boolean> => {
    const { status, content } = await call(`/v2/notifications?reference=${id}`)
    const { notifications } = (content ?? {}) as { notifications?: unknown }
    return status === 200 && Array.isArray(notifications) && notifications.length > 0
  }
  const send = async ({ id, to, subject, text, attempts }: Mail): Promise<Delivery> => {
    if (attempts > 1 && (await wasTaken(id))) return { sent: true }
    const { status, content } = await call('/v2/notifications/email', {
      email_address: to,
      template_id: template,
      personalisation: { subject, body: text },
      reference: id,
    })
    if (status === 201) return { sent: true }
    // 400 is about this message or its template; 403, 429 and 5xx pass.
    return { sent: false, because: reasonOf(status, content), final: status === 400 }
  }
  return {
    send: (mail) =>
      send(mail).catch((reason: unknown): Delivery => ({ sent: false, because: nameOf(reason), final: false })),
    close: () => stopped.abort(),
  }
}

/** Status, kind of error and Notify's sentence, with anything that looks like an address taken out. */
function reasonOf(status: number, content: unknown): string {
  const { errors } = (content ?? {}) as { errors?: unknown }
  const said = (Array.isArray(errors) ? errors : []).map((each) => {
    const { error, message } = (each ?? {}) as Record<string, unknown>
    return [error, message].filter((part) => typeof part === 'string').join(': ')
  })
  const words = said
    .join(', ')
    .replaceAll(/\S+@\S+/g, '(address)')
    .replaceAll(/\s+/g, ' ')
  return `Notify ${status} ${words}`.trim().slice(0, longestReason)
}

/** What kept a request from being answered, by its kind alone. */
function nameOf(reason: unknown): string {
  const { name, cause } = (reason ?? {}) as { name?: string; cause?: { code?: unknown } }
  return `Notify ${typeof cause?.code === 'string' ? cause.code : (name ?? 'unknown')}`
}
