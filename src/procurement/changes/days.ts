import { without } from '../../core/history/period.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'

/** Whether a day is one of some days. */
export const hasDay = ({ from, until }: Days, day: IsoDate): boolean => from <= day && (until === null || day < until)

/** What is left of some days from a day on; undefined when nothing is. */
export function daysFrom({ from, until }: Days, day: IsoDate): Days | undefined {
  if (until !== null && until <= day) return undefined
  return { from: from < day ? day : from, until }
}

/** The parts of pieces that lie within some days. */
export const within = <Piece extends Days>(pieces: readonly Piece[], days: Days): Piece[] =>
  pieces.flatMap((piece) => {
    const left = daysFrom(piece, days.from)
    if (!left || (days.until !== null && left.from >= days.until)) return []
    const until = days.until === null || (left.until !== null && left.until < days.until) ? left.until : days.until
    return [{ ...piece, from: left.from, until }]
  })

/** Pieces of one thing's history after others are laid over them; in order. */
export function laidOver<Piece extends Days>(pieces: readonly Piece[], over: readonly Piece[]): Piece[] {
  const left = over.reduce<readonly Piece[]>(
    (under, cut) => under.flatMap((piece) => without(piece, cut).map((days) => ({ ...piece, ...days }))),
    pieces,
  )
  return [...left, ...over].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Every day from a day on at which one of some pieces begins or ends, that day first: between them nothing changes. */
export const turnsFrom = (pieces: readonly Days[], from: IsoDate): readonly IsoDate[] =>
  [
    ...new Set([from, ...pieces.flatMap((piece) => [piece.from, piece.until ?? from]).filter((day) => day > from)]),
  ].toSorted()
