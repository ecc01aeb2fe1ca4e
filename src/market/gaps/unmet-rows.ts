import { partWords, reasonWords } from '../../brokerage/index.ts'
import type { RowsBehind } from '../../evidence/index.ts'
import type { UnmetFigure } from './unmet-figure.ts'
import type { UnmetMonth } from './unmet-month.ts'

/** Why people waited and for what, as rows behind their number; what is hidden is not among them. */
export const behindUnmet = ({ people, reasons, parts }: UnmetMonth): RowsBehind => ({
  columns: [
    { key: 'counted', label: 'Counted', numeric: false },
    { key: 'people', label: 'People', numeric: true },
    { key: 'hours_a_week', label: 'Hours a week', numeric: true },
  ],
  rows: [
    ['Everybody who waited', people.value, people.hours],
    ...reasons.map((figure) => [`Why: ${unmetWords(figure)}`, figure.value, figure.hours]),
    ...parts.map((figure) => [`Missing: ${unmetWords(figure)}`, figure.value, figure.hours]),
  ],
})

/** What of those who waited a figure counts, in words. */
export function unmetWords({ reason, part }: Pick<UnmetFigure, 'reason' | 'part'>): string {
  if (reason) return reasonWords[reason].charAt(0).toLowerCase() + reasonWords[reason].slice(1)
  return part ? partWords(part) : 'everybody who waited'
}
