import { Hono } from 'hono'
import { z } from 'zod'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { first, type Mistake, type Typed } from '../../core/forms/index.ts'
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
import { type Id, isId } from '../../core/values/index.ts'
import { askRun } from '../solving/commands/ask-run.ts'
import { steerAsAsked } from '../solving/commands/steer-as-asked.ts'
import { newestRuns, runsPerPage, runVersion } from '../solving/queries/runs.ts'
import { sendPlanned } from './commands/send-planned.ts'
import { planTyped, readNext, readPlan, seenField } from './forms.ts'
import { planEventsPath, planPath, planSentPath, whyNotPath } from './paths.ts'
import { latestPlanWith } from './queries/latest-plan.ts'
import { type PlanRun, planById, planContent } from './queries/plan-content.ts'
import { sendingsOf } from './queries/sendings.ts'
import { waitingCounts } from './queries/waiting-counts.ts'
import { mostSent } from './sending.ts'
import { NewPlanPage } from './views/new-plan-page.tsx'
import { NoPlanPage } from './views/no-plan-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { PlansPage } from './views/plans-page.tsx'
import { SentPage } from './views/sent-page.tsx'
import { WhyNotPage } from './views/why-not-page.tsx'
import { whyNotAnswers } from './why-not-rows.ts'

const at = '/:partnership/plans'

/** Plans of the waiting list: asked for, read, asked again, and offers sent from them by the rules. */
export const planRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(at, declare('packages.read', 'plans.list'), showPlans)
    .get(`${at}/new`, declare('packages.place', 'plans.new'), openForm)
    .post(`${at}/new`, declare('packages.place', 'plans.ask'), ask)
    .get(`${at}/:run`, declare('packages.read', 'plans.show'), (c) => showPlan(c))
    .post(`${at}/:run`, declare('packages.place', 'plans.act'), act)
    .get(`${at}/:run/sent`, declare('packages.read', 'plans.sent'), showSent)
    .get(`${at}/:run/why-not/:reference`, declare('packages.read', 'plans.why-not'), showWhyNot)
    .get(`${at}/:run/events`, declare('packages.read', 'plans.events'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { id } = await asActor(c.var.database, actor, (db) =>
        planById(db, partnership.id, c.req.param('run') ?? ''),
      )
      const key = () => asActor(c.var.database, actor, (db) => runVersion(db, partnership.id, id))
      return liveEvents(c, `run ${partnership.id} ${id}`, key, { restless: true })
    })
    .get('/:partnership/packages/:reference/why-not', declare('packages.read', 'plans.latest-why-not'), findWhyNot)

const pageAsked = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .catch(1)

async function showPlans(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = pageAsked.parse(c.req.query('page'))
  const { runs, total } = await asActor(c.var.database, actor, (db) =>
    newestRuns(db, partnership.id, { kind: 'plan', page: asked }),
  )
  const pages = Math.ceil(total / runsPerPage)
  return page(c, <PlansPage {...{ partnership, runs, pages }} page={asked} mayPlace={may(actor, 'packages.place')} />)
}

/** The plan that a form says it follows; undefined where it follows none. */
async function followed(c: MercatContext, id: string): Promise<PlanRun | undefined> {
  if (id === '') return undefined
  const { partnership, actor } = staffPartnership(c)
  return asActor(c.var.database, actor, (db) => planById(db, partnership.id, id))
}

async function openForm(c: MercatContext): Promise<Response> {
  const before = await followed(c, c.req.query('follows') ?? '')
  return formPage(c, { typed: { ...planTyped(before?.asked), follows: before ? [before.id] : [] }, mistakes: [] })
}

async function formPage(c: MercatContext, form: FormState): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const waiting = await asActor(c.var.database, actor, (db) => waitingCounts(db, partnership.id))
  return page(c, <NewPlanPage {...{ partnership, waiting, form }} />, form.mistakes.length > 0 ? 422 : 200)
}

async function ask(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed } = await formSent(c)
  const before = await followed(c, first(typed, 'follows'))
  const { kept, refused } = before?.asked ?? { kept: [], refused: [] }
  const reading = readPlan(typed, { kept, refused })
  if (reading.mistakes) return formPage(c, { typed, mistakes: reading.mistakes })
  const id = await asActor(c.var.database, actor, (db) =>
    askRun(db, actor, {
      partnershipId: partnership.id,
      kind: 'plan',
      asked: reading.read,
      follows: before?.id ?? null,
      at: c.var.clock.now(),
    }),
  )
  return c.redirect(planPath(partnership.slug, id), 303)
}

