import { Hono } from 'hono'
import { asActor, type Db } from '../../core/db/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { number } from '../../core/ui/format.ts'
import { canonicalJson, type Id, type IsoDate, londonDate, type Pence, sha256 } from '../../core/values/index.ts'
import { first, type Typed } from '../changes/forms/typed.ts'
import { formSent } from '../changes/request-routes.ts'
import { delegate } from './commands/delegate.ts'
import { limitField, limitFields, readLimits } from './forms.ts'
import { authorityPath } from './paths.ts'
import { authoritiesOf } from './queries/authorities.ts'
import { approvedKinds, approvingRoles, type DelegatedLimit, standardAuthorities } from './standard-authorities.ts'
import { AuthorityPage, type AuthorityPageProps, type LimitClash } from './views/authority-page.tsx'

/** Who may approve which change, to be seen and delegated anew. */
export const authorityRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/authority', declare('contracts.delegate', 'contracts.authority-form'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const today = londonDate(c.var.clock.now())
      const standing = await asActor(c.var.database, actor, (db) => limitsOf(db, partnership.id, today))
      return formPage(c, standing, { form: { typed: limitFields(standing, poundsTyped), mistakes: [] } })
    })
    .post('/:partnership/contracts/authority', declare('contracts.delegate', 'contracts.authority-save'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { typed } = await formSent(c)
      const at = c.var.clock.now()
      const from = londonDate(at)
      const read = readLimits(typed, approvingRoles, approvedKinds)
      const { standing, saved } = await asActor(c.var.database, actor, async (db) => {
        const present = await limitsOf(db, partnership.id, from)
        if (read.mistakes || first(typed, 'seen') !== seenOf(present)) return { standing: present, saved: false }
        const asked = { partnershipId: partnership.id, roles: approvingRoles, limits: read.read, from, at }
        await delegate(db, actor, asked)
        return { standing: present, saved: true }
      })
      if (saved) return c.redirect(`${authorityPath(partnership.slug)}?done=saved`, 303)
      if (read.mistakes)
        return formPage(c, standing, { form: { typed, mistakes: read.mistakes }, seen: first(typed, 'seen') }, 422)
      return formPage(
        c,
        standing,
        { form: { typed, mistakes: [] }, clashes: clashesOf(standing, read.read, typed) },
        409,
      )
    })

/** What is delegated on a day; the standard limits until anything is. */
async function limitsOf(db: Db, partnershipId: Id, on: IsoDate): Promise<readonly DelegatedLimit[]> {
  const own = await authoritiesOf(db, partnershipId, on)
  return own.length > 0 ? own : standardAuthorities
}

/** Pounds as they are typed: without the sign that stands in the heading. */
const poundsTyped = (pence: Pence): string => number(pence / 100, pence % 100 === 0 ? 0 : 2)

/** A fingerprint of the limits that a form was opened on. */
const seenOf = (limits: readonly DelegatedLimit[]): string =>
  sha256(canonicalJson(limits.map(({ role, kind, limitPence }) => `${role} ${kind} ${limitPence}`).toSorted())).slice(
    0,
    16,
  )

function clashesOf(standing: readonly DelegatedLimit[], asked: readonly DelegatedLimit[], typed: Typed): LimitClash[] {
  const limit = (limits: readonly DelegatedLimit[], role: string, kind: string) =>
    limits.find((one) => one.role === role && one.kind === kind)?.limitPence
  return approvingRoles.flatMap((role) =>
    approvedKinds
      .filter((kind) => limit(standing, role, kind) !== limit(asked, role, kind))
      .map((kind) => ({ role, kind, saved: limit(standing, role, kind), typed: first(typed, limitField(role, kind)) })),
  )
}

function formPage(
  c: MercatContext,
  standing: readonly DelegatedLimit[],
  shown: Pick<AuthorityPageProps, 'form' | 'clashes'> & { readonly seen?: string },
  status: 200 | 409 | 422 = 200,
): Response {
  const { partnership } = staffPartnership(c)
  const done = c.req.query('done') === 'saved'
  const seen = shown.seen ?? seenOf(standing)
  return page(c, <AuthorityPage partnership={partnership} {...shown} seen={seen} done={done} />, status)
}
