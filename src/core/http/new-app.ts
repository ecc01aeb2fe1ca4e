import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { publicActor, sessionCookie, sessionCookieHeader } from '../auth/index.ts'
import { MercatError } from '../errors/index.ts'
import { newId } from '../values/index.ts'
import { type ActorOfToken, identify, type OrganisationNames } from './actor-of.ts'
import type { MercatContext, MercatEnv, Services } from './env.ts'
import { pageCache } from './page-cache.ts'
import { type Problem, problemOf } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { bodyBound, sameOrigin, securityHeaders } from './security.ts'
import { wantsPage } from './wants-page.ts'

/** Renders a trouble as a page; given by the page kit so that this file needs no view. */
export type ErrorPage = (c: MercatContext, problem: Problem) => string

/** What an application may go without, or be given by the modules. */
export interface AppOptions {
  /** False leaves out the memory of pages, which asks the database for the version of its data. */
  keepPages?: boolean
  /** False takes everyone for the public: while the database is being made ready, nobody can be looked up. */
  signIn?: boolean
  organisationNames?: OrganisationNames
  /** Left out, no token opens anything. */
  actorOfToken?: ActorOfToken
}

/** An application with everything that every request goes through, and no routes yet. */
export function newApp(
  services: Services,
  errorPage: ErrorPage,
  { keepPages = true, signIn = true, organisationNames = async () => new Map(), actorOfToken }: AppOptions = {},
): Hono<MercatEnv> {
  const app = new Hono<MercatEnv>()
  const fail = (c: MercatContext, error: unknown) => answerTrouble(c, problemOf(error, c.var.requestId), errorPage)
  app.use(async (c, next) => {
    c.set('requestId', newId())
    for (const [name, service] of Object.entries(services) as [keyof Services, never][]) c.set(name, service)
    const began = performance.now()
    await next()
    // Not c.header(): once an answer is there it would take the whole of it apart and put it together again.
    c.res.headers.set('X-Request-Id', c.var.requestId)
    const { log, requestId } = c.var
    log.debug(
      {
        id: requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - began),
      },
      'request',
    )
  })
  app.use(securityHeaders(services.config))
  app.use(
    methodNotAllowed({
      app: app as never,
      onMethodNotAllowed: (c, methods) => {
        const response = fail(
          c as MercatContext,
          new MercatError('method-not-allowed', `This address takes ${methods.join(', ')} only.`),
        )
        response.headers.set('Allow', methods.join(', '))
        return response
      },
    }),
  )
  app.use(rateLimit(), bodyBound(), sameOrigin(services.config))
  const whoIsAsking = identify(organisationNames, actorOfToken)
  app.use(async (c, next) => {
    c.set('actor', publicActor)
    const { stale } = signIn ? await whoIsAsking(c) : { stale: false }
    await next()
    if (stale) takeCookieAway(c)
    // A cache between that kept the answer would take everybody's cookie away.
    if (stale || isPrivate(c)) c.res.headers.set('Cache-Control', 'private, no-store')
  })
  if (keepPages) app.use(pageCache())
  app.notFound((c) =>
    fail(
      c,
      new MercatError(
        'not-found',
        'There is no page at this address.',
        'Check the address, or start from the front page.',
      ),
    ),
  )
  app.onError((error, c) => {
    const line = { id: c.var.requestId, path: c.req.path }
    if (problemOf(error, '').status === 500) c.var.log.error({ ...line, err: error }, 'bug')
    // What was expected, for a reason that whoever operates this may want to look into.
    else if (error.cause) c.var.log.warn({ ...line, err: error.cause }, 'unavailable')
    return fail(c, error)
  })
  return app
}

function answerTrouble(c: MercatContext, problem: Problem, errorPage: ErrorPage): Response {
  c.header('Cache-Control', 'no-store')
  const status = problem.status as 404
  // Unless whoever refused knows better.
  if (problem.status === 503 && !c.res.headers.has('Retry-After')) c.header('Retry-After', '5')
  return wantsPage(c)
    ? c.html(errorPage(c, problem), status)
    : c.json(problem, status, { 'Content-Type': 'application/problem+json' })
}

/** What a signed-in person sees is nobody else's, not even the browser's after they have left; nor is the way in. */
const isPrivate = (c: MercatContext): boolean =>
  !c.req.path.startsWith('/static/') &&
  (c.var.signedIn !== undefined || c.var.actor.kind !== 'public' || /^\/sign-in(\/|$)/.test(c.req.path))

/** Takes away a cookie of no session any more, unless the answer brings a new one. */
function takeCookieAway(c: MercatContext): void {
  const brings = c.res.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie}=`))
  if (!brings) c.res.headers.append('Set-Cookie', sessionCookieHeader(c.var.config, undefined))
}
