import { Hono } from 'hono'
import { type Actor, systemActor } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { isId } from '../values/index.ts'
import { answerInvitation } from './commands/agree-invitation.ts'
import { paths } from './paths.ts'
import { peopleOf, waitingInvitations } from './queries/waiting-invitations.ts'
import { ProviderPeoplePage } from './views/provider-people-page.tsx'

/** Who acts for one's own provider, and who else is to. */
export const providerPeopleRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(paths.providerPeople, declare('provider.own', 'provider.people'), async (c) => {
      const {
        actor: { organisationId },
        name,
      } = own(c)
      // Invitations belong to the partnerships that made them; the product reads those to this organisation.
      const found = await asActor(c.var.database, systemActor(), async (db) => ({
        people: await peopleOf(db, organisationId),
        waiting: await waitingInvitations(db, organisationId, c.var.clock.now()),
      }))
      const done = { agreed: c.req.query('agreed'), refused: c.req.query('refused') }
      const demonstration = c.var.signedIn?.demonstration ?? false
      return page(c, <ProviderPeoplePage organisation={name} demonstration={demonstration} done={done} {...found} />)
    })
    .post(
      '/provider/people/:id/:answer{agree|refuse}',
      declare('provider.own', 'provider.answer-invitation'),
      async (c) => {
        const { actor } = own(c)
        const { id, answer } = c.req.param()
        // Whoever steps into the demonstration's provider is nobody's colleague.
        if (!isId(id) || c.var.signedIn?.demonstration) throw notFound('This invitation')
        const agreed = answer === 'agree'
        const { name } = await answerInvitation(c.var.database, actor, c.var.clock.now(), { id, agreed })
        return c.redirect(`${paths.providerPeople}?${agreed ? 'agreed' : 'refused'}=${encodeURIComponent(name)}`, 303)
      },
    )

function own(c: MercatContext): { actor: Extract<Actor, { kind: 'provider' }>; name: string } {
  const { actor, signedIn } = c.var
  const organisation = signedIn?.membership.organisation
  if (actor.kind !== 'provider' || !organisation) throw notFound('This page', 'You may act for a partnership now.')
  return { actor, name: organisation.name }
}
