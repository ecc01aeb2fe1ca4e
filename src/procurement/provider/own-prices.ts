import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { Contract, Lot } from '../contract.ts'
import { type Prices, rateInForce } from '../rate-in-force.ts'
import type { RateLine } from '../rate-line.ts'

/** One line of a price list as its provider is told of it. */
export interface OwnPrice {
  readonly line: RateLine
  readonly lot: Pick<Lot, 'number' | 'name'>
  /** Null where no price holds on the day. */
  readonly pence: Pence | null
  /** Why it is that price, or why there is none. */
  readonly why: string
  /** The next change that is known. */
  readonly next: { readonly from: IsoDate; readonly pence: Pence } | null
}

/** The prices of a provider's lots on a day, in the order of the lots. */
export function ownPrices(
  lots: readonly Lot[],
  {
    organisationId,
    terms,
    found,
    on,
  }: {
    readonly organisationId: Id
    readonly terms: Contract['terms']
    readonly found: ReadonlyMap<Id, Omit<Prices, 'terms'>>
    readonly on: IsoDate
  },
): OwnPrice[] {
  return lots.flatMap((lot) => {
    const prices = found.get(lot.id)
    // With all of their prices, for what comes next is told too.
    const lines = lot.rateLines.filter((line) => line.organisationId === null || line.organisationId === organisationId)
    return lines.map((line) => {
      const { unit, dayType, level, visitMinutes } = line
      const length = visitMinutes === null ? {} : { visitMinutes }
      const asked = { organisationId, on, unit, dayType, level, ...length }
      const now = rateInForce({ ...prices, lines: [line], terms }, asked)
      const table = prices?.national?.filter((one) => one.unit === unit && one.level === level)
      const steps = line.basis === 'national' ? (table ?? []) : line.rates
      const next = steps.toSorted((a, b) => (a.from < b.from ? -1 : 1)).find(({ from }) => from > on)
      return {
        line,
        lot: { number: lot.number, name: lot.name },
        pence: now.found ? now.pence : null,
        why: now.why,
        next: next ? { from: next.from, pence: next.pence } : null,
      }
    })
  })
}
