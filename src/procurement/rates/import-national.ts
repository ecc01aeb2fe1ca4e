import { systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson } from '../../core/values/index.ts'
import { sourceKeys } from '../../evidence/index.ts'
import { saveFrameworks, saveSeries } from './commands/save-national.ts'
import { layTable, seriesKey, type ToldPrice } from './lay-table.ts'
import type { NationalFramework } from './national-framework.ts'
import { nationalFrameworks, tablePrices } from './queries/national.ts'
import {
  type NationalKnown,
  nationalFrameworkColumns,
  nationalRateColumns,
  readNationalFramework,
  readNationalRate,
} from './read-national.ts'

type Options = ImportOptions & { readonly at: Date }

// Shared by all partnerships: the product itself writes, on the chain that they share.
const actor = systemActor()

const known = async (db: Db): Promise<NationalKnown> => ({
  frameworks: new Set((await nationalFrameworks(db)).map(({ key }) => key)),
  sources: await sourceKeys(db),
})

/** Imports frameworks that others made; one that is known by its key is brought up to date. */
export const importNationalFrameworks = (
  database: Database,
  file: SourceFile,
  options: Options,
): Promise<ImportReport> =>
  runImport<NationalFramework, NationalKnown>(
    database,
    actor,
    {
      columns: () => nationalFrameworkColumns,
      known,
      read: readNationalFramework,
      keyOf: ({ key }) => key,
      apply: async (db, frameworks) =>
        recordImport(db, actor, options.at, await takeFrameworks(db, frameworks), {
          event: 'procurement.national-frameworks-imported',
          subject: { kind: 'national', id: 'frameworks' },
          file: file.name,
        }),
    },
    file,
    options,
  )

/** Imports prices of national tables: each holds until the next of its kind, or the last day that the file gives. */
export const importNationalRates = (database: Database, file: SourceFile, options: Options): Promise<ImportReport> =>
  runImport<ToldPrice, NationalKnown>(
    database,
    actor,
    {
      columns: () => nationalRateColumns,
      known,
      read: readNationalRate,
      keyOf: (price) => `${seriesKey(price)}|${price.from}`,
      apply: async (db, prices) =>
        recordImport(db, actor, options.at, await takePrices(db, prices), {
          event: 'procurement.national-rates-imported',
          subject: { kind: 'national', id: 'rates' },
          file: file.name,
        }),
    },
    file,
    options,
  )

async function takeFrameworks(db: Db, told: readonly NationalFramework[]): Promise<Outcome> {
  const before = new Map((await nationalFrameworks(db)).map((framework) => [framework.key, canonicalJson(framework)]))
  const fresh = told.filter((framework) => before.get(framework.key) !== canonicalJson(framework))
  await saveFrameworks(db, fresh)
  const changed = fresh.filter(({ key }) => before.has(key)).length
  return { added: fresh.length - changed, changed, unchanged: told.length - fresh.length }
}

async function takePrices(db: Db, told: readonly ToldPrice[]): Promise<Outcome> {
  const standing = Map.groupBy(await tablePrices(db, [...new Set(told.map(({ framework }) => framework))]), seriesKey)
  const outcome = { added: 0, changed: 0, unchanged: 0 }
  for (const [key, prices] of Map.groupBy(told, seriesKey)) {
    const before = standing.get(key) ?? []
    const after = layTable(before, prices)
    const at = (pieces: typeof after, from: string) => pieces.find((piece) => piece.from === from)
    for (const { from } of prices) {
      const [was, is] = [at(before, from), at(after, from)]
      outcome[!was ? 'added' : canonicalJson(was) === canonicalJson(is) ? 'unchanged' : 'changed'] += 1
    }
    if (canonicalJson(before) !== canonicalJson(after)) await saveSeries(db, after)
  }
  return outcome
}
