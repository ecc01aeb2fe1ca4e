import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { londonDate } from '../../core/values/index.ts'
import { homeDraft, sectionDraftContent } from './queries/preview-content.ts'
import { sectionRequest } from './request-routes.ts'
import { DraftHome, DraftSection } from './views/preview-pages.tsx'

/** The statement as it would be read, before it is published. */
export const previewRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/write/preview', declare('statement.write', 'write.preview'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const content = await asActor(c.var.database, actor, (db) => homeDraft(db, partnership))
      return page(
        c,
        <DraftHome partnership={partnership} asAt={longDate(londonDate(c.var.clock.now()))} {...content} />,
      )
    })
    .get('/:partnership/write/:section/preview', declare('statement.write', 'write.section-preview'), async (c) => {
      const { partnership, actor, section } = sectionRequest(c)
      const content = await asActor(c.var.database, actor, (db) => sectionDraftContent(db, partnership, section))
      return page(c, <DraftSection partnership={partnership} section={section} {...content} />)
    })
