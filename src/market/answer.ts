import type { Figure, RowsBehind } from '../evidence/index.ts'

/** A computed figure with the rows it was made from, listed only when they are looked at, or a sentence on why there is none. */
export type Working = { readonly figure: Figure; readonly behind: RowsBehind } | Missing

/** Why a figure can't be given, in a sentence for the reader. */
export interface Missing {
  readonly missing: string
}

/** A number with thousands separators and a true minus, for sentences about how a figure was made. */
export const inDigits = (value: number): string => whole.format(value).replace('-', '−')

// Making a formatter costs a hundred times what using it does.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
