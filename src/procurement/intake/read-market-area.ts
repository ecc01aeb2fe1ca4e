import type { Column, Reading, Row } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Term } from '../../providers/index.ts'
import { columnsNamed, type PlainRow, plainRow } from './plain-row.ts'

/** A market area with its summary, as a row of a file tells it. */
export interface MarketAreaOfFile {
  readonly line: number
  readonly key: string
  readonly name: string
  readonly serviceTypeKeys: readonly string[]
  readonly budgetSubject: string | null
  readonly words: {
    readonly description: string
    readonly period: string
    readonly development: string
    readonly management: string
    readonly sourceKey: string | null
    readonly locus: string | null
  }
  /** Null: from the day of the import. */
  readonly from: IsoDate | null
  readonly published: boolean
}

/** What the rows of a file are checked against. */
export interface MarketAreaContext {
  readonly service: (words: string) => Term | undefined
  readonly sources: ReadonlySet<string>
}

/** The columns of a file of market areas. */
export const marketAreaColumns: readonly Column[] = columnsNamed(
  {
    key: [],
    name: ['market area'],
    services: ['service types'],
    budget_subject: ['budget subject'],
    description: [],
    period: [],
    development: [],
    management: [],
    source: [],
    locus: [],
    from: ['valid from'],
    published: [],
  },
  ['key', 'name'],
)

/** A market area as a row of the file tells it, or everything that is wrong with the row. */
export function readMarketArea(row: Row, known: MarketAreaContext): Reading<MarketAreaOfFile> {
  const plain = plainRow(row)
  const [key, name, source] = [plain.text('key'), plain.text('name'), plain.text('source')]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
    plain.refuse('key', `“${key}” can’t be a key: use small letters, digits and single hyphens.`)
  }
  if (name === '') plain.refuse('name', 'This is missing.')
  if (source !== '' && !known.sources.has(source)) plain.refuse('source', `There is no source “${source}”.`)
  const value: MarketAreaOfFile = {
    line: plain.line,
    key,
    name,
    serviceTypeKeys: servicesOf(plain, known),
    budgetSubject: plain.text('budget_subject') || null,
    words: {
      description: plain.text('description'),
      period: plain.text('period'),
      development: plain.text('development'),
      management: plain.text('management'),
      sourceKey: source || null,
      locus: plain.text('locus') || null,
    },
    from: plain.day('from'),
    published: plain.yes('published'),
  }
  return plain.problems.length > 0 ? { problems: plain.problems } : { value, odd: plain.odd }
}

function servicesOf(row: PlainRow, { service }: MarketAreaContext): string[] {
  const words = row
    .text('services')
    .split(/[;|]/)
    .map((word) => word.trim())
  return words.flatMap((word) => {
    const found = word === '' ? undefined : service(word)
    if (word !== '' && !found) row.refuse('services', `No kind of service is called “${word}”.`)
    return found ? [found.key] : []
  })
}
