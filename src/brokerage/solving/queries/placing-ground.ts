import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { visitPrices } from '../../../procurement/index.ts'
import { declaredRooms } from '../../../providers/index.ts'
import { candidatesFor } from '../../rules/queries/candidates.ts'
import { ruleFor } from '../../rules/queries/rule.ts'
import type { CareToPlace } from '../care-to-place.ts'
import type { Ground, PlacingGround } from '../placing-ground.ts'

/**
 * Reads everything besides the care itself that a problem is made of, as it stands at an instant. The number of queries
 * grows with the kinds of service and areas, and not with packages or providers.
 */
export async function readPlacingGround(
  db: Db,
  partnershipId: Id,
  care: readonly Pick<CareToPlace, 'serviceType' | 'area'>[],
  now: Date,
): Promise<Pick<PlacingGround, 'grounds' | 'rooms' | 'price' | 'on'>> {
  const on = londonDate(now)
  const asked = [
    ...new Map(care.map(({ serviceType, area }) => [`${serviceType} ${area}`, { serviceType, area }])).values(),
  ]
  const grounds: Ground[] = []
  for (const { serviceType, area } of asked) {
    const rule = await ruleFor(db, partnershipId, { serviceType, area, on })
    const question = { partnershipId, serviceType, area, on, lines: [], at: now, rule }
    const candidates = rule ? await candidatesFor(db, question) : []
    grounds.push({ serviceType, area, rule, candidates })
  }
  const lotIds = grounds.flatMap(({ candidates }) => candidates.flatMap(({ place }) => (place ? [place.lotId] : [])))
  const rooms = await declaredRooms(db, {
    partnershipId,
    serviceTypes: [...new Set(asked.map(({ serviceType }) => serviceType))],
    areas: [...new Set(asked.map(({ area }) => area))],
  })
  return { grounds, rooms, price: await visitPrices(db, { partnershipId, on, lotIds: [...new Set(lotIds)] }), on }
}
