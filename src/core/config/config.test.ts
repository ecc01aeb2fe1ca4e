import { expect, test } from 'vitest'
import { readConfig } from './index.ts'

const uuid = '26785a09-ab16-4eb0-8407-a37497a57506'
const key = `mercat-${uuid}-3d844edf-8d35-48ac-975b-e847b4f122b0`

const read = (env: Record<string, string>) => readConfig(env, '/home/someone')

test('without any setting everything has a value that works on one machine', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    store: { kind: 'embedded', folder: '/home/someone/.mercat' },
    demo: undefined,
    publicUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Mercat <no-reply@localhost>',
    notify: undefined,
    trustedProxies: 0,
    logLevel: 'info',
    secrets: [],
    oidc: undefined,
  })
})

test('every setting is taken', () => {
  expect(
    read({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://someone:p%40ss@db.example.org:5432/mercat?sslmode=require',
      MERCAT_DEMO: '1',
      MERCAT_PUBLIC_URL: 'https://mercat.example.org',
      MERCAT_SMTP_URL: 'smtps://user:word@mail.example.org:465',
      MERCAT_MAIL_FROM: 'Care <care@example.org>',
      MERCAT_TRUSTED_PROXIES: '2',
      MERCAT_LOG_LEVEL: 'silent',
      MERCAT_SECRET: `${'n'.repeat(32)}, ${'o'.repeat(32)}`,
      MERCAT_OIDC_ISSUER: 'https://sso.example.org/tenant/',
      MERCAT_OIDC_CLIENT_ID: 'mercat',
      MERCAT_OIDC_CLIENT_SECRET: 'between-the-two',
      MERCAT_OIDC_NAME: ' Council account ',
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    store: { kind: 'postgres', url: 'postgresql://someone:p%40ss@db.example.org:5432/mercat?sslmode=require' },
    demo: true,
    publicUrl: 'https://mercat.example.org',
    smtpUrl: 'smtps://user:word@mail.example.org:465',
    mailFrom: 'Care <care@example.org>',
    notify: undefined,
    trustedProxies: 2,
    logLevel: 'silent',
    secrets: ['n'.repeat(32), 'o'.repeat(32)],
    oidc: {
      issuer: 'https://sso.example.org/tenant/',
      clientId: 'mercat',
      clientSecret: 'between-the-two',
      name: 'Council account',
    },
  })
})

test('a blank value is as good as none, so that a template of settings can be filled in later', () => {
  const blank = { PORT: '', HOST: '', DATABASE_URL: '', MERCAT_DATA_DIR: '', MERCAT_DEMO: '', MERCAT_LOG_LEVEL: '' }
  expect(read(blank)).toEqual(read({}))
})

test('a folder is found from where the program was started, and one with its whole path as it is', () => {
  expect(read({ MERCAT_DATA_DIR: 'data' }).store).toEqual({ kind: 'embedded', folder: '/home/someone/data' })
  expect(read({ MERCAT_DATA_DIR: '/var/lib/mercat' }).store).toEqual({ kind: 'embedded', folder: '/var/lib/mercat' })
})

test('the demonstration can be refused, which is not the same as leaving it open', () => {
  expect(read({ MERCAT_DEMO: '0' }).demo).toBe(false)
})

test.each([
  ['PORT', ['65536', '-1', '3000.5', '3e3', ' 3000', 'http']],
  ['HOST', ['two words', 'host/path', 'http://host']],
  ['DATABASE_URL', ['localhost/mercat', 'mysql://host/x', 'postgres://', 'postgres://a b', 'postgres://host:port/x']],
  ['MERCAT_DEMO', ['true', 'yes', '2']],
  ['MERCAT_PUBLIC_URL', ['mercat.example.org', 'ftp://mercat.example.org']],
  ['MERCAT_SMTP_URL', ['mail.example.org', 'http://mail.example.org']],
  ['MERCAT_MAIL_FROM', ['nobody', 'a@b\r\nBcc: c@d']],
  ['MERCAT_NOTIFY_KEY', ['secret', 'name-1-2', `name-${uuid}`]],
  ['MERCAT_NOTIFY_TEMPLATE', ['welcome', `${uuid}x`]],
  ['MERCAT_NOTIFY_URL', ['notify', 'ftp://notify.example.org']],
  ['MERCAT_TRUSTED_PROXIES', ['-1', '10', 'all']],
  ['MERCAT_SECRET', ['short', `${'n'.repeat(32)},short`, `${'n'.repeat(32)},${'n'.repeat(32)}`]],
  [
    'MERCAT_OIDC_ISSUER',
    [
      'sso.example.org',
      'http://sso.example.org',
      'http://127.example.org',
      'http://localhost.example.org',
      'https://sso.example.org?x',
      'ftp://localhost',
    ],
  ],
  ['MERCAT_OIDC_CLIENT_ID', ['two words']],
  ['MERCAT_OIDC_CLIENT_SECRET', ['two words', 'line\nfeed']],
  ['MERCAT_OIDC_NAME', [' ', 'line\nfeed', 'x'.repeat(61)]],
  ['MERCAT_LOG_LEVEL', ['trace', 'DEBUG']],
])('%s is refused in a sentence that names it', (name, values) => {
  for (const value of values) {
    expect(() => read({ [name]: value }), value).toThrow(new RegExp(`^${name} must be [^.\\n]+(\\.[^ \\n]+)*\\.$`))
  }
})

test('a refusal never repeats what was set, for it may hold a password', () => {
  for (const name of ['DATABASE_URL', 'MERCAT_SMTP_URL', 'PORT', 'MERCAT_MAIL_FROM']) {
    expect(() => read({ [name]: 'wrong://user:secret word@host' })).not.toThrow('secret')
  }
})

test('several wrong values are all named', () => {
  expect(() => read({ PORT: 'x', HOST: 'x y', MERCAT_DEMO: 'x' })).toThrow(
    /PORT must .* HOST must .* MERCAT_DEMO must /,
  )
})

test('GOV.UK Notify is set up by its key and its template', () => {
  expect(read({ MERCAT_NOTIFY_KEY: key, MERCAT_NOTIFY_TEMPLATE: uuid }).notify).toEqual({
    key,
    template: uuid,
    url: 'https://api.notifications.service.gov.uk',
  })
  expect(() => read({ MERCAT_NOTIFY_KEY: key })).toThrow('needs both')
  expect(() => read({ MERCAT_NOTIFY_TEMPLATE: uuid })).toThrow('needs both')
})

test('two ways of sending mail at once are refused in a sentence', () => {
  const both = { MERCAT_SMTP_URL: 'smtp://mail.example.org', MERCAT_NOTIFY_KEY: key, MERCAT_NOTIFY_TEMPLATE: uuid }
  expect(() => read(both)).toThrow('Mail goes out by one way only')
})

test('an organisation’s own sign-in service is set up as a whole, and where sessions outlive the process', () => {
  const whole = {
    MERCAT_OIDC_ISSUER: 'http://127.0.0.1:8080',
    MERCAT_OIDC_CLIENT_ID: 'mercat',
    MERCAT_OIDC_CLIENT_SECRET: 'between-the-two',
  }
  expect(read(whole).oidc).toMatchObject({ issuer: 'http://127.0.0.1:8080', name: 'your organisation’s account' })
  for (const name of Object.keys(whole))
    expect(() => read({ ...whole, [name]: '' }), name).toThrow(
      'needs MERCAT_OIDC_ISSUER, MERCAT_OIDC_CLIENT_ID and MERCAT_OIDC_CLIENT_SECRET.',
    )
  expect(read({ MERCAT_OIDC_NAME: 'Council account' }).oidc).toBe(undefined)
  expect(() => read({ ...whole, DATABASE_URL: 'postgres://host/x' })).toThrow('needs MERCAT_SECRET as well')
})
