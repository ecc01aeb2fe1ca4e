import type { CsvCell } from '../../core/csv/index.ts'
import type { MarketArea, SummaryWords } from '../summaries/market-summary.ts'
import { yesCell } from './written-cells.ts'

/** The columns of a written file of market areas, in their order. */
export const marketAreaFileColumns = [
  ...['key', 'name', 'services', 'budget_subject', 'description', 'period', 'development', 'management'],
  ...['source', 'locus', 'from', 'published'],
]

/** A market area with the words that hold, as a row. */
export const marketAreaRecord = (
  area: MarketArea,
  words: SummaryWords | undefined,
): Readonly<Record<string, CsvCell>> => ({
  key: area.key,
  name: area.name,
  services: area.serviceTypeKeys.join('; '),
  budget_subject: area.budgetSubject,
  description: words?.description ?? '',
  period: words?.period ?? '',
  development: words?.development ?? '',
  management: words?.management ?? '',
  source: words?.sourceKey ?? null,
  locus: words?.locus ?? null,
  from: words?.from ?? null,
  published: yesCell(words?.published ?? false),
})
