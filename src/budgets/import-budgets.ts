import { type Partnership, systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import { canonicalJson, type Id, newId } from '../core/values/index.ts'
import { sourceKeys } from '../evidence/index.ts'
import { careGroups, serviceTypes, termNamed } from '../providers/index.ts'
import { budgetLineKey, type StoredBudgetLine } from './budget-line.ts'
import { budgetLines, saveBudgetLines } from './queries/lines.ts'
import { type BudgetContext, budgetColumns, type LineOfFile, readBudgetLine } from './read-budget-line.ts'

/** Imports a partnership's lines of budget and spend; one that stands already keeps its identifier. */
export function importBudgets(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<LineOfFile, BudgetContext> = {
    columns: () => budgetColumns,
    known: async (db) => ({
      sources: await sourceKeys(db),
      careGroup: termNamed(await careGroups(db)),
      serviceType: termNamed(await serviceTypes(db)),
    }),
    read: readBudgetLine,
    keyOf: budgetLineKey,
    apply: async (db, lines) => {
      const importId = newId()
      const outcome = await applyLines(db, partnership.id, lines, { importId, file: file.name })
      return recordImport(db, actor, options.at, outcome, {
        event: 'budgets.lines-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
        detail: { importId },
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function applyLines(
  db: Db,
  partnershipId: Id,
  lines: readonly LineOfFile[],
  from: { importId: Id; file: string },
): Promise<Outcome> {
  const standing = await budgetLines(db, partnershipId)
  const before = new Map(standing.map((line) => [budgetLineKey(line), contentOf(line)]))
  const fresh = lines.filter((line) => before.get(budgetLineKey(line)) !== contentOf(line))
  if (fresh.length > 0) await saveBudgetLines(db, partnershipId, fresh, from)
  const changed = fresh.filter((line) => before.has(budgetLineKey(line))).length
  return { added: fresh.length - changed, changed, unchanged: lines.length - fresh.length }
}

/** What a line says, without where it came from. */
function contentOf(line: LineOfFile | StoredBudgetLine): string {
  const provenance = { id: undefined, importId: undefined, file: undefined, line: undefined }
  return canonicalJson({ ...line, ...provenance })
}
