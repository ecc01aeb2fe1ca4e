import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Actor, SignedIn } from '../auth/index.ts'
import type { Config } from '../config/index.ts'
import type { Database } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import type { Viewer } from '../ui/layout/viewer.ts'
import type { Clock } from '../values/index.ts'

/** What the process gives to every request. */
export interface Services {
  readonly database: Database
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
}

/** What a handler finds in its context. */
export interface MercatEnv {
  Variables: Services & {
    /** An id that an error page shows and the log holds. */
    requestId: string
    /** Whoever is not signed in, or has no second step yet, is the public. */
    actor: Actor
    signedIn?: SignedIn | undefined
    /** How the masthead shows who is signed in. */
    viewer?: Viewer | undefined
    /** What was typed into a form whose session had ended, for the page that gives it back. */
    typed?: readonly (readonly [name: string, value: string])[] | undefined
  }
  Bindings: Partial<HttpBindings>
}

/** The context of a request. */
export type MercatContext = Context<MercatEnv>
