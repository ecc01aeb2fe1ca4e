import type { VNode } from 'preact'
import { renderPage } from '../ui/layout/index.ts'
import type { MercatContext } from './env.ts'

/** Answers with a page, as whoever is signed in sees it. */
export const page = (c: MercatContext, view: VNode, status: 200 | 404 | 409 | 422 | 429 | 503 = 200): Response =>
  // Typed apart, because hono's html() may also give a promise where it is given one.
  c.html(renderPage(view, c.var.viewer), status) as Response
