import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { csvOf } from '../../core/csv/index.ts'
import { asActor } from '../../core/db/index.ts'
import {
  declare,
  type MercatContext,
  type MercatEnv,
  page,
  siteOrigin,
  staffPartnership,
} from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { countWaiting } from '../changes/queries/changes.ts'
import { type AsAt, readAsAt } from './as-at.ts'
import { contractRoutes } from './contract-routes.tsx'
import { decisionsCalendar } from './decisions-calendar.ts'
import { registerQuery } from './forms.ts'
import { listed } from './listed-contract.ts'
import { placesOf } from './queries/places.ts'
import { registerContent, registerPage } from './queries/register-content.ts'
import { registerCsvRows } from './register-csv.ts'
import { RegisterPage } from './views/register-page.tsx'
import { TimelinePage } from './views/timeline-page.tsx'

/** The register of contracts: as a page, over the years, as a file and as a calendar; and each contract. */
export const contractRegisterRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts', declare('contracts.read', 'contracts.register'), showRegister)
    .get('/:partnership/contracts.csv', declare('contracts.read', 'contracts.register-file'), sendCsv)
    .get('/:partnership/contracts/timeline', declare('contracts.read', 'contracts.timeline'), showTimeline)
    .get('/:partnership/contracts/decisions.ics', declare('contracts.read', 'contracts.calendar'), sendCalendar)
    .route('/', contractRoutes())

function asked(c: MercatContext) {
  const given = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const query = registerQuery.parse(c.req.query())
  const read = readAsAt(query, today)
  const problem = 'problem' in read ? read.problem : undefined
  const time: AsAt = 'problem' in read ? { on: today } : read
  const { pathname, search } = new URL(c.req.url)
  return { ...given, today, query, problem, time, address: pathname + search }
}

async function showRegister(c: MercatContext): Promise<Response> {
  const { partnership, actor, today, query, problem, time, address } = asked(c)
  const approves = may(actor, 'contracts.approve')
  const content = await asActor(c.var.database, actor, async (db) => {
    const found = await registerContent(db, partnership, query, time)
    return {
      ...found,
      ...(await registerPage(db, partnership.id, found, query.page, time)),
      waiting: approves ? await countWaiting(db, partnership.id) : undefined,
    }
  })
  return page(
    c,
    <RegisterPage
      partnership={partnership}
      asked={query}
      problem={problem}
      on={time.on}
      today={today}
      address={address}
      mayWrite={may(actor, 'contracts.write')}
      {...content}
    />,
    problem ? 422 : 200,
  )
}

async function sendCsv(c: MercatContext): Promise<Response> {
  const { partnership, actor, query, time } = asked(c)
  const rows = await asActor(c.var.database, actor, async (db) => {
    const content = await registerContent(db, partnership, query, time)
    const ids = content.contracts.map(({ id }) => id)
    return registerCsvRows(content.contracts.map(listed), await placesOf(db, partnership.id, ids, time))
  })
  return c.body(csvOf(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${partnership.slug}-contracts-${time.on}.csv"`,
  })
}

async function showTimeline(c: MercatContext): Promise<Response> {
  const { partnership, actor, today, query, problem, time, address } = asked(c)
  const content = await asActor(c.var.database, actor, (db) =>
    registerContent(db, partnership, { ...query, sort: 'ends' }, time),
  )
  return page(
    c,
    <TimelinePage
      partnership={partnership}
      contracts={content.contracts}
      asked={query}
      problem={problem}
      on={time.on}
      today={today}
      address={address}
    />,
    problem ? 422 : 200,
  )
}

async function sendCalendar(c: MercatContext): Promise<Response> {
  const { partnership, actor, query, time } = asked(c)
  const { contracts } = await asActor(c.var.database, actor, (db) => registerContent(db, partnership, query, time))
  return c.body(
    decisionsCalendar(contracts.map(listed), { partnership, origin: siteOrigin(c), at: c.var.clock.now() }),
    200,
    {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${partnership.slug}-decisions.ics"`,
    },
  )
}
