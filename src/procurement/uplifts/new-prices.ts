import { penceIn } from '../changes/forms/fields.ts'
import { first, type Mistake, type Read, type Typed } from '../changes/forms/typed.ts'
import type { PricedLine } from './priced-line.ts'
import type { UpliftChange } from './uplift-terms.ts'

/** As many prices as are typed one by one. */
export const mostTyped = 300

/** The field in which the new price of a line is typed. */
export const priceField = (lineId: string): string => `price-${lineId}`

/** Reads the new prices of a round; a price left empty, or typed as it stands, stays. */
export function readNewPrices(
  lines: readonly Pick<PricedLine, 'id'>[],
  typed: Typed,
): Read<Extract<UpliftChange, { kind: 'prices' }>['prices']> {
  const mistakes: Mistake[] = []
  const prices = lines.flatMap(({ id }) => {
    const field = priceField(id)
    const text = first(typed, field)
    if (text === '') return []
    const pence = penceIn(text)
    if (pence === undefined || pence > 100_000_000) {
      mistakes.push({ field, sentence: `“${text}” is not a price in pounds, such as 21.50` })
      return []
    }
    return [{ lineId: id, pence }]
  })
  return mistakes.length > 0 ? { mistakes } : { read: prices }
}
