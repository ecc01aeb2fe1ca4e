import { Hono } from 'hono'
import { notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { renderPage } from '../ui/layout/index.ts'
import { groups } from './groups.ts'
import { samplePages } from './sample-pages.ts'
import { GroupPage } from './views/group-page.tsx'
import { IndexPage } from './views/index-page.tsx'

/** Whether the design system is there at all: in development and on the demonstration. */
export type Shown = (c: MercatContext) => boolean | Promise<boolean>

/** Every component with its states; where it is not shown, its addresses do not exist. */
export const designSystemRoutes = (shown: Shown): Hono<MercatEnv> => {
  const guard = async (c: MercatContext) => {
    if (!(await shown(c))) throw notFound('This page')
  }
  return new Hono<MercatEnv>()
    .get('/design-system', declare('public.read', 'design-system.index'), async (c) => {
      await guard(c)
      return page(c, <IndexPage groups={groups} pages={samplePages} />)
    })
    .get('/design-system/pages/:name', declare('public.read', 'design-system.page'), async (c) => {
      await guard(c)
      const sample = samplePages.find(({ name }) => name === c.req.param('name'))
      if (!sample) throw notFound('This sample page', 'The index of the design system lists those there are.')
      return c.html(renderPage(sample.show(), sample.viewer))
    })
    .get('/design-system/:group', declare('public.read', 'design-system.group'), async (c) => {
      await guard(c)
      const group = groups.find(({ slug }) => slug === c.req.param('group'))
      if (!group) throw notFound('This part of the design system', 'Its index lists the parts there are.')
      const { pathname, search } = new URL(c.req.url)
      const request = { address: pathname + search, query: c.req.query() }
      const density = request.query.density === 'work' ? 'work' : 'reading'
      return page(
        c,
        <GroupPage group={group} specimens={group.specimens(request)} request={request} density={density} />,
      )
    })
}
