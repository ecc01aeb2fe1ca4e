import type { Source } from '../../../evidence/index.ts'
import { sourceKeysOf } from '../../block-parts.ts'
import type { StatementData } from '../statement-data.ts'
import { address, type OpenTable, text } from './open-table.ts'

/** Everything published that the statement draws on. */
export const sourcesTable: OpenTable = {
  name: 'sources',
  title: 'Sources',
  description: 'One row for each source that a figure, count, rate, budget or text is taken from, with its licence.',
  columns: [
    text('key', 'Key', 'Its address is /{partnership}/sources/{key}.'),
    text('title', 'Title', 'Its title.'),
    text('publisher', 'Publisher', 'Who published it.'),
    text('published', 'Published', 'A year, month or date, as exact as is known.'),
    text('edition', 'Edition', 'Its edition or vintage.'),
    text('licence', 'Licence', 'Under which licence it may be used.'),
    address('licence_url', 'Address of the licence', 'Where the licence can be read.'),
    address('url', 'Address', 'Where it was published.'),
    text('note', 'Note', 'What to know of it.'),
  ],
  key: ['key'],
  count: async (data) => (await sourcesUsed(data)).length,
  rows: async (data) =>
    (await sourcesUsed(data)).map(({ key, title, publisher, published, edition, licence, licenceUrl, url, note }) => [
      key,
      title,
      publisher,
      published,
      edition,
      licence,
      licenceUrl,
      url,
      note,
    ]),
}

/** The sources that a partnership's data rests on, by key. */
export async function sourcesUsed(data: StatementData): Promise<Source[]> {
  const cited = (await data.citedCount()).sources
  const counts = (await data.populationBands()).flatMap(({ rows }) => rows.map(({ edition }) => edition.source.key))
  const rates = counts.length > 0 ? await data.dementia() : undefined
  const money = (await data.budgets()).map(({ source }) => source.key)
  const words = sourceKeysOf([...(await data.words()).words.values()].flat())
  const shared = [...(await data.registerCounts()).sources, ...(await data.gapCounts()).sources]
  const keys = [...cited, ...shared, ...counts, ...(rates ? [rates.source.key] : []), ...money, ...words]
  const all = await data.sources()
  return [...new Set(keys)].toSorted().flatMap((key) => all.get(key) ?? [])
}
