import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { capacityPath } from '../paths.ts'
import { readHours } from './capacity-hours.ts'
import { declareOwn } from './commands/declare-own.ts'
import { type CapacityArea, capacityAreas } from './queries/capacity-areas.ts'
import { CapacityPage, numberField } from './views/capacity-page.tsx'

/** Where a provider declares what it can give. */
export const capacityRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/capacity', declare('provider.own', 'provider.capacity'), async (c) =>
      show(c, await ownCapacity(c), undefined, { typed: {}, mistakes: [] }),
    )
    .post(
      '/provider/capacity/:partnership/:service/:area',
      declare('provider.own', 'provider.declare-capacity'),
      async (c) => {
        const { typed } = await formSent(c)
        const { partnership, service, area } = c.req.param()
        const areas = await ownCapacity(c)
        const index = areas.findIndex(
          (one) => one.partnership.slug === partnership && one.serviceType === service && one.area === area,
        )
        const own = areas[index]
        if (!own) throw notFound('An area that your lots serve')
        const { minutes, mistakes } = readHours(typed, (band) => numberField(index, band))
        if (mistakes.length > 0) return show(c, areas, own, { typed, mistakes }, 422)
        const { actor } = ownOrganisation(c)
        const asked = { area: own, minutesByBand: minutes, at: c.var.clock.now() }
        const outcome = await declareOwn(c.var.database, actor, asked)
        if (outcome.outcome === 'declared') return c.redirect(`${capacityPath()}#area-${index}`, 303)
        const refused = outcome.problems.map(({ band, sentence }) => ({
          field: band === null ? undefined : numberField(index, band),
          sentence,
        }))
        return show(c, areas, own, { typed, mistakes: refused }, 422)
      },
    )

function ownCapacity(c: MercatContext): Promise<CapacityArea[]> {
  const { actor } = ownOrganisation(c)
  const asked = { organisationId: actor.organisationId, on: londonDate(c.var.clock.now()) }
  return asActor(c.var.database, actor, (db) => capacityAreas(db, asked))
}

function show(
  c: MercatContext,
  areas: readonly CapacityArea[],
  open: CapacityArea | undefined,
  form: FormState,
  status: 200 | 422 = 200,
): Response {
  const { actor: _, ...viewer } = ownOrganisation(c)
  return page(c, <CapacityPage {...viewer} areas={areas} open={open} form={form} />, status)
}
