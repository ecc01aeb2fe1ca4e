import { Hono } from 'hono'
import type { VNode } from 'preact'
import { type Partnership, partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { isIsoDate, londonDate } from '../../core/values/index.ts'
import { type AsAtDay, summariesContent, summaryContent } from './queries/summaries-content.ts'
import { SummariesPage } from './views/summaries-page.tsx'
import { SummaryPage } from './views/summary-page.tsx'

/** How care is bought, market area by market area, as at a day. To be mounted before the sections of statements. */
export const contractSummaryRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/statement/contracts', declare('public.read', 'statement.contracts'), (c) =>
      shown(c, async (db, partnership, day) => (
        <SummariesPage partnership={partnership} {...(await summariesContent(db, partnership, day))} />
      )),
    )
    .get('/:partnership/statement/contracts/:area', declare('public.read', 'statement.contract'), (c) =>
      shown(c, async (db, partnership, day) => (
        <SummaryPage partnership={partnership} {...(await summaryContent(db, partnership, c.req.param('area'), day))} />
      )),
    )

async function shown(
  c: MercatContext,
  build: (db: Db, partnership: Partnership, day: AsAtDay) => Promise<VNode>,
): Promise<Response> {
  const today = londonDate(c.var.clock.now())
  const asked = c.req.query('on') ?? ''
  // What is no date is as if it were not asked for; years before 1900 or after 2999 hold nothing.
  const on = isIsoDate(asked) && asked >= '1900' && asked < '3000' ? asked : today
  const view = await asActor(c.var.database, publicActor, async (db) =>
    build(db, await partnershipBySlug(db, c.req.param('partnership') ?? ''), { on, today }),
  )
  return page(c, view)
}
