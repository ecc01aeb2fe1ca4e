import { type Actor, type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson, type Id, londonDate } from '../../core/values/index.ts'
import { sourceKeys } from '../../evidence/index.ts'
import { serviceTypes, termNamed } from '../../providers/index.ts'
import { saveMarketArea } from '../summaries/commands/save-market-area.ts'
import { writeSummary } from '../summaries/commands/write-summary.ts'
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
      const standing = new Map((await marketAreasOf(db, partnership.id)).map((area) => [area.key, area]))
      const outcome = { added: 0, changed: 0, unchanged: 0 }
      for (const row of rows) {
        outcome[await take(db, { actor, partnershipId: partnership.id, at }, row, standing.get(row.key))] += 1
      }
      return recordImport(db, actor, at, outcome, {
        event: 'procurement.market-areas-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function take(
  db: Db,
  { actor, partnershipId, at }: { readonly actor: Actor; readonly partnershipId: Id; readonly at: Date },
  row: MarketAreaOfFile,
  before: MarketArea | undefined,
): Promise<'added' | 'changed' | 'unchanged'> {
  const { key, name, serviceTypeKeys, budgetSubject, words } = row
  const area = { key, name, serviceTypeKeys, budgetSubject }
  const areaId = await saveMarketArea(db, actor, { partnershipId, area, at })
  const said = Object.values(words).some((text) => text !== null && text !== '')
  const from = row.from ?? londonDate(at)
  const written = said
    ? await writeSummary(db, actor, { partnershipId, areaId, from, words, publish: row.published, at })
    : undefined
  if (!before) return 'added'
  const same = { key, name: before.name, serviceTypeKeys: before.serviceTypeKeys, budgetSubject: before.budgetSubject }
  return written?.outcome === 'written' || canonicalJson(same) !== canonicalJson(area) ? 'changed' : 'unchanged'
}
