import type { Source } from '../evidence/index.ts'
import { licenceNotice } from './licence-notice.ts'
import type { PlainColumn } from './plain-table.ts'

/** What a file of rows is, for those who use it. */
export interface FileDescription {
  /** The name of the CSV file beside the metadata. */
  readonly file: string
  readonly title: string
  readonly description: string
  readonly publisher: string
  readonly columns: readonly PlainColumn[]
  readonly key: readonly string[]
  readonly sources: readonly Source[]
}

/** The metadata of a CSV file as W3C's CSV on the Web has it, to stand at the file's address with `-metadata.json`. */
export const csvwOf = ({ file, title, description, publisher, columns, key, sources }: FileDescription) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url: file,
  'dc:title': title,
  'dc:description': description,
  'dc:publisher': { 'schema:name': publisher },
  'dc:rights': licenceNotice(sources),
  'dc:license': [...new Set(sources.map(({ licenceUrl }) => licenceUrl))]
    .filter((url) => url !== null)
    .map((url) => ({ '@id': url })),
  'dc:source': sources.map(({ title: name, publisher: by, edition }) => [name, edition, by].filter(Boolean).join(', ')),
  dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'], quoteChar: '"' },
  tableSchema: {
    columns: columns.map((column) => ({
      name: column.key,
      // The first title is the one that the file's header has.
      titles: [column.key, column.heading],
      datatype: column.datatype,
      'dc:description': column.description,
      ...(column.unit ? { 'schema:unitText': column.unit } : {}),
    })),
    ...(key.length > 0 ? { primaryKey: key } : {}),
  },
})
