import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { declareCapacity } from '../../../providers/index.ts'
import type { ProviderActor } from '../../keys/commands/make-key.ts'
import type { Band } from '../../visit-line.ts'
import type { CapacityArea } from '../queries/capacity-areas.ts'

/** Keeps what a provider can give in an area that it was found to declare for, in the provider's name. */
export const declareOwn = (
  database: Database,
  actor: ProviderActor,
  {
    area,
    minutesByBand,
    at,
  }: {
    readonly area: Pick<CapacityArea, 'partnershipId' | 'serviceType' | 'area'>
    readonly minutesByBand: Readonly<Record<Band, number>>
    readonly at: Date
  },
): ReturnType<typeof declareCapacity> =>
  asActor(database, systemActor(area.partnershipId), (db) =>
    declareCapacity(db, actor, at, {
      partnershipId: area.partnershipId,
      organisationId: actor.organisationId,
      serviceType: area.serviceType,
      area: area.area,
      minutesByBand,
    }),
  )
