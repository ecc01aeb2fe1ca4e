import type { Effect } from './effect.ts'

/** Why a change of a contract is refused. */
export type Because =
  | 'above-authority'
  | 'already-a-party'
  | 'already-decided'
  | 'already-in-the-lot'
  | 'already-suspended'
  | 'backwards'
  | 'basis-changes'
  | 'before-it-begins'
  | 'beyond-option'
  | 'block-without-volume'
  | 'earlier-option-first'
  | 'leaves-a-gap'
  | 'led-by-another'
  | 'lot-number-twice'
  | 'lot-without-lead'
  | 'lot-without-service'
  | 'no-cap'
  | 'no-end-without-notice'
  | 'no-framework'
  | 'no-lot'
  | 'no-price'
  | 'no-reason'
  | 'no-such-lot'
  | 'no-such-option'
  | 'no-title'
  | 'not-awarded'
  | 'not-in-the-lot'
  | 'not-longer'
  | 'not-suspended'
  | 'not-yours-to-import'
  | 'nothing-changes'
  | 'option-decided'
  | 'option-still-open'
  | 'over'
  | 'overlap'
  | 'price-of-nobody'
  | 'price-twice'
  | 'rank-twice'
  | 'rate-above-cap'
  | 'suspended'
  | 'two-leads'
  | 'unregistered'

/** That something may not be done: why, in a sentence for the reader, and at which part of the change. */
export interface Refusal {
  readonly allowed: false
  readonly because: Because
  readonly sentence: string
  /** Path in the change: "lots.1.rates.3". */
  readonly field?: string
}

/** What a rule decides of a change: what is to be written, or why not. */
export type Decision = { readonly allowed: true; readonly effects: readonly Effect[] } | Refusal

/** Allows a change, with what is to be written. */
export const allow = (effects: readonly Effect[]): Decision => ({ allowed: true, effects })

/** Refuses a change. */
export const refuse = (because: Because, sentence: string, field?: string): Refusal => ({
  allowed: false,
  because,
  sentence,
  ...(field === undefined ? {} : { field }),
})
