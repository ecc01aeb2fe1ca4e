import type { IsoDate, Pence } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'
import type { RateUnit } from '../rate-line.ts'
import { priceText } from './price-words.ts'

/** The least that care workers are to be paid an hour, over some days. */
export interface WageFloor extends Days {
  readonly nation: 'scotland' | 'england'
  readonly name: string
  /** It binds by law or by the terms of contracts; others are shown to compare with. */
  readonly binding: boolean
  readonly pence: Pence
  readonly source: string
}

const minutesOf: Partial<Record<RateUnit, number>> = { hour: 60, 'half-hour': 30 }

/**
 * What a price comes to an hour; undefined when what it buys has no length that the price list says.
 * Rounded down: it is held against whole pence, and a price may not look better than it is.
 */
export function hourlyPence(line: {
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly pence: Pence
}): Pence | undefined {
  const minutes = line.unit === 'visit' ? line.visitMinutes : minutesOf[line.unit]
  return minutes ? Number((BigInt(line.pence) * 60n) / BigInt(minutes)) : undefined
}

/** How a price stands to the wage that has to be paid from it. */
export type FloorFinding =
  /** It is not a price of an hour of care, or no floor is known for the day. */
  | { readonly kind: 'none' }
  /** Under a floor that binds: nobody can be paid lawfully, or as the contract says, from it. */
  | { readonly kind: 'below'; readonly floor: WageFloor; readonly hourly: Pence }
  /** Under a floor that is only compared with. */
  | { readonly kind: 'below-compared'; readonly floor: WageFloor; readonly hourly: Pence }
  | { readonly kind: 'covers'; readonly floor: WageFloor; readonly hourly: Pence }

/** The floors in force on a day, the highest first. */
export const floorsOn = (floors: readonly WageFloor[], on: IsoDate): readonly WageFloor[] =>
  floors
    .filter(({ from, until }) => from <= on && (until === null || on < until))
    .toSorted((a, b) => b.pence - a.pence || Number(b.binding) - Number(a.binding))

/** Holds a price against the floors in force on a day: those that bind first. */
export function againstFloors(
  line: { readonly unit: RateUnit; readonly visitMinutes: number | null; readonly pence: Pence },
  inForce: readonly WageFloor[],
): FloorFinding {
  const hourly = hourlyPence(line)
  const binding = inForce.find((floor) => floor.binding)
  const highest = binding ?? inForce[0]
  if (hourly === undefined || !highest) return { kind: 'none' }
  if (binding && hourly < binding.pence) return { kind: 'below', floor: binding, hourly }
  const compared = inForce.find((floor) => !floor.binding && hourly < floor.pence)
  return compared ? { kind: 'below-compared', floor: compared, hourly } : { kind: 'covers', floor: highest, hourly }
}

/** The finding in a sentence; nothing where there is none. */
export function floorWords(finding: FloorFinding): string {
  if (finding.kind === 'none') return ''
  const { floor, hourly } = finding
  const against = `the ${floor.name} of ${priceText(floor.pence)}`
  const size = priceText(Math.abs(hourly - floor.pence))
  return finding.kind === 'covers' ? `${size} an hour over ${against}` : `${size} an hour under ${against}`
}
