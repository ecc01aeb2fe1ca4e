import { Hono } from 'hono'
import type { VNode } from 'preact'
import { allPartnerships, type Partnership, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, type Db } from '../core/db/index.ts'
import { MercatError, notFound } from '../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../core/http/index.ts'
import { longDate } from '../core/ui/format.ts'
import { londonDate } from '../core/values/index.ts'
import { sourceByKey } from '../evidence/index.ts'
import { figureById } from './queries/figure-by-id.ts'
import { figuresOf } from './queries/figures-of.ts'
import { lastFrozen } from './queries/frozen-figure.ts'
import { homeContent } from './queries/home-content.ts'
import { sectionContent } from './queries/section-content.ts'
import { statementData } from './queries/statement-data.ts'
import { sectionBySlug } from './section.ts'
import { FigurePage } from './views/figure-page.tsx'
import { FrontPage } from './views/front-page.tsx'
import { GoneFigurePage } from './views/gone-figure-page.tsx'
import { HomePage } from './views/home-page.tsx'
import { SectionPage } from './views/section-page.tsx'
import { SourcePage } from './views/source-page.tsx'
import { editorPath } from './write/paths.ts'
import { mayWrite } from './write/request-routes.ts'
import { ForWriter } from './write/views/statement-strips.tsx'

/** The pages that anyone reads: front page, homes, sections, figures, sources. */
export const statementRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/', declare('public.read', 'statement.front'), async (c) => {
      const partnerships = await asActor(c.var.database, publicActor, allPartnerships)
      return page(c, <FrontPage partnerships={partnerships} />)
    })
    .get('/:partnership', declare('public.read', 'statement.home'), (c) =>
      statement(c, async (db, partnership) => (
        <HomePage
          partnership={partnership}
          asAt={longDate(londonDate(c.var.clock.now()))}
          {...(await homeContent(db, partnership))}
        />
      )),
    )
    .get('/:partnership/statement/:section', declare('public.read', 'statement.section'), (c) =>
      statement(c, (db, partnership) => {
        const section = sectionBySlug(c.req.param('section'))
        if (!section)
          throw notFound('This section', 'The statement has other sections; they are listed on its first page.')
        return sectionContent(db, partnership, section.slug).then((content) => {
          const view = <SectionPage partnership={partnership} section={section.slug} {...content} />
          return mayWrite(c, partnership) ? (
            <ForWriter href={editorPath(partnership.slug, section.slug)}>{view}</ForWriter>
          ) : (
            view
          )
        })
      }),
    )
    .get('/:partnership/figures/:id', declare('public.read', 'statement.figure'), (c) => figure(c, c.req.param('id')))
    .get('/:partnership/sources/:key', declare('public.read', 'statement.source'), (c) =>
      statement(c, async (db, partnership) => {
        const source = await sourceByKey(db, c.req.param('key'))
        const all = await figuresOf(statementData(db, partnership))
        const figures = all.filter((figure) => figure.sources.some(({ key }) => key === source.key))
        return <SourcePage partnership={partnership} source={source} figures={figures} />
      }),
    )

/** A figure as it stands; one that only editions have is still "not found", and shown as the last of them had it. */
async function figure(c: MercatContext, id: string): Promise<Response> {
  const slug = c.req.param('partnership') ?? ''
  const { partnership, found, frozen } = await asActor(c.var.database, publicActor, async (db) => {
    const partnership = await partnershipBySlug(db, slug)
    try {
      return { partnership, found: await figureById(db, partnership, id) }
    } catch (error) {
      const missing = error instanceof MercatError && error.kind === 'not-found'
      const frozen = missing ? await lastFrozen(db, partnership.id, id) : undefined
      if (!frozen) throw error
      return { partnership, frozen }
    }
  })
  if (frozen) return page(c, <GoneFigurePage partnership={partnership} frozen={frozen} />, 404)
  return page(c, <FigurePage partnership={partnership} {...found} />)
}

/** Reads what a page of one partnership needs in one transaction, then renders outside it. */
async function statement(
  c: MercatContext,
  build: (db: Db, partnership: Partnership) => Promise<VNode>,
): Promise<Response> {
  const slug = c.req.param('partnership') ?? ''
  const view = await asActor(c.var.database, publicActor, async (db) => build(db, await partnershipBySlug(db, slug)))
  return page(c, view)
}
