import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { areaByCode, areasOf, areasWithin } from '../../../places/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { NeedCriteria } from '../need-criteria.ts'
import { needCriteriaOf } from './need-criteria.ts'

/** The lists that a request chooses from. */
export interface RequestLists {
  readonly services: readonly { readonly key: string; readonly name: string }[]
  readonly areas: readonly { readonly code: string; readonly name: string; readonly kind: string }[]
  /** Of the nation, the newest first. */
  readonly criteria: readonly NeedCriteria[]
}

/** The lists that a request chooses from on a day: services given in hours (supported living too, which people live in), the partnership's ground, the criteria of its nation. */
export async function requestLists(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'areaCode' | 'nation'>,
  on: IsoDate,
): Promise<RequestLists> {
  return { ...(await placeLists(db, partnership, on)), criteria: await needCriteriaOf(db, partnership.nation) }
}

/** The services and the ground alone. */
export async function placeLists(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'areaCode'>,
  on: IsoDate,
): Promise<Omit<RequestLists, 'criteria'>> {
  const services = await serviceTypes(db, on)
  const whole = await areaByCode(db, partnership.areaCode)
  const within = new Set((await areasWithin(db, whole.code)).map(({ code }) => code))
  // Of the areas that it works with, those around it are no place for one person's care.
  const parts = (await areasOf(db, partnership.id)).filter(({ code }) => within.has(code))
  return {
    services: services.filter(({ countedInPlaces }) => !countedInPlaces),
    areas: [...parts, whole],
  }
}