async function showPlan(c: MercatContext, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { content, sendings } = await asActor(c.var.database, actor, async (db) => {
    const found = await planContent(db, partnership.id, c.req.param('run') ?? '')
    return { content: found, sendings: (await sendingsOf(db, partnership.id, found.run.id)).sendings }
  })
  return page(
    c,
    <PlanPage
      partnership={partnership}
      content={content}
      now={c.var.clock.now()}
      live={liveAddress(planEventsPath(partnership.slug, content.run.id), content.key)}
      mayPlace={may(actor, 'packages.place')}
      sendings={sendings}
      mistakes={mistakes}
    />,
    mistakes.length > 0 ? 422 : 200,
  )
}

async function act(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked: does } = await formSent(c)
  const run = await asActor(c.var.database, actor, (db) => planById(db, partnership.id, c.req.param('run') ?? ''))
  if (does === 'again') return askAgain(c, run, typed)
  if (does === 'send') return send(c, run, typed)
  const steered = { partnershipId: partnership.id, runId: run.id, kind: 'plan' as const, at: c.var.clock.now() }
  await steerAsAsked(c.var.database, actor, does, steered)
  return c.redirect(planPath(partnership.slug, run.id), 303)
}

async function askAgain(c: MercatContext, run: PlanRun, typed: Typed): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = { ...run.asked, ...readNext(typed, run.asked) }
  const id = await asActor(c.var.database, actor, (db) =>
    askRun(db, actor, { partnershipId: partnership.id, kind: 'plan', asked, follows: run.id, at: c.var.clock.now() }),
  )
  return c.redirect(planPath(partnership.slug, id), 303)
}

async function send(c: MercatContext, run: PlanRun, typed: Typed): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const known = new Map(run.input?.packages.map((one) => [one.packageId, one.reference]))
  const packages = [...new Set(typed.send ?? [])].flatMap((packageId) => {
    const reference = known.get(packageId)
    const seen = first(typed, seenField(packageId))
    return reference && /^\d{1,9}$/.test(seen) ? [{ packageId: packageId as Id, reference, version: Number(seen) }] : []
  })
  if (packages.length === 0) return showPlan(c, [{ sentence: 'Tick the packages for which offers are to go out.' }])
  if (packages.length > mostSent) {
    return showPlan(c, [{ sentence: `Tick at most ${mostSent} packages at a time; ${packages.length} were ticked.` }])
  }
  const asked = { partnershipId: partnership.id, runId: run.id, packages, at: c.var.clock.now() }
  await sendPlanned(c.var.database, actor, asked)
  return c.redirect(planSentPath(partnership.slug, run.id), 303)
}

async function showSent(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { run, told } = await asActor(c.var.database, actor, async (db) => {
    const found = await planById(db, partnership.id, c.req.param('run') ?? '')
    return { run: found, told: await sendingsOf(db, partnership.id, found.id) }
  })
  return page(c, <SentPage partnership={partnership} runId={run.id} {...told} />)
}

async function showWhyNot(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const reference = c.req.param('reference') ?? ''
  const run = await asActor(c.var.database, actor, (db) => planById(db, partnership.id, c.req.param('run') ?? ''))
  const index = run.input?.packages.findIndex((one) => one.reference === reference) ?? -1
  if (!run.input || !run.result || index < 0) throw notFound('This package of the plan')
  const chosen = c.req.query('provider') ?? ''
  const told = whyNotAnswers(run.input, run.result, index, isId(chosen) ? chosen : undefined)
  return page(
    c,
    <WhyNotPage
      partnership={partnership}
      runId={run.id}
      askedAt={run.askedAt}
      newest={c.req.query('newest') === 'yes'}
      reference={reference}
      chosen={isId(chosen) ? chosen : ''}
      {...told}
    />,
  )
}

async function findWhyNot(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const reference = c.req.param('reference') ?? ''
  const now = c.var.clock.now()
  const runId = await asActor(c.var.database, actor, (db) => latestPlanWith(db, partnership.id, reference, now))
  if (runId) return c.redirect(`${whyNotPath(partnership.slug, runId, reference)}?newest=yes`, 302)
  if (!/^[A-Z]{1,6}-PKG-\d{1,9}$/.test(reference)) throw notFound('This package')
  return page(c, <NoPlanPage {...{ partnership, reference }} mayPlace={may(actor, 'packages.place')} />)
}
