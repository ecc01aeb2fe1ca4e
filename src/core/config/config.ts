import { resolve } from 'node:path'
import { z } from 'zod'
import { invalid } from '../errors/index.ts'

/** Where the data is kept: a folder of the embedded database, or a PostgreSQL server. */
export type Store = { kind: 'embedded'; folder: string } | { kind: 'postgres'; url: string }

/** Everything that an operator can set, read once at start. */
export interface Config {
  port: number
  host: string
  store: Store
  /** undefined: load the demonstration only into an empty embedded folder. */
  demo: boolean | undefined
  /** The address that people type, for links in mail and for the Origin check; taken from the request when not set. */
  publicUrl: string | undefined
  /** An SMTP address such as `smtp://user:password@host:587`; without it mail waits in the outbox. */
  smtpUrl: string | undefined
  /** Whom mail by SMTP comes from. */
  mailFrom: string
  /** GOV.UK Notify in place of a mail server. */
  notify: { key: string; template: string; url: string } | undefined
  /** How many proxies in front of the server are trusted to name the client's address. */
  trustedProxies: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** What sessions are signed with, the current one first; empty: kept in the embedded folder, or none. */
  secrets: readonly string[]
  /** An organisation's own sign-in service that speaks OpenID Connect, and what people call an account of it. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
}

/** Whether what is asked of a service can be neither read nor changed on the way: HTTPS, or this very machine. */
export function isUnheard(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const onThisMachine = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname)
  return protocol === 'https:' || (protocol === 'http:' && onThisMachine)
}

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value)
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema)

const visible = /^[\x21-\x7e]+$/
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const environment = z.object({
  PORT: setting(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65535)
      .default(3000),
  ),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  ),
  MERCAT_DATA_DIR: setting(z.string().default('./.mercat')),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/)
      .refine((address) => URL.canParse(address))
      .optional(),
  ),
  MERCAT_DEMO: setting(z.enum(['0', '1']).optional()),
  MERCAT_PUBLIC_URL: setting(z.url({ protocol: /^https?$/ }).optional()),
  MERCAT_SMTP_URL: setting(
    z
      .string()
      .regex(/^smtps?:\/\/\S+$/)
      .optional(),
  ),
  MERCAT_MAIL_FROM: setting(
    z
      .string()
      .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
      .default('Mercat <no-reply@localhost>'),
  ),
  MERCAT_NOTIFY_KEY: setting(
    z
      .string()
      .regex(new RegExp(`^\\S+-${uuid}-${uuid}$`, 'i'))
      .optional(),
  ),
  MERCAT_NOTIFY_TEMPLATE: setting(
    z
      .string()
      .regex(new RegExp(`^${uuid}$`, 'i'))
      .optional(),
  ),
  MERCAT_NOTIFY_URL: setting(z.url({ protocol: /^https?$/ }).default('https://api.notifications.service.gov.uk')),
  MERCAT_TRUSTED_PROXIES: setting(z.string().regex(/^\d$/).transform(Number).default(0)),
  MERCAT_SECRET: setting(
    z
      .string()
      .transform((list) => list.split(',').map((one) => one.trim()))
      .refine((list) => list.every((one) => one.length >= 32) && new Set(list).size === list.length)
      .default([]),
  ),
  MERCAT_OIDC_ISSUER: setting(
    z
      .url()
      .refine((address) => isUnheard(address) && !/[?#]/.test(address))
      .optional(),
  ),
  MERCAT_OIDC_CLIENT_ID: setting(z.string().regex(visible).optional()),
  MERCAT_OIDC_CLIENT_SECRET: setting(z.string().regex(visible).optional()),
  MERCAT_OIDC_NAME: setting(
    z
      .string()
      .trim()
      .regex(/^\P{Cc}{1,60}$/u)
      .default('your organisation’s account'),
  ),
  MERCAT_LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
})

