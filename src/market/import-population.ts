import { systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import { londonDate } from '../core/values/index.ts'
import { addMissingSource, type Source, sourceToCite } from '../evidence/index.ts'
import { areaResolver } from '../places/index.ts'
import { savePopulation } from './commands/save-population.ts'
import { type EditionName, editionKey } from './edition.ts'
import { nrsSource } from './nrs-source.ts'
import {
  type PopulationContext,
  type PopulationLayout,
  type PopulationLine,
  populationColumns,
  readPopulation,
} from './read-population.ts'

/** How a file of people by age is to be imported. */
export interface PopulationImport extends ImportOptions, EditionName {
  readonly layout: PopulationLayout
  /** The key or title of the source; files in the layout of National Records of Scotland have theirs by themselves. */
  readonly source?: string
  readonly at: Date
}

/** Imports people by age and sex: finer ages replace coarser ones of the same edition, area, year and sex, never the other way. */
export async function importPopulation(
  database: Database,
  file: SourceFile,
  options: PopulationImport,
): Promise<ImportReport> {
  const { kind, vintage } = options
  if (!Number.isInteger(vintage) || vintage < 1800 || vintage > 2200) {
    throw invalid(
      `${vintage} is not the year of an edition.`,
      'Give the base year of a projection, or the last year of estimates.',
    )
  }
  const actor = systemActor()
  const thisYear = Number(londonDate(options.at).slice(0, 4))
  let lowerAges: readonly number[] = []
  let read: Layout<PopulationLine, Known>['read'] = readPopulation(kind, [], thisYear)
  const layout: Layout<PopulationLine, Known> = {
    columns: (header) => {
      const found = populationColumns(options.layout, header)
      lowerAges = found.lowerAges
      read = readPopulation(kind, lowerAges, thisYear)
      return found.columns
    },
    known: async (db) => ({ areaOf: await areaResolver(db), source: await wantedSource(db, options) }),
    read: (row, known) => read(row, known),
    keyOf: ({ areaCode, year, sex }) => `${areaCode} ${year} ${sex}`,
    apply: async (db, lines, { source }) => {
      await addMissingSource(db, source)
      const edition = { kind, vintage, sourceKey: source.key }
      const outcome = await savePopulation(db, edition, { name: file.name, lowerAges, lines })
      return recordImport(db, actor, options.at, outcome, {
        event: 'market.population-imported',
        subject: { kind: 'population-edition', id: editionKey(options) },
        file: file.name,
        detail: { source: source.key },
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

type Known = PopulationContext & { readonly source: Source }

async function wantedSource(db: Db, { layout, source, kind, vintage }: PopulationImport): Promise<Source> {
  if (source !== undefined) return sourceToCite(db, source)
  if (layout === 'nrs') return nrsSource({ kind, vintage })
  throw invalid('A file of people in age bands doesn’t say where it is from.', 'Name its source.')
}
