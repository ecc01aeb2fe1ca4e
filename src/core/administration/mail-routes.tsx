import { Hono } from 'hono'
import { asActor } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { type MailState, mailCounts, mailGoes, newestMessages, tryAgain } from '../outbox/index.ts'
import { isId } from '../values/index.ts'
import { adminOf } from './admin.ts'
import { attempt } from './attempt.ts'
import { offsetOf, pageLength, pageNumber } from './page-of.ts'
import { adminPaths } from './paths.ts'
import { MailPage } from './views/mail-page.tsx'
import type { FormMistake } from './views/mistake-summary.tsx'

/** What mail was sent, waits or failed; trying again. */
export const mailRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin/mail', declare('mail.read', 'mail.list'), (c) => mailPage(c))
    .post('/admin/mail/:id/again', declare('mail.read', 'mail.try-again'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const id = c.req.param('id')
      if (!isId(id)) throw notFound('This message')
      const { refused } = await attempt(() =>
        asActor(c.var.database, actor, (db) => tryAgain(db, actor, partnership.id, id, c.var.clock.now())),
      )
      if (!refused) return c.redirect(`${adminPaths.mail}?done=again`, 303)
      return mailPage(c, [{ sentence: refused.message, advice: refused.advice }])
    })

const states: readonly string[] = ['waiting', 'sent', 'failed'] satisfies MailState[]
const isState = (text: string | undefined): text is MailState => states.includes(text ?? '')

async function mailPage(c: MercatContext, mistakes: readonly FormMistake[] = []): Promise<Response> {
  const { partnership, actor } = adminOf(c)
  const { state, kind, page: asked, done } = c.req.query()
  const filter = { state: isState(state) ? state : undefined, kind: kind || undefined }
  const at = pageNumber(asked)
  const found = await asActor(c.var.database, actor, async (db) => ({
    counts: await mailCounts(db, partnership.id),
    messages: await newestMessages(db, partnership.id, filter, { offset: offsetOf(at), limit: pageLength }),
  }))
  const { pathname, search } = new URL(c.req.url)
  const { config } = c.var
  const goes = mailGoes(config, partnership)
  return page(
    c,
    <MailPage
      partnership={partnership}
      filter={filter}
      page={at}
      address={c.req.method === 'GET' ? pathname + search : adminPaths.mail}
      mailGoes={goes}
      // A link in a message lets in whoever has it, so texts are shown where nobody lives off them.
      showsTexts={!goes && (partnership.demonstration || config.store.kind === 'embedded')}
      done={done === 'again'}
      mistakes={mistakes}
      {...found}
    />,
    mistakes.length > 0 ? 409 : 200,
  )
}
