import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { csvOf } from '../../core/csv/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { packagesQuery } from './forms/packages-query.ts'
import { beginRequest, sendRequest } from './new-package-routes.tsx'
import { packagesCsvRows } from './packages-csv.ts'
import { listedPackages, type PackageFilter, packagesForFile, packagesPerPage } from './queries/listed-packages.ts'
import { requestLists } from './queries/request-lists.ts'
import { PackagesPage } from './views/packages-page.tsx'

/** Requests for care, and the list of packages that come of them. */
export const requestRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/packages', declare('packages.read', 'packages.list'), showPackages)
    .get('/:partnership/packages.csv', declare('packages.read', 'packages.list-file'), sendCsv)
    .get('/:partnership/packages/new', declare('packages.request', 'packages.new'), beginRequest)
    .post('/:partnership/packages/new', declare('packages.request', 'packages.request'), sendRequest)

function asked(c: MercatContext) {
  const { partnership, actor } = staffPartnership(c)
  const query = packagesQuery.parse(c.req.query())
  const filter: PackageFilter = {
    ...query,
    requestedBy: query.whose === 'requested' ? actor.accountId : undefined,
    brokerId: query.whose === 'placing' ? actor.accountId : undefined,
  }
  return { partnership, actor, query, filter, today: londonDate(c.var.clock.now()) }
}

async function showPackages(c: MercatContext): Promise<Response> {
  const { partnership, actor, query, filter, today } = asked(c)
  const content = await asActor(c.var.database, actor, async (db) => ({
    lists: await requestLists(db, partnership, today),
    ...(await listedPackages(db, partnership.id, filter, { page: query.page, on: today })),
  }))
  const { pathname, search } = new URL(c.req.url)
  return page(
    c,
    <PackagesPage
      partnership={partnership}
      asked={query}
      perPage={packagesPerPage}
      today={today}
      address={pathname + search}
      mayRequest={may(actor, 'packages.request')}
      {...content}
    />,
  )
}

async function sendCsv(c: MercatContext): Promise<Response> {
  const { partnership, actor, filter, today } = asked(c)
  const packages = await asActor(c.var.database, actor, (db) => packagesForFile(db, partnership.id, filter, today))
  return c.body(csvOf(packagesCsvRows(packages)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${partnership.slug}-packages-${today}.csv"`,
  })
}
