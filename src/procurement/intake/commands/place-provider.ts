import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { awardGate, mayBeAwarded } from '../../../providers/index.ts'

/** What a place in a lot rests on, or why there can be none. */
export type PlaceGround =
  | { readonly awardId: Id; readonly registrationId: Id | null; readonly unconfirmed: string | null }
  | { readonly refused: string }

/** Whether a provider may have a place that a file tells of: who is not found in the register stands unconfirmed, who is suspended is refused. */
export async function placeGround(
  db: Db,
  {
    partnership,
    at,
  }: { readonly partnership: Pick<Partnership, 'id' | 'nation'>; readonly actor: Actor; readonly at: Date },
  place: {
    readonly organisationId: Id
    readonly name: string
    readonly serviceType: string | null
    readonly on: IsoDate
  },
): Promise<PlaceGround> {
  const { organisationId, serviceType, on } = place
  const may = await mayBeAwarded(db, { partnership, organisationId, serviceType, on, at })
  if (!may.allowed && may.because === 'suspended') return { refused: may.sentence }
  const awardId = await awardGate(db, partnership.id, organisationId, at)
  return { awardId, registrationId: may.registrationId, unconfirmed: may.allowed ? null : unconfirmedWords(place.name) }
}

/** What is said of a provider that the law wants registered and no register here names. */
export const unconfirmedWords = (name: string): string =>
  `“${name}” is not found in the register: it stands unconfirmed, and is not offered.`
