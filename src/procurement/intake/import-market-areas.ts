import { type Actor, type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { recordAll } from '../../core/ledger/index.ts'
import { canonicalJson, type Id, londonDate } from '../../core/values/index.ts'
import { sourceKeys } from '../../evidence/index.ts'
import { serviceTypes, termNamed } from '../../providers/index.ts'
import { saveMarketAreas } from '../summaries/commands/save-market-area.ts'
import { writeSummaries } from '../summaries/commands/write-summary.ts'
import type { MarketArea } from '../summaries/market-summary.ts'
import { marketAreasOf } from '../summaries/queries/market-areas.ts'
import { type MarketAreaContext, type MarketAreaOfFile, marketAreaColumns, readMarketArea } from './read-market-area.ts'

/** Imports the market areas that contracts are summed up under, with their words; words that stand already stay. */
export function importMarketAreas(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<MarketAreaOfFile, MarketAreaContext> = {
    columns: () => marketAreaColumns,
    titlesAbove: true,
    known: async (db) => ({ service: termNamed(await serviceTypes(db)), sources: await sourceKeys(db) }),
    read: readMarketArea,
    // One area may have other words from another day on.
    keyOf: ({ key, from }) => JSON.stringify([key, from]),
    apply: async (db, rows) => {
      const outcome = await takeRows(db, actor, { partnershipId: partnership.id, at }, rows)
      return recordImport(db, actor, at, outcome, {
        event: 'procurement.market-areas-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function takeRows(
  db: Db,
  actor: Actor,
  of: { readonly partnershipId: Id; readonly at: Date },
  rows: readonly MarketAreaOfFile[],
): Promise<Outcome> {
  const standing = new Map((await marketAreasOf(db, of.partnershipId)).map((area) => [area.key, area]))
  const { ids, happenings } = await saveMarketAreas(db, of.partnershipId, rows.map(areaOf))
  const said = rows.flatMap((row, index) => {
    const areaId = ids[index]
    if (areaId === undefined || Object.values(row.words).every((text) => text === null || text === '')) return []
    return [{ row, areaId, from: row.from ?? londonDate(of.at), words: row.words, publish: row.published }]
  })
  const told = await writeSummaries(db, of, said)
  const written = new Set(said.filter((_, index) => told[index]).map(({ row }) => row))
  await recordAll(db, actor, of.at, [...happenings, ...told.filter((one) => one !== undefined)])
  const outcome = { added: 0, changed: 0, unchanged: 0 }
  for (const row of rows) {
    const before = standing.get(row.key)
    if (!before) outcome.added += 1
    else if (written.has(row) || canonicalJson(areaOf(before)) !== canonicalJson(areaOf(row))) outcome.changed += 1
    else outcome.unchanged += 1
  }
  return outcome
}

const areaOf = ({ key, name, serviceTypeKeys, budgetSubject }: MarketAreaOfFile | MarketArea) => ({
  key,
  name,
  serviceTypeKeys,
  budgetSubject,
})
