import { Hono } from 'hono'
import type { VNode } from 'preact'
import { type Partnership, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, type Db } from '../core/db/index.ts'
import { invalid, notFound } from '../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, siteOrigin } from '../core/http/index.ts'
import { sourcesByKey } from '../evidence/index.ts'
import { fileAnswer, fileNamed } from './api/file-answer.ts'
import { openToAll } from './api/open-to-all.ts'
import { editionsFeed } from './feed.ts'
import { figureColumns, figureRow } from './figure-row.ts'
import { comparePath } from './paths.ts'
import { comparison, editionSection, editionsPage, wholeEdition } from './queries/edition-pages.ts'
import { editionByNumber, editionFigures, editionsOf } from './queries/editions.ts'
import { sectionBySlug } from './section.ts'
import { ComparePage } from './views/compare-page.tsx'
import { EditionPage, editionTitle } from './views/edition-page.tsx'
import { EditionPrintPage } from './views/edition-print-page.tsx'
import { EditionSectionPage } from './views/edition-section-page.tsx'
import { EditionsPage } from './views/editions-page.tsx'
import { mayWrite } from './write/request-routes.ts'
import { JustPublished } from './write/views/statement-strips.tsx'

const list = '/:partnership/editions'
// At most nine digits, which every database holds.
const one = `${list}/:number{[1-9][0-9]{0,8}}`

/** The editions of a statement: their list and feed, each of them frozen, two of them compared. */
export const editionRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(list, declare('public.read', 'editions.list'), (c) =>
      shown(c, async (db, partnership) => (
        <EditionsPage partnership={partnership} {...(await editionsPage(db, partnership, numberIn(c, 'before')))} />
      )),
    )
    .get(`${list}/feed.atom`, declare('public.read', 'editions.feed'), openToAll, async (c) => {
      const [partnership, editions] = await reading(c, async (db, found) => [
        found,
        (await editionsOf(db, found.id)).editions,
      ])
      const atom = editionsFeed(partnership, editions, siteOrigin(c))
      return c.body(atom, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
    })
    .get(`${list}/compare`, declare('public.read', 'editions.choose'), (c) => chosen(c))
    .get(one, declare('public.read', 'editions.edition'), (c) =>
      shown(c, async (db, partnership) => {
        const number = numberOf(c, 'number')
        const view = <EditionPage partnership={partnership} {...(await editionByNumber(db, partnership.id, number))} />
        const fresh = c.req.query('published') !== undefined && mayWrite(c, partnership)
        return fresh ? <JustPublished number={number}>{view}</JustPublished> : view
      }),
    )
    .get(`${one}/print`, declare('public.read', 'editions.print'), (c) =>
      shown(c, async (db, partnership) => (
        <EditionPrintPage partnership={partnership} {...(await wholeEdition(db, partnership, numberOf(c, 'number')))} />
      )),
    )
    .get(`${one}/:file{figures\\.(csv|json)}`, declare('public.read', 'editions.figures'), openToAll, (c) => figures(c))
    .get(`${one}/compare/:other{[1-9][0-9]{0,8}}`, declare('public.read', 'editions.compare'), (c) => compared(c))
    .get(`${one}/:section{[a-z]+}`, declare('public.read', 'editions.section'), (c) =>
      shown(c, async (db, partnership) => {
        const section = sectionBySlug(c.req.param('section') ?? '')
        if (!section) throw notFound('This section', 'The edition’s own page lists its sections.')
        const content = await editionSection(db, partnership, numberOf(c, 'number'), section.slug)
        return <EditionSectionPage partnership={partnership} {...content} />
      }),
    )

const sameTwice = 'An edition can’t be compared with itself. Choose two different ones.'

/** Two editions side by side, the earlier one first in the address. */
async function compared(c: MercatContext): Promise<Response> {
  const [earlier, later] = [numberOf(c, 'number'), numberOf(c, 'other')]
  if (earlier === later) throw invalid(sameTwice, 'The list of editions has a choice of two.')
  if (earlier > later) return c.redirect(comparePath(c.req.param('partnership') ?? '', later, earlier), 301)
  return shown(c, async (db, partnership) => (
    <ComparePage partnership={partnership} {...(await comparison(db, partnership, earlier, later))} />
  ))
}

/** Two editions were chosen in the form: on to their comparison, or back with what is wrong. */
async function chosen(c: MercatContext): Promise<Response> {
  const [from, to] = [numberIn(c, 'from'), numberIn(c, 'to')]
  if (from !== undefined && to !== undefined && from !== to) {
    return c.redirect(comparePath(c.req.param('partnership') ?? '', Math.min(from, to), Math.max(from, to)), 303)
  }
  const mistake = from === undefined || to === undefined ? 'Choose two editions to compare.' : sameTwice
  const typed = { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
  const view = await reading(c, async (db, partnership) => (
    <EditionsPage
      partnership={partnership}
      {...(await editionsPage(db, partnership, undefined))}
      chosen={typed}
      mistake={mistake}
    />
  ))
  return page(c, view, 422)
}

/** The frozen figures of an edition as a file. */
async function figures(c: MercatContext): Promise<Response> {
  const { format } = fileNamed(c.req.param('file') ?? '')
  const number = numberOf(c, 'number')
  const { edition, frozen, sources, partnership } = await reading(c, async (db, found) => {
    const { edition } = await editionByNumber(db, found.id, number, [])
    const frozen = await editionFigures(db, found.id, edition.id)
    const keys = [...new Set(frozen.flatMap((figure) => figure.sources.map(({ key }) => key)))]
    return { edition, frozen, sources: [...(await sourcesByKey(db, keys)).values()], partnership: found }
  })
  const about = {
    file: `${partnership.slug}-edition-${number}-figures.csv`,
    title: `Figures of ${editionTitle(edition)}`,
    description: 'Every figure of the statement as it was when the edition was published.',
    publisher: partnership.name,
    columns: figureColumns,
    key: ['id'],
    sources,
  }
  const { number: of, title, publishedAt } = edition
  return fileAnswer(c, format, about, frozen.map(figureRow), { edition: { number: of, title, publishedAt } })
}

const numberOf = (c: MercatContext, name: string): number => Number(c.req.param(name))

/** A number of an edition out of a query; undefined when it is none. */
function numberIn(c: MercatContext, name: string): number | undefined {
  const asked = c.req.query(name) ?? ''
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined
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
