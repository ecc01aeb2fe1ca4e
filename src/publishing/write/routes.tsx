import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { editorRoutes } from './editor-routes.tsx'
import { historyRoutes } from './history-routes.tsx'
import { previewRoutes } from './preview-routes.tsx'
import { publishRoutes } from './publish-routes.tsx'
import { deskContent } from './queries/desk-content.ts'
import { DeskPage } from './views/desk-page.tsx'

/** The pages of those who write a statement: desk, form, preview, versions, publishing. */
export const writeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/write', declare('statement.write', 'write.desk'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const content = await asActor(c.var.database, actor, (db) => deskContent(db, partnership))
      return page(c, <DeskPage partnership={partnership} mayPublish={may(actor, 'statement.publish')} {...content} />)
    })
    // Before the sections, whose names stand in the same place.
    .route('/', publishRoutes())
    .route('/', previewRoutes())
    .route('/', editorRoutes())
    .route('/', historyRoutes())
