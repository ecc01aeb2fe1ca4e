import { Hono } from 'hono'
import { asActor } from '../db/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from '../http/index.ts'
import type { ImportKind } from './import-kind.ts'
import { newImportRoutes } from './new-import-routes.tsx'
import { accountNames, newestRuns, runsPerPage } from './queries/runs.ts'
import { runRoutes } from './run-routes.tsx'
import { ImportsPage } from './views/imports-page.tsx'

/** The pages of those who import files: what can be imported and has been, uploading, and each file on its way in. */
export const importingRoutes = (kinds: readonly ImportKind[]): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/imports', declare('data.import', 'imports.list'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const at = /^[1-9]\d{0,4}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1
      const { runs, total, names } = await asActor(c.var.database, actor, async (db) => {
        const found = await newestRuns(db, partnership.id, at)
        return {
          ...found,
          names: await accountNames(
            db,
            found.runs.map((run) => run.uploaded_by),
          ),
        }
      })
      return page(
        c,
        <ImportsPage
          partnership={partnership}
          kinds={kinds.filter(({ nation }) => !nation || nation === partnership.nation)}
          runs={runs}
          total={total}
          page={at}
          perPage={runsPerPage}
          names={names}
        />,
      )
    })
    .route('/', newImportRoutes(kinds))
    .route('/', runRoutes(kinds))
