import { MercatError } from '../errors/index.ts'

/**
 * Why a transaction could not even begin: every connection was in use for as long as somebody may be kept waiting, or
 * the server is away. Nothing was done, so that whoever asked may ask again; what was thrown goes along for the log.
 */
export function notLent(error: unknown): MercatError {
  // The pool has no kind of its own for this.
  const waited = error instanceof Error && error.message.startsWith('timeout exceeded')
  const sentence = waited
    ? 'More people are using this service at this moment than it can answer.'
    : 'This service can’t reach its database at this moment.'
  const told = new MercatError('unavailable', sentence, 'Nothing was changed. Wait some seconds and try again.')
  return Object.assign(told, { cause: error })
}
