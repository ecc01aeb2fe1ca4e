import { partnershipBySlug, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { ownAreas } from '../../../procurement/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { ProviderActor } from '../../keys/commands/make-key.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { whyFor } from '../why.ts'
import { keptDecisions } from './kept-decisions.ts'
import { offeredToOthers } from './others.ts'
import { partnershipsOf } from './partnerships-of.ts'

/** What went to others in a provider's lots of one partnership; of the first that it has lots with, where none is named. */
export async function othersContent(
  database: Database,
  { organisationId, ...actor }: ProviderActor,
  { slug, now }: { readonly slug: string | undefined; readonly now: Date },
) {
  const asked = { organisationId, on: londonDate(now) }
  const areas = await asActor(database, { ...actor, organisationId }, (db) => ownAreas(db, asked))
  const partnerships = [...new Map(areas.map(({ partnership }) => [partnership.id, partnership])).values()]
  const partnership = slug === undefined ? partnerships[0] : partnerships.find((one) => one.slug === slug)
  if (!partnership) {
    if (slug !== undefined) throw notFound('A partnership that you have lots with')
    return { partnerships, partnership, others: [], services: new Map<string, string>() }
  }
  return asActor(database, systemActor(partnership.id), async (db) => ({
    partnerships,
    partnership,
    others: await offeredToOthers(db, {
      partnershipId: partnership.id,
      organisationId,
      areas: areas.filter((one) => one.partnership.id === partnership.id),
      now,
    }),
    services: new Map((await serviceTypes(db)).map(({ key, name }) => [key, name])),
  }))
}

/** Why a package went to whom it went, as it concerns one provider; "not found" when it could never have been asked. */
export async function whyContent(
  database: Database,
  actor: ProviderActor,
  { slug, reference, now }: { readonly slug: string; readonly reference: string; readonly now: Date },
) {
  const none = () => notFound('A package of this reference that was offered in your lots')
  const partnership = await asActor(database, actor, async (db) => {
    const { id } = await partnershipBySlug(db, slug)
    return (await partnershipsOf(db, [id])).get(id)
  })
  if (!partnership) throw none()
  const { organisationId } = actor
  return asActor(database, systemActor(partnership.id), async (db) => {
    const found = await packageBy(db, partnership.id, { reference }, londonDate(now))
    const kept = found ? await keptDecisions(db, partnership.id, { packageId: found.id }) : []
    // Whoever was never looked at learns not even that there is such a package.
    const own = kept.filter(({ input }) => input.candidates.some((one) => one.organisationId === organisationId))
    const first = own[0]
    if (!found || !first) throw none()
    const services = await serviceTypes(db)
    return {
      partnership,
      reference: found.reference,
      district: found.district,
      service: services.find(({ key }) => key === found.serviceType)?.name ?? found.serviceType,
      weeklyMinutes: first.input.weeklyMinutes || weeklyMinutes(found.lines),
      since: first.at,
      decisions: whyFor(own, organisationId),
    }
  })
}
