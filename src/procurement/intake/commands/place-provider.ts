import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { awardGates, mayBeAwarded } from '../../../providers/index.ts'

/** What a place in a lot rests on, or why there can be none. */
export type PlaceGround =
  | { readonly awardId: Id; readonly registrationId: Id | null; readonly unconfirmed: string | null }
  | { readonly refused: string }

/** A place that a row tells of. */
export interface ToldPlace {
  readonly organisationId: Id
  readonly name: string
  readonly serviceType: string | null
  readonly on: IsoDate
}

/** Whether providers may have the places that a file tells of, in their order: who is not found in the register stands unconfirmed, who is suspended is refused. */
export async function placeGrounds(
  db: Db,
  { partnership, at }: { readonly partnership: Pick<Partnership, 'id' | 'nation'>; readonly at: Date },
  places: readonly ToldPlace[],
): Promise<PlaceGround[]> {
  const answers = await mayBeAwarded(db, { partnership, at }, places)
  const asked = places.map((place, index) => ({ place, may: answers[index] }))
  const welcome = asked.filter(({ may }) => may && (may.allowed || may.because !== 'suspended'))
  const gates = await awardGates(
    db,
    partnership.id,
    welcome.map(({ place }) => place.organisationId),
    at,
  )
  return asked.map(({ place, may }): PlaceGround => {
    const awardId = gates.get(place.organisationId)
    if (may && !may.allowed && may.because === 'suspended') return { refused: may.sentence }
    if (!may || awardId === undefined) throw new Error('A place of a file was not looked at.')
    return {
      awardId,
      registrationId: may.registrationId,
      unconfirmed: may.allowed ? null : unconfirmedWords(place.name),
    }
  })
}

/** What is said of a provider that the law wants registered and no register here names. */
export const unconfirmedWords = (name: string): string =>
  `“${name}” is not found in the register: it stands unconfirmed, and is not offered.`
