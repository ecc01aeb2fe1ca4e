import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { areaLinks } from '../../../places/index.ts'
import { ownAreas } from '../../../procurement/index.ts'
import { declaredCapacity, serviceTypes } from '../../../providers/index.ts'
import { type CapacityNumbers, capacityNumbers } from '../capacity-area.ts'
import { type PartnershipNamed, partnershipsOf } from './partnerships-of.ts'

/** Where a provider declares what it can give, with the partnership and the service as they are called. */
export interface CapacityArea extends CapacityNumbers {
  readonly partnership: PartnershipNamed
  readonly service: string
}

/** What a provider declares and gives in every partnership; by partnership, service and area. */
export async function capacityAreas(
  db: Db,
  { organisationId, on }: { readonly organisationId: Id; readonly on: IsoDate },
): Promise<CapacityArea[]> {
  const lots = (await ownAreas(db, { organisationId, on })).map(({ partnership, ...one }) => ({
    ...one,
    partnershipId: partnership.id,
  }))
  const cells = await declaredCapacity(db, organisationId)
  const links = await areaLinks(db, [...new Set([...lots, ...cells].map(({ area }) => area))])
  const areas = capacityNumbers(lots, cells, links)
  const partnerships = await partnershipsOf(db, [...new Set(areas.map(({ partnershipId }) => partnershipId))])
  const services = new Map((await serviceTypes(db)).map(({ key, name }) => [key, name]))
  return areas
    .flatMap((area) => {
      const partnership = partnerships.get(area.partnershipId)
      return partnership ? [{ ...area, partnership, service: services.get(area.serviceType) ?? area.serviceType }] : []
    })
    .toSorted(byNames)
}

const collator = new Intl.Collator('en-GB')

const byNames = (a: CapacityArea, b: CapacityArea): number =>
  collator.compare(a.partnership.title, b.partnership.title) ||
  collator.compare(a.service, b.service) ||
  collator.compare(a.name, b.name) ||
  (a.area < b.area ? -1 : 1)
