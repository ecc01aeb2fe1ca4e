import { type Kysely, sql } from 'kysely'

// As better-auth's own generator writes them for the plugins in use; a test compares. Requests have no rights here.
const statements = [
  `create schema if not exists sign_in`,
  `create table sign_in."user" (
    id text not null primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp,
    "twoFactorEnabled" boolean
  )`,
  `create table sign_in.session (
    id text not null primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references sign_in."user" (id) on delete cascade,
    "membershipId" text
  )`,
  `create table sign_in.account (
    id text not null primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references sign_in."user" (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null
  )`,
  `create table sign_in.verification (
    id text not null primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp
  )`,
  `create table sign_in."twoFactor" (
    id text not null primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text not null references sign_in."user" (id) on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  `create index "session_userId_idx" on sign_in.session ("userId")`,
  `create index "account_userId_idx" on sign_in.account ("userId")`,
  `create index "verification_identifier_idx" on sign_in.verification (identifier)`,
  `create index "twoFactor_secret_idx" on sign_in."twoFactor" (secret)`,
  `create index "twoFactor_userId_idx" on sign_in."twoFactor" ("userId")`,
]

/** The sign-in library's own tables, in a schema of their own; nothing of ours points to them with a foreign key. */
export async function makeSignIn(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
