import { Hono } from 'hono'
import type { VNode } from 'preact'
import { type Partnership, partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { fileAnswer } from '../api/file-answer.ts'
import { openToAll } from '../api/open-to-all.ts'
import { sectionContent } from '../queries/section-content.ts'
import { SectionPage } from '../views/section-page.tsx'
import { editorPath } from '../write/paths.ts'
import { mayWrite } from '../write/request-routes.ts'
import { ForWriter } from '../write/views/statement-strips.tsx'
import { cellFile } from './cell-file.ts'
import { type CellContent, cellContent } from './queries/cell-content.ts'
import { gapsContent } from './queries/gaps-content.ts'
import { serviceContent, servicesContent } from './queries/service-content.ts'
import { CellPage } from './views/cell-page.tsx'
import { GapsBlock } from './views/gaps-block.tsx'
import { ServicePage } from './views/service-page.tsx'
import { ServicesPage } from './views/services-page.tsx'

/** Where care is short: the grid, and each cell with what it is made of. To be mounted before the sections of statements. */
export const gapRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/statement/gaps', declare('public.read', 'statement.gaps'), async (c) => {
      const { partnership, content, gaps } = await reading(c, async (db, partnership) => {
        const content = await sectionContent(db, partnership, 'gaps')
        const asked = {
          by: c.req.query('by'),
          service: c.req.query('service'),
          when: c.req.query('when'),
          grid: c.req.query('grid'),
        }
        return { partnership, content, gaps: await gapsContent(db, partnership, asked, content.sources) }
      })
      const drawn = gaps.grid.cells.length > 0 ? <GapsBlock partnership={partnership} {...gaps} /> : undefined
      const view = <SectionPage partnership={partnership} section="gaps" {...content} drawn={drawn} />
      const href = editorPath(partnership.slug, 'gaps')
      return page(c, mayWrite(c, partnership) ? <ForWriter href={href}>{view}</ForWriter> : view)
    })
    .get(
      '/:partnership/statement/gaps/:file{.+\\.(csv|json)}',
      declare('public.read', 'data.gap'),
      openToAll,
      async (c) => {
        const [, name = '', format] = /^(.+)\.(csv|json)$/.exec(c.req.param('file')) ?? []
        const { partnership, content } = await cellOf(c, name)
        const { about, rows, told } = cellFile(partnership, content)
        const kind = format === 'json' ? 'json' : 'csv'
        return fileAnswer(c, kind, about, rows, told)
      },
    )
    .get('/:partnership/statement/gaps/:cell{.+/.+}', declare('public.read', 'statement.gap'), async (c) => {
      const { partnership, content } = await cellOf(c, c.req.param('cell'))
      return page(c, <CellPage partnership={partnership} {...content} />)
    })

/** What is told of each kind of service: now, forecast, wanted, bought when, whom to ask. */
export const serviceRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/services', declare('public.read', 'statement.services'), (c) =>
      shown(c, async (db, partnership) => (
        <ServicesPage partnership={partnership} {...(await servicesContent(db, partnership))} />
      )),
    )
    .get('/:partnership/services/:service', declare('public.read', 'statement.service'), (c) =>
      shown(c, async (db, partnership) => (
        <ServicePage
          partnership={partnership}
          today={londonDate(c.var.clock.now())}
          {...(await serviceContent(db, partnership, c.req.param('service')))}
        />
      )),
    )

/** The cell of an address: all but its last segment is the area, whose code may have slashes. */
function cellOf(c: MercatContext, cell: string): Promise<{ partnership: Partnership; content: CellContent }> {
  const at = cell.lastIndexOf('/')
  if (at < 1) throw notFound('This gap', 'An address of a gap names an area and a service.')
  const asked = { area: cell.slice(0, at), service: cell.slice(at + 1) }
  return reading(c, async (db, partnership) => ({ partnership, content: await cellContent(db, partnership, asked) }))
}

const shown = async (
  c: MercatContext,
  build: (db: Db, partnership: Partnership) => Promise<VNode>,
): Promise<Response> => page(c, await reading(c, build))

/** Reads what an answer needs of one partnership in one transaction. */
const reading = <T,>(c: MercatContext, read: (db: Db, partnership: Partnership) => Promise<T>): Promise<T> =>
  asActor(c.var.database, publicActor, async (db) =>
    read(db, await partnershipBySlug(db, c.req.param('partnership') ?? '')),
  )
