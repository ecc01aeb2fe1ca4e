import type { MarketSummary } from './market-summary.ts'
import { worthOf } from './money-of.ts'

const names = {
  description: 'description',
  period: 'period',
  development: 'development',
  management: 'management',
} as const

/** The parts of a summary that neither words, nor the register, nor a document tells: what its page says is missing. */
export function missingParts({ words, contracts, money }: Omit<MarketSummary, 'area'>): string[] {
  const written = Object.entries(names).flatMap(([part, name]) =>
    words?.[part as keyof typeof names] || contracts.length > 0 ? [] : [name],
  )
  return [...written, ...(money.length > 0 || worthOf(contracts) ? [] : ['money'])]
}
