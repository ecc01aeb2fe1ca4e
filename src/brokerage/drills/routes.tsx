import { Hono } from 'hono'
import { z } from 'zod'
import { may } from '../../core/auth/index.ts'
import { csvOf } from '../../core/csv/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import {
  declare,
  formSent,
  liveAddress,
  liveEvents,
  type MercatContext,
  type MercatEnv,
  page,
  staffPartnership,
} from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { type Id, londonDate } from '../../core/values/index.ts'
import { askRun } from '../solving/commands/ask-run.ts'
import { askerOf, newestRuns, runById, runsPerPage, runVersion } from '../solving/queries/runs.ts'
import { steerRoute } from '../solving/routes/steer-route.ts'
import { saveContinuity } from './commands/save-continuity.ts'
import { drillCsvRows } from './drill-csv.ts'
import { continuityTyped, emptyDrill, readContinuity, readDrill } from './forms.ts'
import { continuityPath, drillEventsPath, drillPath } from './paths.ts'
import { closablesOf } from './queries/closables.ts'
import { continuityOf } from './queries/continuity.ts'
import { type Drill, drillBefore } from './queries/drills.ts'
import { ContinuityPage } from './views/continuity-page.tsx'
import { DrillPage } from './views/drill-page.tsx'
import { DrillsPage, type DrillsPageProps } from './views/drills-page.tsx'
import { EditContinuityPage } from './views/edit-continuity-page.tsx'
import { NewDrillPage } from './views/new-drill-page.tsx'

const at = '/:partnership/drills'

/** What would become of everyone if something closed, and the plans for it. */
export const drillRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(at, declare('drills.read', 'drills.list'), showDrills)
    .get(`${at}/new`, declare('drills.run', 'drills.new'), (c) =>
      formPage(c, { typed: emptyDrill(londonDate(c.var.clock.now()), c.req.query('what')), mistakes: [] }),
    )
    .post(`${at}/new`, declare('drills.run', 'drills.ask'), ask)
    .get(`${at}/:run`, declare('drills.read', 'drills.one'), showDrill)
    .post(`${at}/:run`, declare('drills.run', 'drills.act'), steerRoute('drill', drillPath))
    .get(`${at}/:run/events`, declare('drills.read', 'drills.events'), (c) => {
      const { partnership, actor } = staffPartnership(c)
      const id = c.req.param('run') ?? ''
      const key = () => asActor(c.var.database, actor, (db) => runVersion(db, partnership.id, id))
      return liveEvents(c, `run ${partnership.id} ${id}`, key, { restless: true })
    })
    .get(`${at}/:run/people.csv`, declare('drills.read', 'drills.file'), sendFile)
    .get(`${at}/:run/plan`, declare('drills.read', 'drills.plan'), showPlan)
    .get(`${at}/:run/plan/edit`, declare('drills.run', 'drills.plan-form'), (c) => planForm(c))
    .post(`${at}/:run/plan/edit`, declare('drills.run', 'drills.plan-keep'), keepPlan)

const listQuery = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .catch(1),
})

async function showDrills(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = listQuery.parse(c.req.query())
  const { runs, total } = await asActor(c.var.database, actor, (db) =>
    newestRuns(db, partnership.id, { kind: 'drill', page: asked.page }),
  )
  return page(
    c,
    <DrillsPage
      partnership={partnership}
      runs={runs as DrillsPageProps['runs']}
      total={total}
      page={asked.page}
      pages={Math.ceil(total / runsPerPage)}
      mayRun={may(actor, 'drills.run')}
    />,
  )
}

async function formPage(c: MercatContext, form: FormState): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const closables = await asActor(c.var.database, actor, (db) => closablesOf(db, partnership, today))
  return page(c, <NewDrillPage {...{ partnership, closables, form }} />, form.mistakes.length > 0 ? 422 : 200)
}

