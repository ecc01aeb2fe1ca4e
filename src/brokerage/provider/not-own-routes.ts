import { MercatError } from '../../core/errors/index.ts'
import type { MercatContext } from '../../core/http/index.ts'

/** Notes that somebody tried to change what is not theirs, or is not there; it stays "not found" all the same. */
export const noted =
  (c: MercatContext) =>
  (error: unknown): never => {
    const { log, actor, requestId } = c.var
    if (error instanceof MercatError && error.kind === 'not-found' && c.req.method !== 'GET') {
      const account = actor.kind === 'provider' ? actor.accountId : null
      log.warn({ id: requestId, account, method: c.req.method, path: c.req.path }, 'not their own')
    }
    throw error
  }