const wanted: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'a host name or address such as 127.0.0.1',
  MERCAT_DATA_DIR: 'a folder',
  DATABASE_URL: 'an address such as postgres://user:password@host:5432/mercat',
  MERCAT_DEMO: '1 to load the demonstration or 0 not to',
  MERCAT_PUBLIC_URL: 'an address such as https://mercat.example.org',
  MERCAT_SMTP_URL: 'an address such as smtp://host:587',
  MERCAT_MAIL_FROM: 'a sender such as Mercat <care@example.org>',
  MERCAT_NOTIFY_KEY: 'an API key of Notify: a name and two identifiers',
  MERCAT_NOTIFY_TEMPLATE: 'the identifier of a template of Notify',
  MERCAT_NOTIFY_URL: 'an address such as https://notify.example.org',
  MERCAT_TRUSTED_PROXIES: 'a number from 0 to 9',
  MERCAT_SECRET: 'at least 32 characters that nobody can guess, or several such secrets with commas between',
  MERCAT_OIDC_ISSUER: 'the https address of a sign-in service, as its tokens name it',
  MERCAT_OIDC_CLIENT_ID: 'the identifier that the sign-in service gave to this one',
  MERCAT_OIDC_CLIENT_SECRET: 'the secret that the sign-in service gave to this one',
  MERCAT_OIDC_NAME: 'what people call an account of the sign-in service, such as Council account',
  MERCAT_LOG_LEVEL: 'debug, info, warn, error or silent',
}

/** Reads the settings from the environment, or refuses with a sentence for each value that can't be used. */
export function readConfig(env: Record<string, string | undefined>, cwd: string): Config {
  const result = environment.safeParse(env)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0]) as keyof typeof wanted))]
    // The value of an address may hold a password, so no value is repeated.
    throw invalid(names.map((name) => `${name} must be ${wanted[name]}.`).join(' '))
  }
  const values = result.data
  return {
    port: values.PORT,
    host: values.HOST,
    store: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'embedded', folder: resolve(cwd, values.MERCAT_DATA_DIR) },
    demo: values.MERCAT_DEMO === undefined ? undefined : values.MERCAT_DEMO === '1',
    publicUrl: values.MERCAT_PUBLIC_URL,
    smtpUrl: values.MERCAT_SMTP_URL,
    mailFrom: values.MERCAT_MAIL_FROM,
    notify: notifyOf(values),
    trustedProxies: values.MERCAT_TRUSTED_PROXIES,
    logLevel: values.MERCAT_LOG_LEVEL,
    secrets: values.MERCAT_SECRET,
    oidc: oidcOf(values),
  }
}

function oidcOf(values: z.infer<typeof environment>): Config['oidc'] {
  const {
    MERCAT_OIDC_ISSUER: issuer,
    MERCAT_OIDC_CLIENT_ID: clientId,
    MERCAT_OIDC_CLIENT_SECRET: clientSecret,
    MERCAT_OIDC_NAME: name,
  } = values
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw invalid(
      'Signing in with an organisation’s own account needs MERCAT_OIDC_ISSUER, MERCAT_OIDC_CLIENT_ID and MERCAT_OIDC_CLIENT_SECRET.',
    )
  if (values.DATABASE_URL && values.MERCAT_SECRET.length === 0)
    throw invalid('Signing in with an organisation’s own account needs MERCAT_SECRET as well, because of DATABASE_URL.')
  return { issuer, clientId, clientSecret, name }
}

function notifyOf(values: z.infer<typeof environment>): Config['notify'] {
  const { MERCAT_NOTIFY_KEY: key, MERCAT_NOTIFY_TEMPLATE: template, MERCAT_NOTIFY_URL: url } = values
  if (!key && !template) return undefined
  if (values.MERCAT_SMTP_URL)
    throw invalid('Mail goes out by one way only: set MERCAT_SMTP_URL or the two of MERCAT_NOTIFY, not both.')
  if (!key || !template) throw invalid('GOV.UK Notify needs both MERCAT_NOTIFY_KEY and MERCAT_NOTIFY_TEMPLATE.')
  return { key, template, url }
}
