import { Hono } from 'hono'
import { systemActor } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, siteOrigin } from '../http/index.ts'
import { mailGoes } from '../outbox/index.ts'
import { invitationsOf, invite, withdrawInvitation } from '../sign-in/index.ts'
import { type Id, isId } from '../values/index.ts'
import { adminOf } from './admin.ts'
import { attempt } from './attempt.ts'
import { type InvitationForm, readInvitation } from './forms.ts'
import type { Organisations } from './organisations.ts'
import { adminPaths } from './paths.ts'
import { first, type Typed, typedInto } from './typed.ts'
import { InvitationsPage } from './views/invitations-page.tsx'
import { InvitePage, type InvitePageProps } from './views/invite-page.tsx'

/** Inviting people, and what became of the invitations. */
export const invitationRoutes = (organisations: Organisations): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin/people/invite', declare('people.manage', 'admin.invite-form'), (c) => invitePage(c, { typed: {} }))
    .post('/admin/people/invite', declare('people.manage', 'admin.invite'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const typed = await typedInto(c)
      const { form, mistakes } = readInvitation(typed)
      if (!form) return invitePage(c, { typed, mistakes }, 422)
      const provider = await providerFor(c, organisations, form, typed)
      if (provider.similar) return invitePage(c, { typed, similar: provider.similar, mistakes: [provider.ask] }, 422)
      const { organisation } = provider
      const { done, refused } = await attempt(() =>
        asActor(c.var.database, actor, (db) =>
          invite(db, actor, c.var.clock.now(), { ...form, partnership, organisation, origin: siteOrigin(c) }),
        ),
      )
      if (done) return c.redirect(`${adminPaths.invitations}?sent=${done.id}`, 303)
      const mistake = { field: 'email', sentence: refused?.message ?? '', advice: refused?.advice }
      return invitePage(c, { typed, mistakes: [mistake] }, 409)
    })
    .get('/admin/invitations', declare('people.manage', 'admin.invitations'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const found = await asActor(c.var.database, actor, async (db) => {
        const invitations = await invitationsOf(db, partnership.id)
        const names = await organisations.names(
          db,
          invitations.flatMap(({ organisationId }) => organisationId ?? []),
        )
        return { invitations, names }
      })
      const { sent, withdrawn } = c.req.query()
      return page(
        c,
        <InvitationsPage
          partnership={partnership}
          now={c.var.clock.now()}
          mailGoes={mailGoes(c.var.config, partnership)}
          sent={sent}
          withdrawn={withdrawn}
          {...found}
        />,
      )
    })
    .post('/admin/invitations/:id/again', declare('people.manage', 'admin.invite-again'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const id = invitationId(c)
      const sent = await asActor(c.var.database, actor, async (db) => {
        const invitation = (await invitationsOf(db, partnership.id)).find((one) => one.id === id)
        if (!invitation) throw notFound('This invitation')
        const { name, email, roles, organisationId, acceptedAt, withdrawnAt } = invitation
        if (acceptedAt || withdrawnAt) throw conflict('This invitation has been accepted or withdrawn meanwhile.')
        const names = await organisations.names(db, organisationId ? [organisationId] : [])
        const organisation = organisationId
          ? { id: organisationId, name: names.get(organisationId) ?? 'a provider' }
          : undefined
        const again = { partnership, name, email, roles, organisation, origin: siteOrigin(c) }
        return invite(db, actor, c.var.clock.now(), again)
      })
      return c.redirect(`${adminPaths.invitations}?sent=${sent.id}`, 303)
    })
    .post('/admin/invitations/:id/withdraw', declare('people.manage', 'admin.withdraw-invitation'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const id = invitationId(c)
      await asActor(c.var.database, actor, (db) =>
        withdrawInvitation(db, actor, c.var.clock.now(), { partnershipId: partnership.id, id }),
      )
      return c.redirect(`${adminPaths.invitations}?withdrawn=${id}`, 303)
    })

function invitationId(c: MercatContext): Id {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound('This invitation')
  return id
}

const invitePage = (c: MercatContext, props: Omit<InvitePageProps, 'partnership'>, status: 200 | 409 | 422 = 200) =>
  page(c, <InvitePage partnership={adminOf(c).partnership} {...props} />, status)

type Provider =
  | { organisation: { id: Id; name: string } | undefined; similar?: undefined }
  | { similar: readonly { id: Id; name: string }[]; ask: { field: string; sentence: string } }

/** The organisation that was meant: the one of that name, the one that was chosen, or a new one when nothing is like it. */
async function providerFor(
  c: MercatContext,
  { named, add }: Organisations,
  { organisation: name }: InvitationForm,
  typed: Typed,
): Promise<Provider> {
  if (name === undefined) return { organisation: undefined }
  const system = systemActor()
  const similar = await asActor(c.var.database, system, (db) => named(db, name))
  const chosen = first(typed, 'organisationChoice')
  const meant = similar.find((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === chosen)
  if (meant) return { organisation: meant }
  if (similar.length > 0 && chosen !== 'new')
    return { similar, ask: { field: 'organisationChoice', sentence: 'Choose which provider you mean' } }
  const { id } = await asActor(c.var.database, system, (db) => add(db, c.var.clock.now(), name))
  return { organisation: { id, name } }
}
