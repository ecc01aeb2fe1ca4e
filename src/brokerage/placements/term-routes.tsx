import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { contractsOfLots } from '../../procurement/index.ts'
import { saveTerms } from './commands/save-terms.ts'
import { emptyTerms, readTerms } from './forms/term-form.ts'
import { placementTermsPath } from './paths.ts'
import { keptTerms } from './queries/kept-terms.ts'
import { EditTermsPage } from './views/edit-terms-page.tsx'
import { TermsPage } from './views/terms-page.tsx'

/** How much notice providers give, and how long time is kept free at rest: by contract, else by partnership. */
export const termRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/placement-terms', declare('rules.read', 'placement-terms.list'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const terms = await asActor(c.var.database, actor, (db) => keptTerms(db, partnership.id))
      const today = londonDate(c.var.clock.now())
      return page(
        c,
        <TermsPage partnership={partnership} terms={terms} today={today} mayWrite={may(actor, 'rules.write')} />,
      )
    })
    .get('/:partnership/placement-terms/new', declare('rules.write', 'placement-terms.new'), (c) =>
      formPage(c, { typed: emptyTerms(londonDate(c.var.clock.now())), mistakes: [] }),
    )
    .post('/:partnership/placement-terms/new', declare('rules.write', 'placement-terms.add'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { typed } = await formSent(c)
      const read = readTerms(typed)
      if (read.mistakes) return refused(c, { typed, mistakes: read.mistakes })
      const at = c.var.clock.now()
      const saved = await asActor(c.var.database, actor, (db) =>
        saveTerms(db, actor, { ...read.read, partnershipId: partnership.id, at }),
      )
      if (saved.outcome === 'refused') return refused(c, { typed, mistakes: [saved.mistake] })
      return c.redirect(placementTermsPath(partnership.slug), 303)
    })

function refused(c: MercatContext, form: FormState): Promise<Response> {
  c.var.log.info({ id: c.var.requestId, fields: form.mistakes.map(({ field }) => field) }, 'Terms were refused.')
  return formPage(c, form, 422)
}

async function formPage(c: MercatContext, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const contracts = await asActor(c.var.database, actor, (db) => contractsOfLots(db, partnership.id, today))
  const choices = contracts.map(({ id, reference, title }) => ({ value: id, text: `${reference} ${title}` }))
  return page(c, <EditTermsPage partnership={partnership} contracts={choices} form={form} />, status)
}
