import { Hono } from 'hono'
import { partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page } from '../../core/http/index.ts'
import { statementData } from '../queries/statement-data.ts'
import { measuresContent } from './queries/measures-content.ts'
import { wordsContent } from './queries/words-content.ts'
import { MeasuresPage } from './views/measures-page.tsx'
import { WordsPage } from './views/words-page.tsx'

/** The pages that explain the data: the words it is told in, and how its measures are made. */
export const termsRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/data/words', declare('public.read', 'data.words'), async (c) => {
      const view = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        return <WordsPage partnership={partnership} {...(await wordsContent(db, partnership))} />
      })
      return page(c, view)
    })
    .get('/:partnership/data/measures', declare('public.read', 'data.measures'), async (c) => {
      const view = await asActor(c.var.database, publicActor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        const content = await measuresContent(db, statementData(db, partnership))
        return <MeasuresPage partnership={partnership} {...content} />
      })
      return page(c, view)
    })
