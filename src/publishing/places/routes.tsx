import { Hono } from 'hono'
import { partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { hierarchiesOf, presentCodeOf } from '../../places/index.ts'
import { areaIn } from './area-in.ts'
import { placePath } from './paths.ts'
import { placeContent } from './queries/place-content.ts'
import { placesContent } from './queries/places-content.ts'
import { PlacePage } from './views/place-page.tsx'
import { PlacesPage } from './views/places-page.tsx'

/** The areas of a partnership, and each of them. */
export const placeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/places', declare('public.read', 'statement.places'), async (c) => {
      const view = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        return <PlacesPage partnership={partnership} {...(await placesContent(db, partnership, c.req.query('by')))} />
      })
      return page(c, view)
    })
    .get('/:partnership/places/:code{.+}', declare('public.read', 'statement.place'), async (c) => {
      const code = c.req.param('code')
      const today = londonDate(c.var.clock.now())
      const { view, moved } = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        const content = await placeContent(db, partnership, code, today)
        if (content) return { view: <PlacePage partnership={partnership} {...content} /> }
        const present = await presentCodeOf(db, code)
        const known = present !== undefined && areaIn(await hierarchiesOf(db, partnership.id), present) !== undefined
        return known ? { moved: placePath(partnership.slug, present) } : {}
      })
      if (moved) return c.redirect(moved, 301)
      if (!view) throw notFound('This area', 'The areas of this partnership are listed under its places.')
      return page(c, view)
    })
