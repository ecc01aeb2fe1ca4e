import type { Id, IsoDate } from '../../core/values/index.ts'
import type { NewRate } from '../change.ts'
import type { Contract, Days, Lot } from '../contract.ts'
import type { ChangeContext } from './change-context.ts'
import { type PricedLot, priceKey } from './price-problem.ts'

/** The days of something new in a history: from its first day up to the next piece that is known already. */
export function upToNext(pieces: readonly Days[], from: IsoDate): Days {
  const [next] = pieces
    .map((piece) => piece.from)
    .filter((day) => day > from)
    .toSorted()
  return { from, until: next ?? null }
}

/** For which days a new price of a lot holds: a later one that is known already stays. */
export const newRateDays =
  (lot: Pick<Lot, 'rateLines'>, from: IsoDate) =>
  (rate: NewRate): Days =>
    upToNext(lineOf(lot, rate)?.rates ?? [], from)

/** The line of a price list that prices the same. */
export const lineOf = (lot: Pick<Lot, 'rateLines'>, rate: NewRate): Lot['rateLines'][number] | undefined =>
  lot.rateLines.find((line) => priceKey(line) === priceKey(rate))

/** A lot as its prices depend on it. */
export const pricedLot = (
  { detail }: Pick<Contract, 'detail'>,
  lot: Lot,
  { caps }: Pick<ChangeContext, 'caps'>,
  joining: readonly Id[] = [],
): PricedLot => ({
  number: lot.number,
  capped: lot.capped,
  caps: caps.get(lot.id) ?? [],
  organisationIds: new Set([...lot.standings.map(({ organisationId }) => organisationId), ...joining]),
  hasFramework: detail.nationalFramework !== null,
})
