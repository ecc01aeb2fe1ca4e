import type { IsoDate } from '../../core/values/index.ts'
import type { FigureUnit } from '../../evidence/index.ts'

/** A number on one side of a gap. */
export interface Amount {
  /** null when it is hidden. */
  readonly value: number | null
  readonly suppressed: boolean
  readonly unit: FigureUnit
  readonly period: string | null
  /** The day that puts it in order with others. */
  readonly on: IsoDate | null
}

/** What need less supply comes to, or why it can't be said. */
export type GapAnswer =
  /** Above nought it is short, below there is spare. */
  | {
      readonly kind: 'measured'
      readonly gap: number
      readonly sharePercent: number | null
      readonly yearsDiffer: boolean
    }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'units-differ' }
  | { readonly kind: 'need-not-known' | 'supply-not-known' | 'nothing-known' }

/** Need less supply, only where both are known and count the same thing; hidden when either of them is. */
export function gapOf(need: Amount | null, supply: Amount | null): GapAnswer {
  if (!need) return { kind: supply ? 'need-not-known' : 'nothing-known' }
  if (!supply) return { kind: 'supply-not-known' }
  if (need.unit !== supply.unit) return { kind: 'units-differ' }
  if (need.suppressed || supply.suppressed) return { kind: 'hidden' }
  if (need.value === null) return { kind: 'need-not-known' }
  if (supply.value === null) return { kind: 'supply-not-known' }
  const gap = withoutDust(need.value - supply.value)
  return {
    kind: 'measured',
    gap,
    sharePercent: need.value > 0 ? (gap / need.value) * 100 : null,
    yearsDiffer: yearOf(need) !== yearOf(supply),
  }
}

/** '' where no time is printed. */
const yearOf = ({ on }: Amount): string => (on ?? '').slice(0, 4)

/** Drops what binary fractions leave behind. */
const withoutDust = (value: number): number => Math.round(value * 1e6) / 1e6

/** The sum of the parts of an area, or why there is none. */
export type SumAnswer =
  | { readonly kind: 'sum'; readonly value: number; readonly first: Amount }
  | { readonly kind: 'hidden'; readonly first: Amount }
  | { readonly kind: 'part-not-known' | 'units-differ' | 'periods-differ' }

/** The sum of areas that make up a larger one: only where every part is known, in one unit and of one period. */
export function sumOfParts(parts: readonly (Amount | null)[]): SumAnswer {
  const [first] = parts
  if (!first || parts.some((part) => part === null)) return { kind: 'part-not-known' }
  const known = parts.flatMap((part) => (part ? [part] : []))
  if (known.some(({ unit }) => unit !== first.unit)) return { kind: 'units-differ' }
  if (known.some(({ period }) => period !== first.period)) return { kind: 'periods-differ' }
  if (known.some(({ suppressed }) => suppressed)) return { kind: 'hidden', first }
  if (known.some(({ value }) => value === null)) return { kind: 'part-not-known' }
  return { kind: 'sum', first, value: withoutDust(known.reduce((sum, { value }) => sum + (value ?? 0), 0)) }
}
