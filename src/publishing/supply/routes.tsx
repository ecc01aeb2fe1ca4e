import { Hono } from 'hono'
import { partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { sectionContent } from '../queries/section-content.ts'
import { SectionPage } from '../views/section-page.tsx'
import { editorPath } from '../write/paths.ts'
import { mayWrite } from '../write/request-routes.ts'
import { ForWriter } from '../write/views/statement-strips.tsx'
import { servicesContent } from './queries/services-content.ts'
import { supplyContent } from './queries/supply-content.ts'
import { ServicesPage } from './views/services-page.tsx'
import { SupplyBlock } from './views/supply-block.tsx'

/** The section on supply, cut as an address asks, and the registered services by name. Before the other sections. */
export const supplyRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/statement/supply', declare('public.read', 'statement.supply'), async (c) => {
      const asked = { by: c.req.query('by'), kind: c.req.query('kind') }
      const { partnership, content, supply } = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        const content = await sectionContent(db, partnership, 'supply')
        return { partnership, content, supply: await supplyContent(db, partnership, asked, content.sources) }
      })
      const { slug } = partnership
      const view = (
        <SectionPage
          partnership={partnership}
          section="supply"
          {...content}
          drawn={supply ? <SupplyBlock slug={slug} supply={supply} /> : undefined}
        />
      )
      return page(c, mayWrite(c, partnership) ? <ForWriter href={editorPath(slug, 'supply')}>{view}</ForWriter> : view)
    })
    .get('/:partnership/statement/supply/services', declare('public.read', 'statement.supply-services'), async (c) => {
      const today = londonDate(c.var.clock.now())
      const { partnership, content } = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        return { partnership, content: await servicesContent(db, partnership, c.req.query(), today) }
      })
      return page(c, <ServicesPage partnership={partnership} {...content} />)
    })
