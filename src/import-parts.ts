import type { Db } from './core/db/index.ts'
import type { Choice, Given, ImportKind } from './core/importing/index.ts'
import { sourceMap } from './evidence/index.ts'

const sources = async (db: Db) =>
  [...(await sourceMap(db)).values()].map(({ key, title, edition }) => ({
    value: key,
    text: [title, edition].filter(Boolean).join(', '),
  }))

/** The source that figures of a file are cited from. */
export const source: Choice = {
  name: 'source',
  kind: 'list',
  label: 'Source',
  hint: 'What the figures are cited from. A source that is missing is imported first, under “Sources”.',
  options: sources,
}

/** Runs an importer of one partnership's rows that needs no choices. */
export function ofPartnership(
  run: (
    database: Parameters<ImportKind['run']>[0],
    partnership: Given['partnership'],
    file: Given['file'],
    options: Given['options'],
  ) => ReturnType<ImportKind['run']>,
): ImportKind['run'] {
  return (database, { partnership, file, options }) => run(database, partnership, file, options)
}
