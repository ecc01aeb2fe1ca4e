import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { first, type Mistake } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { isId } from '../../core/values/index.ts'
import { decideApproval } from '../offers/commands/decide-approval.ts'
import { approvalBy } from '../offers/queries/approvals.ts'
import { approvalsPath } from './paths.ts'
import { askedApprovals } from './queries/asked-approvals.ts'
import { packageReference } from './queries/package-reference.ts'
import { doneWords } from './said.ts'
import { ApprovalsPage } from './views/approvals-page.tsx'

/** Prices above the limits of rules, for those who may approve them. */
export const approvalRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/price-approvals', declare('packages.approve', 'approvals.list'), (c) => showApprovals(c))
    .post('/:partnership/price-approvals', declare('packages.approve', 'approvals.decide'), decide)

async function showApprovals(c: MercatContext, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = await asActor(c.var.database, actor, (db) => askedApprovals(db, partnership.id))
  const said = doneWords(c.req.query('done'))
  const now = c.var.clock.now()
  const view = <ApprovalsPage partnership={partnership} {...asked} now={now} said={said} mistakes={mistakes} />
  return page(c, view, mistakes.length > 0 ? 409 : 200)
}

async function decide(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked: does } = await formSent(c)
  const approvalId = first(typed, 'approval')
  if (!isId(approvalId) || (does !== 'approve' && does !== 'refuse')) {
    throw invalid('This form names no price to approve.', 'Load the page again.')
  }
  const { outcome, reference } = await asActor(c.var.database, actor, async (db) => {
    const approval = await approvalBy(db, partnership.id, approvalId)
    if (!approval) throw notFound('This price')
    const words = first(typed, 'words').slice(0, 2000)
    const decision = { partnershipId: partnership.id, approvalId, approve: does === 'approve', words }
    return {
      outcome: await decideApproval(db, actor, { ...decision, at: c.var.clock.now() }),
      reference: await packageReference(db, partnership.id, approval.packageId),
    }
  })
  if (outcome.outcome === 'refused') return showApprovals(c, [{ sentence: `${reference}: ${outcome.sentence}` }])
  return c.redirect(`${approvalsPath(partnership.slug)}?done=${does}.${reference}`, 303)
}
