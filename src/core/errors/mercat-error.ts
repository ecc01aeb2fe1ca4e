/** What kind of trouble it is; each has one HTTP status and one exit code. */
export type ErrorKind =
  | 'invalid'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'wrong-media-type'
  | 'too-many'
  | 'unavailable'

const statuses = {
  invalid: 422,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'wrong-media-type': 415,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>

/** An expected trouble with a sentence that a user may read; everything else that is thrown is a bug. */
export class MercatError extends Error {
  override readonly name = 'MercatError'
  readonly kind: ErrorKind
  /** A sentence on what the reader can do next. */
  readonly advice: string | undefined

  constructor(kind: ErrorKind, sentence: string, advice?: string) {
    super(sentence)
    this.kind = kind
    this.advice = advice
  }

  get status(): (typeof statuses)[ErrorKind] {
    return statuses[this.kind]
  }
}

/** A record that is not there, or is another partnership's: nobody learns which. */
export const notFound = (what: string, advice?: string): MercatError =>
  new MercatError('not-found', `${what} was not found.`, advice)

/** Input that cannot be used, in a sentence. */
export const invalid = (sentence: string, advice?: string): MercatError => new MercatError('invalid', sentence, advice)

/** A rule or a colleague's change stands in the way. */
export const conflict = (sentence: string, advice?: string): MercatError =>
  new MercatError('conflict', sentence, advice)
