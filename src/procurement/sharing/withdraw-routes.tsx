import { Hono } from 'hono'
import { allPartnerships } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { dateFields, type Mistake, readTyped, type Typed } from '../changes/forms/typed.ts'
import { asAsker, contractOf, formSent } from '../changes/request-routes.ts'
import { withdrawShare } from './commands/withdraw-share.ts'
import { withdrawForm } from './forms.ts'
import { sharePath } from './paths.ts'
import { sharesOf } from './queries/shares.ts'
import { WithdrawPage } from './views/withdraw-page.tsx'

const address = '/:partnership/contracts/:reference/share/:partner/withdraw' as const

/** Where the lead of a shared contract takes a partner's part back. */
export const withdrawRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(address, declare('contracts.write', 'sharing.withdraw-form'), (c) => show(c, undefined, [], 200))
    .post(address, declare('contracts.write', 'sharing.withdraw'), async (c) => {
      const { typed } = await formSent(c)
      const read = readTyped(withdrawForm, typed)
      if (read.mistakes) return show(c, typed, read.mistakes)
      const at = c.var.clock.now()
      const told = await asAsker(c, async (db) => {
        const { partnership, actor, contract, share } = await shareOf(db, c)
        const { until: untilDay, reason } = read.read
        const named = { partnershipId: partnership.id, contractId: contract.id, partnerId: share.partnerId }
        const outcome = await withdrawShare(db, actor, { ...named, untilDay, reason, at })
        return { ...outcome, back: `${sharePath(partnership.slug, contract.reference)}?done=withdrawn` }
      })
      if (told.outcome === 'refused') return show(c, typed, [{ field: 'until-day', sentence: told.sentence }])
      return c.redirect(told.back, 303)
    })

/** The share that an address names, of a contract that who asks leads; else "not found". */
async function shareOf(db: Db, c: MercatContext) {
  const found = await contractOf(db, c)
  const partner = (await allPartnerships(db)).find(({ slug }) => slug === c.req.param('partner'))
  const share = (await sharesOf(db, found.partnership.id, found.contract.id)).find(
    ({ partnerId }) => partnerId === partner?.id,
  )
  if (!partner || !share) throw notFound('This share')
  return { ...found, partner, share }
}

async function show(c: MercatContext, typed: Typed | undefined, mistakes: readonly Mistake[], status: 200 | 422 = 422) {
  const { partnership, contract, partner, share } = await asAsker(c, (db) => shareOf(db, c))
  const { until, reason } = share.ended ?? { until: londonDate(c.var.clock.now()), reason: '' }
  const form = { typed: typed ?? { ...dateFields('until', until), reason: [reason] }, mistakes }
  return page(c, <WithdrawPage {...{ partnership, contract, partner, share, form }} />, status)
}