async function ask(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed } = await formSent(c)
  const now = c.var.clock.now()
  const today = londonDate(now)
  const closables = await asActor(c.var.database, actor, (db) => closablesOf(db, partnership, today))
  const read = readDrill(typed, closables, today)
  if (read.mistakes) {
    c.var.log.info({ id: c.var.requestId, fields: read.mistakes.map(({ field }) => field) }, 'A drill was refused.')
    return formPage(c, { typed, mistakes: read.mistakes })
  }
  const id = await asActor(c.var.database, actor, (db) =>
    askRun(db, actor, { partnershipId: partnership.id, kind: 'drill', asked: read.read, at: now }),
  )
  return c.redirect(drillPath(partnership.slug, id), 303)
}

const runOf = async (db: Db, partnershipId: Id, c: MercatContext): Promise<Drill> =>
  (await runById(db, partnershipId, c.req.param('run') ?? '', 'drill')) as Drill

async function showDrill(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { drill, key, askedBy, before } = await asActor(c.var.database, actor, async (db) => {
    const found = await runOf(db, partnership.id, c)
    return {
      drill: found,
      key: await runVersion(db, partnership.id, found.id),
      askedBy: await askerOf(db, partnership.id, found.id),
      before: found.result ? await drillBefore(db, partnership.id, found) : undefined,
    }
  })
  const live = liveAddress(drillEventsPath(partnership.slug, drill.id), key)
  return page(
    c,
    <DrillPage
      {...{ partnership, drill, before, askedBy, live }}
      now={c.var.clock.now()}
      mayRun={may(actor, 'drills.run')}
    />,
  )
}

/** A drill that found something, or nothing is there. */
async function doneDrill(db: Db, partnershipId: Id, c: MercatContext) {
  const drill = await runOf(db, partnershipId, c)
  if (!drill.result) throw notFound('This plan', 'The drill may still be worked out.')
  return { drill, result: drill.result }
}

async function sendFile(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { drill, result } = await asActor(c.var.database, actor, (db) => doneDrill(db, partnership.id, c))
  return c.body(csvOf(drillCsvRows(result)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${partnership.slug}-drill-${londonDate(drill.askedAt)}.csv"`,
  })
}

async function showPlan(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const content = await asActor(c.var.database, actor, async (db) => {
    const { drill, result } = await doneDrill(db, partnership.id, c)
    return {
      drill,
      result,
      before: await drillBefore(db, partnership.id, drill),
      plan: await continuityOf(db, partnership.id, drill.id),
    }
  })
  return page(c, <ContinuityPage partnership={partnership} {...content} mayEdit={may(actor, 'drills.run')} />)
}

async function planForm(c: MercatContext, sent?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { drill, plan } = await asActor(c.var.database, actor, async (db) => {
    const { drill: found } = await doneDrill(db, partnership.id, c)
    return { drill: found, plan: await continuityOf(db, partnership.id, found.id) }
  })
  // What was typed stays; sent again, it is meant for the plan as it stands now.
  const form = sent
    ? { ...sent, typed: { ...sent.typed, seen: [String(plan.version)] } }
    : { typed: continuityTyped(plan), mistakes: [] }
  return page(c, <EditContinuityPage {...{ partnership, drill, form }} />, status)
}

async function keepPlan(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed } = await formSent(c)
  const read = readContinuity(typed)
  if (read.mistakes) return planForm(c, { typed, mistakes: read.mistakes }, 422)
  const runId = c.req.param('run') ?? ''
  const outcome = await asActor(c.var.database, actor, (db) =>
    saveContinuity(db, actor, { partnershipId: partnership.id, runId, said: read.read, at: c.var.clock.now() }),
  )
  if (outcome === 'saved') return c.redirect(continuityPath(partnership.slug, runId as Id), 303)
  const sentence =
    'Somebody else changed the plan after you opened it. What you typed is still here: look at the plan, then keep yours in its place or take it over.'
  return planForm(c, { typed, mistakes: [{ sentence }] }, 409)
}
