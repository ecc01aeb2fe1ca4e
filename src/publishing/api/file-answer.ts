import { csvOf } from '../../core/csv/index.ts'
import type { MercatContext } from '../../core/http/index.ts'
import { csvwOf, type FileDescription } from '../csvw.ts'
import { licenceNotice } from '../licence-notice.ts'
import { type PlainTable, recordsOf } from '../plain-table.ts'

/** The forms in which rows are given. */
export type FileFormat = 'csv' | 'json' | 'metadata'

/** The name and format that an address ends with: `population.csv`, `population.json`, `population.csv-metadata.json`. */
export function fileNamed(file: string): { name: string; format: FileFormat } {
  const [, name = '', ending] = /^(.*?)\.(csv-metadata\.json|csv|json)$/.exec(file) ?? []
  return { name, format: ending === 'csv' ? 'csv' : ending === 'json' ? 'json' : 'metadata' }
}

/** Answers with a file of rows, or with its description; `extra` is what JSON says besides. */
export function fileAnswer(
  c: MercatContext,
  format: FileFormat,
  about: FileDescription,
  rows: PlainTable['rows'],
  extra: Readonly<Record<string, unknown>> = {},
): Response {
  if (format === 'csv') {
    return c.body(csvOf([about.columns.map(({ key }) => key), ...rows]), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${about.file.replaceAll(/[^\w.-]/g, '-')}"`,
    })
  }
  if (format === 'metadata')
    return c.body(JSON.stringify(csvwOf(about)), 200, { 'Content-Type': 'application/csvm+json; charset=utf-8' })
  const { title, description, publisher, columns, sources } = about
  const rights = licenceNotice(sources)
  return c.json({
    title,
    description,
    publisher,
    rights,
    ...extra,
    columns: columns.map(({ key: name, heading, datatype, unit, description: of }) => ({
      name,
      title: heading,
      datatype,
      unit: unit ?? null,
      description: of,
    })),
    rows: recordsOf({ columns, rows }),
  })
}
