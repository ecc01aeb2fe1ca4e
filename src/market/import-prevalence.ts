import { systemActor } from '../core/auth/index.ts'
import type { Database } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import { addMissingSource, type Source, sourceToCite } from '../evidence/index.ts'
import { saveRates } from './commands/save-rates.ts'
import { type RateLine, rateColumns, rateReader } from './read-rate.ts'

/** How a file of rates is to be imported. */
export interface PrevalenceImport extends ImportOptions {
  /** The condition: `dementia`. */
  readonly measure: string
  /** The key or title of the source; a title that is not known yet is kept as a source with its name alone. */
  readonly source: string
  readonly at: Date
}

/** Imports the shares of people with a condition by age and sex; rates of the same source that overlap new ones give way. */
export async function importPrevalence(
  database: Database,
  file: SourceFile,
  options: PrevalenceImport,
): Promise<ImportReport> {
  const { measure, at } = options
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(measure) || measure.startsWith('population')) {
    throw invalid(`“${measure}” can’t name a condition.`, 'Use small letters joined by hyphens, such as dementia.')
  }
  const actor = systemActor()
  const layout: Layout<RateLine, Source> = {
    columns: () => rateColumns,
    known: (db) => sourceToCite(db, options.source),
    read: rateReader(),
    keyOf: ({ sex, ages }) => `${sex} ${ages.from}`,
    apply: async (db, rates, source) => {
      await addMissingSource(db, source)
      const outcome = await saveRates(db, { measure, sourceKey: source.key, file: file.name }, rates)
      return recordImport(db, actor, at, outcome, {
        event: 'market.prevalence-imported',
        subject: { kind: 'condition', id: measure },
        file: file.name,
        detail: { source: source.key },
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}
