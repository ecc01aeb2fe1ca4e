import { type Band, bands } from '../visit-line.ts'
import type { CareGiven, FreeCell } from './drill-ground.ts'

/** For want of what somebody has nowhere to go: the words are those of unmet need, and of who could have been asked. */
export type UnplacedReason =
  | { readonly because: 'nobody-to-ask' }
  /** All who serve the area are suspended or passed over by the rule. */
  | { readonly because: 'none-allowed'; readonly notAsked: number }
  | { readonly because: 'nothing-declared'; readonly providers: number }
  /** Nobody has so many hours free in this part of the day, however the others go. */
  | { readonly because: 'no-capacity-time'; readonly band: Band; readonly wanted: number; readonly free: number }
  /** The same, and one carer would be enough room. */
  | { readonly because: 'no-capacity-two-carers'; readonly band: Band; readonly wanted: number; readonly free: number }
  /** They would fit alone; the hours went to others of the drill, for whom it weighs more. */
  | { readonly because: 'no-capacity-area'; readonly providers: number }

/** Why somebody who loses care has nowhere to go. */
export function whyUnplaced(care: CareGiven, cells: ReadonlyMap<string, FreeCell>): UnplacedReason {
  if (care.options.length === 0) {
    return care.notAsked > 0 ? { because: 'none-allowed', notAsked: care.notAsked } : { because: 'nobody-to-ask' }
  }
  const known = care.options.flatMap(({ cell }) => (cell === null ? [] : (cells.get(cell) ?? [])))
  if (known.length === 0) return { because: 'nothing-declared', providers: care.options.length }
  const fits = (cell: FreeCell, share = 1) =>
    care.minutes.every((minutes, band) => minutes * share <= (cell.minutes[band] ?? 0))
  const roomy = known.filter((cell) => fits(cell))
  if (roomy.length > 0) return { because: 'no-capacity-area', providers: roomy.length }
  const scarce = scarcest(care, known)
  return {
    because: care.twoCarers && known.some((cell) => fits(cell, 0.5)) ? 'no-capacity-two-carers' : 'no-capacity-time',
    ...scarce,
  }
}

/** The part of the day of which the most is missing with whoever has the most of it. */
function scarcest({ minutes }: CareGiven, known: readonly FreeCell[]) {
  const told = bands.map((band, at) => {
    const free = Math.max(0, ...known.map((cell) => cell.minutes[at] ?? 0))
    return { band, wanted: minutes[at] ?? 0, free }
  })
  const wanted = told.filter((one) => one.wanted > 0)
  const [most] = wanted.toSorted((a, b) => b.wanted - b.free - (a.wanted - a.free))
  return most ?? { band: bands[0], wanted: 0, free: 0 }
}
