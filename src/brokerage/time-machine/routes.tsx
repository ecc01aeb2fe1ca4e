import { Hono } from 'hono'
import { z } from 'zod'
import { asActor } from '../../core/db/index.ts'
import { dateFields, type Typed } from '../../core/forms/index.ts'
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
import { londonDate } from '../../core/values/index.ts'
import { askRun } from '../solving/commands/ask-run.ts'
import { askerOf, newestRuns, runById, runsPerPage, runVersion } from '../solving/queries/runs.ts'
import { steerRoute } from '../solving/routes/steer-route.ts'
import { emptyChanges, lastQuarter, readPeriod, readReplay } from './forms.ts'
import { replayEventsPath, replayPath } from './paths.ts'
import { machineLists, type PastPeriod, pastServices } from './queries/machine-lists.ts'
import { NewReplayPage } from './views/new-replay-page.tsx'
import { ReplayPage, type ShownReplay } from './views/replay-page.tsx'
import { type ListedReplay, ReplaysPage } from './views/replays-page.tsx'

const at = '/:partnership/time-machine'

/** What would have been: past care under other rules, places, prices and hours. */
export const timeMachineRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(at, declare('lots.replay', 'time-machine.list'), (c) => showReplays(c))
    .get(`${at}/new`, declare('lots.replay', 'time-machine.new'), openForm)
    .post(`${at}/new`, declare('lots.replay', 'time-machine.ask'), ask)
    .get(`${at}/:run`, declare('lots.replay', 'time-machine.one'), showReplay)
    .post(`${at}/:run`, declare('lots.replay', 'time-machine.act'), steerRoute('time-machine', replayPath))
    .get(`${at}/:run/events`, declare('lots.replay', 'time-machine.events'), (c) => {
      const { partnership, actor } = staffPartnership(c)
      const id = c.req.param('run') ?? ''
      const key = () => asActor(c.var.database, actor, (db) => runVersion(db, partnership.id, id))
      return liveEvents(c, `run ${partnership.id} ${id}`, key, { restless: true })
    })

const listQuery = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .catch(1),
})

async function showReplays(c: MercatContext, sent?: FormState): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = listQuery.parse(c.req.query())
  const { runs, total, services } = await asActor(c.var.database, actor, async (db) => ({
    ...(await newestRuns(db, partnership.id, { kind: 'time-machine', page: asked.page })),
    services: await pastServices(db, partnership.id),
  }))
  const { from, to } = lastQuarter(londonDate(c.var.clock.now()))
  const typed = { service: [services[0]?.value ?? ''], ...dateFields('from', from), ...dateFields('to', to) }
  return page(
    c,
    <ReplaysPage
      partnership={partnership}
      runs={runs as readonly ListedReplay[]}
      total={total}
      page={asked.page}
      pages={Math.ceil(total / runsPerPage)}
      services={services}
      form={sent ?? { typed, mistakes: [] }}
    />,
    sent ? 422 : 200,
  )
}

async function openForm(c: MercatContext): Promise<Response> {
  const typed = Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values ?? []]))
  const read = readPeriod(typed, londonDate(c.var.clock.now()))
  if (read.mistakes) return showReplays(c, { typed, mistakes: read.mistakes })
  return formPage(c, read.read, { typed: { ...emptyChanges(read.read), ...typed }, mistakes: [] })
}

async function formPage(c: MercatContext, period: PastPeriod, form: FormState): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { lists, services } = await asActor(c.var.database, actor, async (db) => ({
    lists: await machineLists(db, partnership.id, period),
    services: await pastServices(db, partnership.id),
  }))
  const serviceName = services.find(({ value }) => value === period.service)?.text ?? period.service
  const status = form.mistakes.length > 0 ? 422 : 200
  return page(c, <NewReplayPage {...{ partnership, period, serviceName, lists, form }} />, status)
}

async function ask(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed }: { typed: Typed } = await formSent(c)
  const now = c.var.clock.now()
  const period = readPeriod(typed, londonDate(now))
  if (period.mistakes) return showReplays(c, { typed, mistakes: period.mistakes })
  const lists = await asActor(c.var.database, actor, (db) => machineLists(db, partnership.id, period.read))
  const read = readReplay(typed, period.read, lists)
  if (read.mistakes) {
    c.var.log.info({ id: c.var.requestId, fields: read.mistakes.map(({ field }) => field) }, 'A replay was refused.')
    return formPage(c, period.read, { typed, mistakes: read.mistakes })
  }
  const id = await asActor(c.var.database, actor, (db) =>
    askRun(db, actor, { partnershipId: partnership.id, kind: 'time-machine', asked: read.read, at: now }),
  )
  return c.redirect(replayPath(partnership.slug, id), 303)
}

async function showReplay(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { run, key, askedBy, services } = await asActor(c.var.database, actor, async (db) => {
    const found = await runById(db, partnership.id, c.req.param('run') ?? '', 'time-machine')
    return {
      run: found,
      key: await runVersion(db, partnership.id, found.id),
      askedBy: await askerOf(db, partnership.id, found.id),
      services: await pastServices(db, partnership.id),
    }
  })
  const shown = run as ShownReplay
  return page(
    c,
    <ReplayPage
      partnership={partnership}
      run={shown}
      askedBy={askedBy}
      serviceName={services.find(({ value }) => value === shown.asked.service)?.text ?? shown.asked.service}
      live={liveAddress(replayEventsPath(partnership.slug, run.id), key)}
      now={c.var.clock.now()}
    />,
  )
}
