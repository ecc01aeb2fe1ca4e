import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Standing, TermPiece } from '../contract.ts'
import { holdsOn } from '../standing.ts'

/** A stretch of an organisation's time in a lot of one contract. */
export interface ProviderPlace {
  readonly contract: { readonly id: Id; readonly reference: string; readonly title: string; readonly shared: boolean }
  readonly terms: readonly Pick<TermPiece, 'from' | 'until' | 'state'>[]
  readonly lot: { readonly id: Id; readonly number: string; readonly name: string }
  readonly standing: Omit<Standing, 'organisation'>
}

/** Whether a place is held on a day: standing in the lot, and the contract's days not over. */
export const heldOn = ({ terms, standing }: ProviderPlace, on: IsoDate): boolean =>
  standing.state !== 'left' &&
  holdsOn(standing, on) &&
  terms.some((piece) => piece.state !== 'ended' && holdsOn(piece, on))

/** Places held on a day, and the stretches before and after, newest first; having left is no stretch. */
export function placesOn(
  places: readonly ProviderPlace[],
  on: IsoDate,
): { readonly held: readonly ProviderPlace[]; readonly others: readonly ProviderPlace[] } {
  const stood = places.filter(({ standing }) => standing.state !== 'left')
  return {
    held: stood.filter((place) => heldOn(place, on)),
    others: stood
      .filter((place) => !heldOn(place, on))
      .toSorted((a, b) => (a.standing.from > b.standing.from ? -1 : a.standing.from < b.standing.from ? 1 : 0)),
  }
}

/** The last day of a stretch: its own, or that of the contract where that is sooner; null without an end. */
export function endOf({ terms, standing: { until } }: ProviderPlace): IsoDate | null {
  const agreed = terms.filter(({ state }) => state !== 'ended')
  const ends = agreed.some((piece) => piece.until === null)
    ? null
    : agreed.reduce<IsoDate | null>(
        (last, piece) => (last === null || (piece.until ?? '') > last ? piece.until : last),
        null,
      )
  return ends === null ? until : until === null || ends < until ? ends : until
}
