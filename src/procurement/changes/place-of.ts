import { longDate } from '../../core/ui/format.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, Lot, Standing } from '../contract.ts'
import { hasDay } from './days.ts'
import { type Refusal, refuse } from './decision.ts'

/** A provider's place in a lot: as it is on a day, and in all of its pieces. */
export interface Place {
  readonly lot: Lot
  readonly standing: Standing
  readonly pieces: readonly Standing[]
}

/** Finds the place of a provider who stands in a lot on a day, or refuses. */
export function placeOf({ lots }: Pick<Contract, 'lots'>, lotProviderId: Id, on: IsoDate): Place | Refusal {
  for (const lot of lots) {
    const pieces = lot.standings.filter((standing) => standing.lotProviderId === lotProviderId)
    const standing = pieces.find((piece) => piece.state !== 'left' && hasDay(piece, on))
    if (standing) return { lot, standing, pieces }
    const [other] = pieces
    if (other)
      return refuse(
        'not-in-the-lot',
        `${other.organisation} has no place in the lot on ${longDate(on)}.`,
        'effectiveOn',
      )
  }
  return refuse('not-in-the-lot', 'The contract has no such place.', 'lotProviderId')
}
