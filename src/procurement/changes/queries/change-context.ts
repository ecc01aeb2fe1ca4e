import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { dutyToRegister, mayAllBeAwarded, organisationNames } from '../../../providers/index.ts'
import { type AskedPlace, type ChangeContext, placeKey } from '../change-context.ts'
import { capRows } from './caps.ts'

/** What a change asks of the world. */
export interface ContextQuestion {
  readonly partnership: Pick<Partnership, 'id' | 'nation'>
  readonly through: ChangeContext['through']
  /** Who is to get a place, and for which kind of service. */
  readonly places: readonly AskedPlace[]
  readonly serviceTypes?: readonly (string | null)[]
  readonly lotIds?: readonly Id[]
  /** From which day. */
  readonly on: IsoDate
  readonly at: Date
}

/** Loads what the rules have to know beside the contract. */
export async function changeContext(db: Db, question: ContextQuestion): Promise<ChangeContext> {
  const { partnership, on, at } = question
  const asked = new Map(question.places.map((place) => [placeKey(place.organisationId, place.serviceType), place]))
  const may = await mayAllBeAwarded(
    db,
    { partnership, at },
    [...asked.values()].map((place) => ({ ...place, on })),
  )
  const places = new Map([...asked.keys()].flatMap((key, index) => (may[index] ? [[key, may[index]] as const] : [])))
  const registered = new Set<string>()
  const today = londonDate(at)
  for (const serviceType of new Set(question.serviceTypes ?? []))
    if (serviceType !== null && (await dutyToRegister(db, partnership.nation, serviceType, on > today ? on : today)))
      registered.add(serviceType)
  return {
    through: question.through,
    places,
    registered,
    names: await organisationNames(db, [...new Set(question.places.map(({ organisationId }) => organisationId))]),
    caps: await capRows(db, partnership.id, question.lotIds ?? []),
  }
}
