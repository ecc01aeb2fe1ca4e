import { LRUCache } from 'lru-cache'
import {
  type Actor,
  actorFor,
  publicActor,
  rawCookie,
  type SignedIn,
  sessionCookie,
  signedInBy,
  tokenIn,
} from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import type { Viewer } from '../ui/layout/viewer.ts'
import type { Id } from '../values/index.ts'
import type { MercatContext } from './env.ts'

/** The names of organisations; given by the module that keeps them. */
export type OrganisationNames = (db: Db, ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>

/** Whose key a token is, at an instant; given by the module that keeps keys. */
export type ActorOfToken = (database: Database, token: string, at: Date) => Promise<Actor | undefined>

/**
 * Puts into the context who is asking: the public without touching the database, whoever the session's cookie names,
 * or for a program whoever's key it carries. Tells whether there was a cookie of a session that does not stand.
 */
export function identify(
  organisationNames: OrganisationNames,
  actorOfToken: ActorOfToken = async () => undefined,
): (c: MercatContext) => Promise<{ stale: boolean }> {
  // Names change rarely, and this is asked for with every request of a provider.
  const names = new LRUCache<Id, string>({ max: 1000, ttl: 60_000 })
  const nameOf = (c: MercatContext) => async (id: Id) => {
    const known = names.get(id)
    if (known !== undefined) return known
    const found = await asActor(c.var.database, publicActor, (db) => organisationNames(db, [id]))
    const name = found.get(id) ?? 'An organisation'
    names.set(id, name)
    return name
  }
  return async (c) => {
    c.set('actor', publicActor)
    if (c.req.header('authorization') !== undefined) {
      // A cookie beside it counts for nothing, so that no other site can have a browser ask in somebody's name.
      c.set('actor', await byToken(c, actorOfToken))
      return { stale: false }
    }
    const cookies = c.req.header('cookie')
    if (rawCookie(cookies, sessionCookie) === undefined) return { stale: false }
    const token = tokenIn(c.var.config, cookies)
    const signedIn = token && (await signedInBy(c.var.database, token, c.var.clock.now(), nameOf(c), !isByItself(c)))
    // Where the organisation's service has been switched off, nobody is in by its word any more.
    if (!signedIn || (signedIn.way === 'oidc' && !c.var.config.oidc)) return { stale: true }
    c.set('signedIn', signedIn)
    if (signedIn.secondStep) {
      c.set('actor', actorFor(signedIn))
      c.set('viewer', viewerOf(signedIn))
    }
    return { stale: false }
  }
}

/** Whether a page asks by itself, to follow what changes: that keeps nobody's session alive who has left. */
const isByItself = (c: MercatContext): boolean =>
  c.req.header('x-live') !== undefined || /\btext\/event-stream\b/i.test(c.req.header('accept') ?? '')

async function byToken(c: MercatContext, actorOfToken: ActorOfToken): Promise<Actor> {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const actor =
    token && c.req.path.startsWith('/api/') ? await actorOfToken(c.var.database, token, c.var.clock.now()) : undefined
  if (actor) return actor
  c.header('WWW-Authenticate', 'Bearer error="invalid_token"')
  throw new MercatError(
    'not-signed-in',
    'The token in this request is not one that this service issued.',
    'Leave the Authorization header out: everything published is open without it.',
  )
}

const viewerOf = ({ account, membership, memberships }: SignedIn): Viewer => ({
  name: account.name,
  actingFor: membership.partnership?.title ?? membership.organisation?.name ?? '',
  canSwitch: memberships > 1,
  home: membership.roles.every((role) => role === 'administrator') ? '/admin' : '/account',
})
