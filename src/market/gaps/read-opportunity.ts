import { type Column, type Reading, type Row, wholeNumber } from '../../core/import/index.ts'
import { isPeriod } from '../../evidence/index.ts'
import { opportunityParts } from './opportunity-part.ts'
import type { GapContext } from './read-volume.ts'
import type { GapTables } from './schema.ts'

/** An opportunity as a file gives it, before it has an identifier and a partnership. */
export type OpportunityOfFile = Omit<GapTables['opportunity'], 'partnership_id' | 'id'>

const required = ['service', 'part', 'position', 'text', 'source'] as const

/** The columns of a file of opportunities. */
export const opportunityColumns: readonly Column[] = [
  ...required.map((key) => ({ key, names: [key] })),
  ...['period', 'locus', 'note'].map((key) => ({ key, names: [key], optional: true })),
]

/** An opportunity as a row of the file tells it, or everything that is wrong with the row. */
export function readOpportunity(row: Row, known: Pick<GapContext, 'sources' | 'service'>): Reading<OpportunityOfFile> {
  const problems: { column: string; reason: string }[] = []
  const refuse = (key: string, reason: string) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  for (const key of required) if (row.cell(key) === '') refuse(key, 'This is missing.')
  const [words, source_key, period, place] = [
    row.cell('service'),
    row.cell('source'),
    row.cell('period'),
    row.cell('position'),
  ]
  const service = known.service(words)
  if (words !== '' && !service) refuse('service', `No kind of service is called “${words}”.`)
  const part = opportunityParts.find((one) => one === row.cell('part'))
  if (row.cell('part') !== '' && !part) {
    refuse('part', `“${row.cell('part')}” is not a part: use one of ${opportunityParts.join(', ')}.`)
  }
  const position = wholeNumber(place) ?? 0
  if (place !== '' && (position < 1 || position > 9999)) refuse('position', `“${place}” is not a place from 1 on.`)
  if (period !== '' && !isPeriod(period)) {
    refuse('period', `“${period}” is not a period: write 2020, 2021/22, 2019-09 or 2019-09 to 2020-05.`)
  }
  if (source_key !== '' && !known.sources.has(source_key)) refuse('source', `There is no source “${source_key}”.`)
  if (problems.length > 0 || !service || !part) return { problems }
  return {
    value: {
      service_key: service.key,
      part,
      position,
      text: row.cell('text'),
      period: period || null,
      source_key,
      locus: row.cell('locus') || null,
      note: row.cell('note') || null,
    },
  }
}
