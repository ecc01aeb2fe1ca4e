import type { IsoDate, Pence } from '../../core/values/index.ts'
import { type Segment, segmentsUnder } from '../changes/cap-segments.ts'
import type { Rate } from '../rate-line.ts'
import { againstFloors, type FloorFinding, type WageFloor } from '../rates/wage-floor.ts'
import type { NamedCap, PricedLine } from './priced-line.ts'
import { type UpliftChange, upliftedPence } from './uplift-terms.ts'

/** Why a price is left as it is. */
export type LeftBecause = 'no-price' | 'not-named' | 'follows-table' | 'own-price' | 'same'

/** Why a new price cannot be: over the cap, or in a capped lot without a cap for it. */
export type CapProblem = 'above-cap' | 'no-cap'

/** What a round does to one price. */
export interface ModelledLine {
  readonly line: PricedLine
  readonly before: Pence | null
  readonly after: Pence | null
  /** First day of the next price that is already agreed, which stays. */
  readonly until: IsoDate | null
  readonly left: LeftBecause | null
  /** Its days, cut where the cap changes. */
  readonly segments: readonly Segment<NamedCap>[]
  readonly capProblem: CapProblem | null
  readonly floor: FloorFinding
  /** Every price known for it without the round, and with it. */
  readonly ratesBefore: readonly Rate[]
  readonly rates: readonly Rate[]
}

/** What each reason for leaving a price as it is means, in words. */
export const leftWords: Record<LeftBecause, string> = {
  'no-price': 'no price on that day',
  'not-named': 'not in the round',
  'follows-table': 'follows the national table',
  'own-price': 'has a price of its own',
  same: 'stays the same',
}

const on = (rates: readonly Rate[], day: IsoDate): Rate | undefined =>
  rates.find(({ from, until }) => from <= day && (until === null || day < until))

const dayBefore = (rates: readonly Rate[], day: IsoDate): Rate | undefined =>
  rates.findLast(({ from, until }) => from < day && (until === null || day <= until))

/** What a change from a day on makes of one price, held against its caps and the wage floors of that day. */
export function modelLine(
  line: PricedLine,
  from: IsoDate,
  change: UpliftChange,
  floors: readonly WageFloor[],
): ModelledLine {
  const piece = on(line.rates, from)
  const standing = { before: piece?.pence ?? null, after: piece?.pence ?? null, until: piece?.until ?? null }
  const held = (after: Pence | null) => ({
    floor: after === null ? ({ kind: 'none' } as const) : againstFloors({ ...line, pence: after }, floors),
    ...againstCaps(line, from, piece?.until ?? null, after),
  })
  const stays = (left: LeftBecause): ModelledLine => ({
    line,
    ...standing,
    left,
    ...held(standing.after),
    capProblem: null,
    ratesBefore: line.rates,
    rates: line.rates,
  })
  if (!piece) return stays('no-price')
  if (change.kind === 'table') {
    if (line.basis !== 'national') return stays('own-price')
    const before = dayBefore(line.rates, from)
    if (!before) return stays('no-price')
    if (before.pence === piece.pence) return stays('same')
    const model = { line, before: before.pence, after: piece.pence, until: piece.until, left: null }
    // Without the new table its last price before that day would go on.
    const ratesBefore = line.rates.flatMap((rate) => {
      if (rate === before) return [{ ...rate, until: null }]
      return rate.from < from ? [rate] : []
    })
    return { ...model, ...held(piece.pence), ratesBefore, rates: line.rates }
  }
  if (line.basis === 'national') return stays('follows-table')
  const after =
    change.kind === 'percent'
      ? upliftedPence(piece.pence, change.basisPoints)
      : change.prices.find(({ lineId }) => lineId === line.id)?.pence
  if (after === undefined) return stays('not-named')
  if (after === piece.pence) return stays('same')
  const fresh: Rate = { from, until: piece.until, pence: after }
  const rates = line.rates.flatMap((rate) => {
    if (rate !== piece) return [rate]
    return rate.from < from ? [{ ...rate, until: from }, fresh] : [fresh]
  })
  return {
    line,
    before: piece.pence,
    after,
    until: piece.until,
    left: null,
    ...held(after),
    ratesBefore: line.rates,
    rates,
  }
}

/** The days of a price under their caps, and whether it passes any of them. */
function againstCaps(
  line: PricedLine,
  from: IsoDate,
  until: IsoDate | null,
  pence: Pence | null,
): { segments: readonly Segment<NamedCap>[]; capProblem: CapProblem | null } {
  const days = { from, until }
  if (!line.lot.capped) return { segments: [{ days, cap: null }], capProblem: null }
  const segments = segmentsUnder(line.lot.caps, line, days)
  if (segments.some(({ cap }) => cap === null)) return { segments, capProblem: 'no-cap' }
  const passed = segments.some(({ cap }) => cap !== null && pence !== null && pence > cap.pence)
  return { segments, capProblem: passed ? 'above-cap' : null }
}
