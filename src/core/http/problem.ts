import { HTTPException } from 'hono/http-exception'
import { sqlState } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'

/** A trouble as RFC 9457 describes it, with the id that the log holds. */
export interface Problem {
  type: 'about:blank'
  status: number
  title: string
  detail: string
  advice?: string
  id: string
}

const titles: Partial<Record<number, string>> = {
  400: 'The request could not be read',
  401: 'You need to sign in',
  403: 'This is not allowed',
  404: 'Page not found',
  405: 'This address does not take that',
  409: 'Something changed in the meantime',
  413: 'That was too large',
  415: 'That kind of file can’t be read here',
  422: 'Something needs correcting',
  429: 'Too many requests',
  503: 'Not at this moment',
}

/** How the database refuses a NUL byte, in a text and in JSON: no person types one. */
const unkeepable = ['22021', '22P05']

/** What may be told of anything that was thrown: the sentence of an expected trouble, and of a bug only its id. */
export function problemOf(error: unknown, id: string): Problem {
  const known =
    error instanceof MercatError
      ? { status: error.status as number, detail: error.message, ...(error.advice ? { advice: error.advice } : {}) }
      : error instanceof HTTPException && error.status < 500
        ? { status: error.status as number, detail: error.message || 'The request could not be understood.' }
        : unkeepable.includes(sqlState(error) ?? '')
          ? { status: 422, detail: 'What was sent holds a character that no text can have.' }
          : { status: 500, detail: 'Something went wrong on our side. Nothing that you sent is lost on your screen.' }
  return {
    type: 'about:blank',
    title: titles[known.status] ?? 'Sorry, there is a problem with the service',
    ...known,
    id,
  }
}
