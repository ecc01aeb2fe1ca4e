import { Hono } from 'hono'
import { systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { dateFields, readTyped } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { handBack } from '../placements/commands/hand-back.ts'
import { startPlacement } from '../placements/commands/start-placement.ts'
import { handBackForm, startForm } from './forms.ts'
import { noted } from './not-own-routes.ts'
import { ownPlacementPath } from './paths.ts'
import { ownPlacements } from './queries/own-placements.ts'
import { type PlacementContent, placementContent } from './queries/placement-content.ts'
import { HandBackPage, PlacementPage } from './views/placement-page.tsx'
import { PlacementsPage } from './views/placements-page.tsx'

/** Placements on the page; a provider with more of them works from its own system. */
const most = 200
const mostOver = 20

/** The care that a provider gives, and what it says about it. */
export const placementRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/placements', declare('provider.own', 'provider.placements'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
      const asked = { organisationId: actor.organisationId, on: londonDate(c.var.clock.now()) }
      const [current, over] = await asActor(c.var.database, actor, async (db) => [
        await ownPlacements(db, { ...asked, limit: most + 1 }),
        await ownPlacements(db, { ...asked, limit: mostOver, over: true }),
      ])
      const more = current.length > most
      return page(c, <PlacementsPage {...viewer} current={current.slice(0, most)} over={over} more={more} />)
    })
    .get('/provider/placements/:partnership/:reference', declare('provider.own', 'provider.placement'), async (c) => {
      const found = await content(c)
      return show(c, found, { typed: dateFields('started', found.today), mistakes: [] })
    })
    .post(
      '/provider/placements/:partnership/:reference/start',
      declare('provider.own', 'provider.start'),
      async (c) => {
        const { typed } = await formSent(c)
        const found = await content(c)
        const sent = readTyped(startForm, typed)
        if (sent.mistakes) return show(c, found, { typed, mistakes: sent.mistakes }, 422)
        const { actor } = ownOrganisation(c)
        const at = c.var.clock.now()
        const outcome = await inPartnership(c, found, (db, asked) =>
          startPlacement(db, actor, { ...asked, startedOn: sent.read.started, at }),
        )
        if (outcome.outcome === 'refused') return show(c, await content(c), { typed, mistakes: [outcome] }, 409)
        return c.redirect(backTo(found), 303)
      },
    )
    .get(
      '/provider/placements/:partnership/:reference/hand-back',
      declare('provider.own', 'provider.hand-back'),
      async (c) => {
        const found = await content(c)
        return showHandBack(c, found, { typed: dateFields('on', found.handBackFrom), mistakes: [] })
      },
    )
    .post(
      '/provider/placements/:partnership/:reference/hand-back',
      declare('provider.own', 'provider.give-notice'),
      async (c) => {
        const { typed } = await formSent(c)
        const found = await content(c)
        const sent = readTyped(handBackForm, typed)
        if (sent.mistakes) return showHandBack(c, found, { typed, mistakes: sent.mistakes }, 422)
        const { actor } = ownOrganisation(c)
        const at = c.var.clock.now()
        const outcome = await inPartnership(c, found, (db, asked) =>
          handBack(db, actor, { ...asked, ...sent.read, at }),
        )
        if (outcome.outcome === 'refused') return showHandBack(c, await content(c), { typed, mistakes: [outcome] }, 409)
        return c.redirect(backTo(found), 303)
      },
    )

const backTo = ({ placement }: PlacementContent): string =>
  ownPlacementPath(placement.partnership.slug, placement.reference)

/** Only the product itself writes for the partnership; the ledger has it in the provider's name. */
const inPartnership = <T,>(
  c: MercatContext,
  { placement }: PlacementContent,
  work: (
    db: Parameters<typeof startPlacement>[0],
    asked: { readonly partnershipId: string; readonly placementId: string },
  ) => Promise<T>,
): Promise<T> => {
  const partnershipId = placement.partnership.id
  return asActor(c.var.database, systemActor(partnershipId), (db) =>
    work(db, { partnershipId, placementId: placement.id }),
  )
}

const content = (c: MercatContext): Promise<PlacementContent> =>
  placementContent(c.var.database, ownOrganisation(c).actor, {
    slug: c.req.param('partnership') ?? '',
    reference: c.req.param('reference') ?? '',
    now: c.var.clock.now(),
  }).catch(noted(c))

const show = (c: MercatContext, found: PlacementContent, form: FormState, status: 200 | 409 | 422 = 200): Response => {
  const { actor: _, ...viewer } = ownOrganisation(c)
  return page(c, <PlacementPage {...viewer} {...found} form={form} />, status)
}

const showHandBack = (
  c: MercatContext,
  found: PlacementContent,
  form: FormState,
  status: 200 | 409 | 422 = 200,
): Response => {
  const { actor: _, ...viewer } = ownOrganisation(c)
  return page(c, <HandBackPage {...viewer} {...found} form={form} />, status)
}
