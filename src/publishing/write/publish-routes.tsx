import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { MercatError } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { londonDate } from '../../core/values/index.ts'
import { editionBounds, publishEdition } from '../commands/publish-edition.ts'
import { editionPath } from '../paths.ts'
import { editionForm } from './forms.ts'
import { publishContent } from './queries/publish-content.ts'
import { fieldsSent } from './request-routes.ts'
import { PublishPage, type PublishPageProps } from './views/publish-page.tsx'

/** Where a new edition is made. */
export const publishRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/write/publish', declare('statement.publish', 'write.publish'), (c) =>
      showPublish(c, { title: longDate(londonDate(c.var.clock.now())), summary: '', mistakes: [] }, 200),
    )
    .post('/:partnership/write/publish', declare('statement.publish', 'write.publish-edition'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const sent = Object.fromEntries(await fieldsSent(c))
      const typed = { title: sent.title ?? '', summary: sent.summary ?? '' }
      const read = editionForm.safeParse(sent)
      if (!read.success) {
        const mistakes = read.error.issues.map(({ path, message }) => ({
          field: path[0] === 'summary' ? ('summary' as const) : ('title' as const),
          sentence: message,
        }))
        return showPublish(c, { ...typed, mistakes }, 422)
      }
      const { title, summary, ...shown } = read.data
      try {
        const edition = await asActor(c.var.database, actor, (db) =>
          publishEdition(db, actor, { partnership, title, summary, shown, at: c.var.clock.now() }),
        )
        return c.redirect(`${editionPath(partnership.slug, edition.number)}?published`, 303)
      } catch (error) {
        if (!(error instanceof MercatError) || error.kind !== 'conflict') throw error
        const mistakes = [{ field: null, sentence: [error.message, error.advice].filter(Boolean).join(' ') }]
        return showPublish(c, { ...typed, mistakes }, 409)
      }
    })

async function showPublish(
  c: MercatContext,
  typed: Pick<PublishPageProps, 'title' | 'summary' | 'mistakes'>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const content = await asActor(c.var.database, actor, (db) => publishContent(db, partnership))
  return page(c, <PublishPage partnership={partnership} bounds={editionBounds} {...content} {...typed} />, status)
}
