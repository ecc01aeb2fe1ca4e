import { Hono } from 'hono'
import type { VNode } from 'preact'
import type { Partnership } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { londonDate } from '../../core/values/index.ts'
import { GapsBlock } from '../gaps/views/gaps-block.tsx'
import { SupplyBlock } from '../supply/views/supply-block.tsx'
import { homeDraft, type SectionDraftContent, sectionDraftContent } from './queries/preview-content.ts'
import { sectionRequest } from './request-routes.ts'
import { DraftHome, DraftSection } from './views/preview-pages.tsx'

/** The register or the grid that readers will see with the words. */
function drawnBeside(
  partnership: Partnership,
  { supply, gaps }: Omit<SectionDraftContent, 'content'>,
): VNode | undefined {
  if (supply) return <SupplyBlock slug={partnership.slug} supply={supply} />
  return gaps && gaps.grid.cells.length > 0 ? <GapsBlock partnership={partnership} {...gaps} /> : undefined
}

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
      const { content, ...counted } = await asActor(c.var.database, actor, (db) =>
        sectionDraftContent(db, partnership, section),
      )
      return page(
        c,
        <DraftSection
          partnership={partnership}
          section={section}
          {...content}
          drawn={drawnBeside(partnership, counted)}
        />,
      )
    })
