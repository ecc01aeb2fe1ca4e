import { Hono } from 'hono'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { draftMark, dropDraft } from './commands/keep-draft.ts'
import { draftOf, keep, markOf, type Shown, statusOf } from './draft-request-routes.ts'
import { readDetail } from './forms/detail-form.ts'
import { readDraft } from './forms/draft.ts'
import { readTerm } from './forms/term-form.ts'
import { first } from './forms/typed.ts'
import { draftLotPath, draftPath, newContractPath } from './paths.ts'
import { choicesOf } from './queries/choices.ts'
import { asAsker, formSent, meant } from './request-routes.ts'
import { DraftDetailsPage } from './views/draft-details-page.tsx'
import { DraftPage } from './views/draft-page.tsx'

const at = '/:partnership/contracts/new/:reference'

/** A contract that is being made: what is still to do, its details, and giving it up. */
export const draftRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(at, declare('contracts.write', 'contracts.draft'), async (c) => {
      const { partnership, draft } = await draftOf(c)
      const { mistakes = [] } = readDraft(draft.content)
      const asksToDrop = c.req.query('drop') !== undefined
      return page(c, <DraftPage partnership={partnership} draft={draft} mistakes={mistakes} asksToDrop={asksToDrop} />)
    })
    .post(`${at}/drop`, declare('contracts.write', 'contracts.drop-draft'), async (c) => {
      const { partnership, actor, draft } = await draftOf(c)
      await asAsker(c, (db) => dropDraft(db, actor, { partnershipId: partnership.id, draft, at: c.var.clock.now() }))
      return c.redirect(`${newContractPath(partnership.slug)}?dropped=${draft.reference}`, 303)
    })
    .get(`${at}/details`, declare('contracts.write', 'contracts.draft-details'), (c) => showDetails(c))
    .post(`${at}/details`, declare('contracts.write', 'contracts.keep-draft-details'), async (c) => {
      const sent = await formSent(c)
      const { mark: _, ...typed } = sent.typed
      const does = meant(sent)
      if (does === 'more-options')
        return showDetails(c, { sent, typed: { ...typed, options: [String(Number(first(typed, 'options')) + 1)] } })
      const { draft, partnership } = await draftOf(c)
      const untitled = first(typed, 'title') === '' ? [{ field: 'title', sentence: 'Enter the title' }] : []
      const whole = [...(readDetail(typed).mistakes ?? []), ...(readTerm(typed).mistakes ?? [])]
      const mistakes = does === 'later' ? untitled : whole
      if (mistakes.length > 0) return showDetails(c, { sent, typed, mistakes })
      const trouble = await keep(c, { ...draft.content, details: typed }, { sent, part: draft.content.details })
      if (trouble) return showDetails(c, { sent, typed, mistakes: [trouble], mark: draftMark(draft.content.details) })
      const { slug } = partnership
      const next = does === 'save' && draft.content.lots.length === 0
      return c.redirect(next ? draftLotPath(slug, draft.reference, 'new') : draftPath(slug, draft.reference), 303)
    })

async function showDetails(c: MercatContext, shown?: Shown): Promise<Response> {
  const { partnership, draft } = await draftOf(c)
  const choices = await asAsker(c, (db) => choicesOf(db, partnership, londonDate(c.var.clock.now())))
  const { details } = draft.content
  const mistakes = shown?.mistakes ?? []
  return page(
    c,
    <DraftDetailsPage
      partnership={partnership}
      reference={draft.reference}
      mark={markOf(shown, details)}
      form={{ typed: shown?.typed ?? details, mistakes }}
      choices={choices}
    />,
    statusOf(mistakes),
  )
}
