import { Hono } from 'hono'
import { declare, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import { whyPath } from './paths.ts'
import { othersContent, whyContent } from './queries/why-content.ts'
import { OthersPage } from './views/others-page.tsx'
import { WhyPage } from './views/why-page.tsx'

/** Where a provider asks why something was not offered to it. */
export const whyRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/why', declare('provider.own', 'provider.others'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
      const asked = { slug: c.req.query('partnership'), now: c.var.clock.now() }
      return page(c, <OthersPage {...viewer} {...(await othersContent(c.var.database, actor, asked))} />)
    })
    .get('/provider/why/find', declare('provider.own', 'provider.find-why'), (c) => {
      const [slug, reference] = [c.req.query('partnership') ?? '', (c.req.query('reference') ?? '').trim()]
      return c.redirect(whyPath(slug || '-', reference.toUpperCase() || '-'), 303)
    })
    .get('/provider/why/:partnership/:reference', declare('provider.own', 'provider.why'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
      const { partnership: slug, reference } = c.req.param()
      const found = await whyContent(c.var.database, actor, { slug, reference, now: c.var.clock.now() })
      return page(c, <WhyPage {...viewer} {...found} />)
    })
