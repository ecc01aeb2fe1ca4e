import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { dutyToRegister, mayBeAwarded, organisationNames } from '../../../providers/index.ts'
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
  const [context] = await changeContexts(db, question, [question])
  if (!context) throw new Error('Nothing was loaded for a rule.')
  return context
}

/** The same for many changes at once, in a number of queries that hardly grows. */
export async function changeContexts(
  db: Db,
  { partnership, through, at }: Pick<ContextQuestion, 'partnership' | 'through' | 'at'>,
  questions: readonly Omit<ContextQuestion, 'partnership' | 'through' | 'at'>[],
): Promise<ChangeContext[]> {
  const all = questions.flatMap(({ places, on }) => places.map((place) => ({ ...place, on })))
  const asked = new Map(all.map((place) => [placeOn(place, place.on), place]))
  const answers = await mayBeAwarded(db, { partnership, at }, [...asked.values()])
  const may = new Map([...asked.keys()].map((key, index) => [key, answers[index]]))
  const names = await organisationNames(db, [...new Set(all.map(({ organisationId }) => organisationId))])
  const caps = await capRows(db, partnership.id, [...new Set(questions.flatMap(({ lotIds }) => lotIds ?? []))])
  const isRegistered = registering(db, partnership.nation, londonDate(at))
  const contexts: ChangeContext[] = []
  for (const { places, serviceTypes, on } of questions) {
    const registered = new Set<string>()
    for (const serviceType of new Set(serviceTypes ?? []))
      if (serviceType !== null && (await isRegistered(serviceType, on))) registered.add(serviceType)
    const answered = places.flatMap((place) => {
      const answer = may.get(placeOn(place, on))
      return answer ? [[placeKey(place.organisationId, place.serviceType), answer] as const] : []
    })
    contexts.push({ through, places: new Map(answered), registered, names, caps })
  }
  return contexts
}

const placeOn = ({ organisationId, serviceType }: AskedPlace, on: IsoDate) =>
  `${placeKey(organisationId, serviceType)} ${on}`

/** Whether the law wants a kind of service registered on a day, or today where that is later; each is asked once. */
function registering(db: Db, nation: Partnership['nation'], today: IsoDate) {
  const known = new Map<string, boolean>()
  return async (serviceType: string, on: IsoDate): Promise<boolean> => {
    const day = on > today ? on : today
    const key = `${serviceType} ${day}`
    const answer = known.get(key) ?? (await dutyToRegister(db, nation, serviceType, day)) !== null
    known.set(key, answer)
    return answer
  }
}
