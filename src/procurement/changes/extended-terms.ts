import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'
import type { TermEffect } from './effect.ts'

/**
 * The stretches by which a contract reached a day beyond its first term: its options in order as far as they go,
 * the last perhaps in part, and then what was agreed without one.
 */
export function extendedTerms(
  term: Days,
  options: readonly (Days & { readonly id: Id })[],
  extendedUntil: IsoDate | null,
): readonly Omit<TermEffect, 'state'>[] {
  if (extendedUntil === null || term.until === null) return []
  const pieces: Omit<TermEffect, 'state'>[] = []
  let end = term.until
  for (const option of options) {
    if (option.from >= extendedUntil || option.from !== end || option.until === null) break
    const until = option.until < extendedUntil ? option.until : extendedUntil
    pieces.push({ days: { from: option.from, until }, origin: 'extension', option })
    end = until
  }
  if (end < extendedUntil) pieces.push({ days: { from: end, until: extendedUntil }, origin: 'variation', option: null })
  return pieces
}
