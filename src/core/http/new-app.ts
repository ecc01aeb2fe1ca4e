import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { MercatError } from '../errors/index.ts'
import { newId } from '../values/index.ts'
import { actorOf } from './actor-of.ts'
import type { MercatContext, MercatEnv, Services } from './env.ts'
import { pageCache } from './page-cache.ts'
import { type Problem, problemOf } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { bodyBound, ordinaryBody, sameOrigin, securityHeaders } from './security.ts'

/** Renders a trouble as a page; given by the page kit so that this file needs no view. */
export type ErrorPage = (c: MercatContext, problem: Problem) => string

/**
 * An application with everything that every request goes through, and no routes yet.
 * `keepPages` false leaves out the memory of pages, which asks the database for the version of its data.
 */
export function newApp(services: Services, errorPage: ErrorPage, { keepPages = true } = {}): Hono<MercatEnv> {
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
  app.use(rateLimit(), bodyBound(ordinaryBody), sameOrigin(services.config))
  app.use(async (c, next) => {
    c.set('actor', actorOf(c))
    await next()
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
    if (problemOf(error, '').status === 500)
      c.var.log.error({ id: c.var.requestId, err: error, path: c.req.path }, 'bug')
    return fail(c, error)
  })
  return app
}

function answerTrouble(c: MercatContext, problem: Problem, errorPage: ErrorPage): Response {
  c.header('Cache-Control', 'no-store')
  const status = problem.status as 404
  return wantsPage(c)
    ? c.html(errorPage(c, problem), status)
    : c.json(problem, status, { 'Content-Type': 'application/problem+json' })
}

/** Scripts get problem+json; people, and whatever says it takes HTML, get a page. */
const wantsPage = (c: MercatContext) =>
  !c.req.path.startsWith('/api/') &&
  !/\.(json|csv)$/.test(c.req.path) &&
  !/^application\/(problem\+)?json/.test(c.req.header('accept') ?? '')
