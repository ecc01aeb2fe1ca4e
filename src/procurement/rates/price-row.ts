import type { IsoDate, Pence } from '../../core/values/index.ts'
import { segmentsUnder } from '../changes/cap-segments.ts'
import type { CapPiece } from '../changes/change-context.ts'
import type { Lot } from '../contract.ts'
import type { Rate, RateLine } from '../rate-line.ts'
import { holdsOn } from '../standing.ts'
import { lasting, type TablePrice } from './national-framework.ts'
import { againstFloors, type FloorFinding, floorsOn, type WageFloor } from './wage-floor.ts'

/** A line of a price list as it is on a day. */
export interface PriceRow {
  readonly line: RateLine
  /** Whose price it is; null where it is everyone's. */
  readonly organisation: string | null
  /** The price of the day; undefined when there is none yet, or no longer. */
  readonly rate: Rate | undefined
  /** The next price that is agreed already. */
  readonly next: Rate | undefined
  /** All of its prices, the latest first. */
  readonly all: readonly Rate[]
  readonly cap: Pence | null
  readonly floor: FloorFinding
}

/** What a price is held against. */
export interface HeldAgainst {
  readonly caps: readonly CapPiece[]
  readonly table: readonly TablePrice[]
  readonly floors: readonly WageFloor[]
}

/** The price list of a lot as it is on a day, without those who have left by then. */
export function priceRows(lot: Lot, on: IsoDate, { caps, table, floors }: HeldAgainst): readonly PriceRow[] {
  const inForce = floorsOn(floors, on)
  const names = new Map(lot.standings.map(({ organisationId, organisation }) => [organisationId, organisation]))
  const left = new Set(
    lot.standings
      .filter((standing) => standing.state === 'left' && holdsOn(standing, on))
      .map(({ organisationId }) => organisationId),
  )
  const rows = lot.rateLines
    .filter(({ organisationId }) => organisationId === null || !left.has(organisationId))
    .map(({ rates, ...line }): PriceRow => {
      const known =
        line.basis === 'national'
          ? lasting(table.filter(({ unit, level }) => unit === line.unit && level === line.level))
          : rates
      const rate = known.find((each) => holdsOn(each, on))
      const [segment] = lot.capped ? segmentsUnder(caps, line, { from: on, until: null }) : []
      return {
        line,
        organisation: line.organisationId === null ? null : (names.get(line.organisationId) ?? 'A provider'),
        rate,
        next: known.find(({ from }) => from > on),
        all: known.toReversed(),
        cap: segment?.cap?.pence ?? null,
        floor: rate ? againstFloors({ ...line, pence: rate.pence }, inForce) : { kind: 'none' },
      }
    })
  return rows.toSorted((a, b) => nameOrder(a.organisation, b.organisation))
}

/** What is everyone's comes first; lines of one provider stay in their order. */
const nameOrder = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a.localeCompare(b, 'en-GB')
