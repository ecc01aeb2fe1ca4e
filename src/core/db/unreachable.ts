import { MercatError } from '../errors/index.ts'

const sentences: Readonly<Record<string, (at: URL) => [sentence: string, advice: string]>> = {
  ECONNREFUSED: nobodyAnswers,
  ECONNRESET: nobodyAnswers,
  EHOSTUNREACH: nobodyAnswers,
  ETIMEDOUT: nobodyAnswers,
  ENOENT: nobodyAnswers,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '28P01': refusedUser,
  '28000': refusedUser,
  '3D000': (at) => [
    `PostgreSQL at ${at.host} has no database “${decodeURIComponent(at.pathname.slice(1))}”.`,
    'Make it with createdb, or correct DATABASE_URL.',
  ],
  '53300': (at) => [`PostgreSQL at ${at.host} has no connection left.`, 'Raise its max_connections, or stop others.'],
}

function nobodyAnswers(at: URL): [string, string] {
  return [`No PostgreSQL answers at ${at.host || 'the socket of DATABASE_URL'}.`, 'Start it, or correct DATABASE_URL.']
}

function unknownHost(at: URL): [string, string] {
  return [`There is no machine named ${at.hostname}.`, 'Correct DATABASE_URL.']
}

function refusedUser(at: URL): [string, string] {
  return [`PostgreSQL at ${at.host} refused the user or the password.`, 'Correct DATABASE_URL.']
}

/** Why a PostgreSQL server can't be used, in a sentence that never repeats the password. */
export function unreachable(error: unknown, url: string): MercatError {
  const at = new URL(url)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [sentence, advice] = sentences[code]?.(at) ?? [
    `PostgreSQL at ${at.host} can’t be used${error instanceof Error && error.message ? `: ${error.message}` : '.'}`,
    'Correct DATABASE_URL, or look in the log of the server.',
  ]
  return new MercatError('unavailable', sentence, advice)
}
