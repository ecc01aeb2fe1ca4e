import type { MarketArea, SummaryWords } from './market-summary.ts'

/** How far a summary has come, as a state with its word. */
export function summaryState({
  area,
  words,
  shown,
}: {
  readonly area: MarketArea
  readonly words: SummaryWords | null
  readonly shown: SummaryWords | null
}): { readonly kind: 'done' | 'current' | 'planned' | 'stopped'; readonly word: string } {
  if (!words)
    return area.published
      ? { kind: 'current', word: 'Published without words' }
      : { kind: 'planned', word: 'Not written' }
  if (!area.published)
    return shown ? { kind: 'stopped', word: 'Withdrawn' } : { kind: 'planned', word: 'Not published' }
  return words.published
    ? { kind: 'done', word: 'Published' }
    : { kind: 'current', word: 'Published, with a newer draft' }
}
