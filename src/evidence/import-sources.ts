import { systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type Column,
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  type Reading,
  type Row,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import { difference } from './difference.ts'
import { allSources, saveSources } from './queries/sources.ts'
import type { Source } from './source.ts'

/** The columns of a file of sources. */
export const sourceColumns: readonly Column[] = [
  { key: 'key', names: ['key'] },
  { key: 'title', names: ['title'] },
  { key: 'publisher', names: ['publisher'] },
  { key: 'published', names: ['published'], optional: true },
  { key: 'edition', names: ['edition'], optional: true },
  { key: 'licence', names: ['licence', 'license'] },
  { key: 'licenceUrl', names: ['licence_url', 'license_url'], optional: true },
  { key: 'url', names: ['url'], optional: true },
  { key: 'note', names: ['note'], optional: true },
]

/** Imports sources, by key. */
export function importSources(
  database: Database,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor()
  const layout: Layout<Source, undefined> = {
    columns: () => sourceColumns,
    known: async () => undefined,
    read: readSource,
    keyOf: (source) => source.key,
    apply: async (db, sources) => {
      const outcome = await applySources(db, sources)
      return recordImport(db, actor, options.at, outcome, {
        event: 'evidence.sources-imported',
        subject: { kind: 'file', id: file.name },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function applySources(db: Db, sources: readonly Source[]): Promise<Outcome> {
  const { toWrite, ...outcome } = difference(sources, await allSources(db), (source) => source.key)
  await saveSources(db, toWrite)
  return outcome
}

/** A source as a row of the file tells it, or what is wrong with the row. */
export function readSource(row: Row): Reading<Source> {
  const problems: { column: string; reason: string }[] = []
  const refuse = (key: string, reason: string) => problems.push({ column: row.nameOf(key), reason })
  for (const key of ['key', 'title', 'publisher', 'licence']) if (row.cell(key) === '') refuse(key, 'This is missing.')
  const key = row.cell('key')
  if (key !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
    refuse('key', `“${key}” can’t be a key: use small letters, digits and single hyphens.`)
  }
  const published = row.cell('published')
  if (published !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(published)) {
    refuse('published', `“${published}” is not a year, a month such as 2011-09, or a date such as 2018-03-20.`)
  }
  for (const address of ['url', 'licenceUrl']) {
    if (row.cell(address) !== '' && !isWebAddress(row.cell(address))) {
      refuse(address, `“${row.cell(address)}” is not a web address that begins with https:// or http://.`)
    }
  }
  if (problems.length > 0) return { problems }
  const optional = (name: string) => row.cell(name) || null
  return {
    value: {
      key,
      title: row.cell('title'),
      publisher: row.cell('publisher'),
      published: optional('published'),
      edition: optional('edition'),
      licence: row.cell('licence'),
      licenceUrl: optional('licenceUrl'),
      url: optional('url'),
      note: optional('note'),
    },
  }
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
