import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson, londonDate } from '../../core/values/index.ts'
import { finishChanges, type WrittenChange } from '../changes/commands/write/finish-change.ts'
import type { TakingLots } from './commands/take-lot.ts'
import { takeRatesOfContract } from './commands/take-rates-of-contract.ts'
import { rowsByContract } from './queries/contract-references.ts'
import { importedRows } from './queries/imported-rows.ts'
import { type RateOfFile, rateKey } from './rate-of-file.ts'
import { rateColumns, readRate } from './read-rate.ts'
import { noneTaken, type TakenRows, takenInAll } from './taken-rows.ts'

/** Imports the price lists of lots with their caps; a row that says what it said before changes nothing. */
export function importRates(
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<RateOfFile, undefined> = {
    columns: () => rateColumns,
    titlesAbove: true,
    known: async () => undefined,
    read: readRate,
    keyOf: rateKey,
    apply: async (db, rows) => {
      const { rejected, flagged, ...outcome } = await takeRows(db, { partnership, actor, file: file.name, at }, rows)
      await recordImport(db, actor, at, outcome, {
        event: 'procurement.rates-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return { ...outcome, rejected, flagged }
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function takeRows(db: Db, taking: TakingLots, rows: readonly RateOfFile[]): Promise<TakenRows> {
  const { partnership, actor, at } = taking
  const before = await importedRows<RateOfFile>(db, partnership.id, 'rates')
  const taken: TakenRows[] = []
  const written: WrittenChange[] = []
  for (const { contract, rows: ofContract } of await rowsByContract(db, partnership.id, rows, londonDate(at))) {
    if (contract === undefined || contract.sharedFrom !== null) {
      const reason = contract
        ? 'This contract is led by another partnership, which says what is paid.'
        : `There is no contract “${ofContract[0]?.contract}”: import contracts first.`
      taken.push(noneTaken(ofContract, 'contract', reason))
      continue
    }
    const stood = new Map((before.get(contract.id) ?? []).map((row) => [rateKey(row), sayingOf(row)]))
    const fresh = ofContract.filter((row) => stood.get(rateKey(row)) !== sayingOf(row))
    taken.push({ added: 0, changed: 0, unchanged: ofContract.length - fresh.length, rejected: [], flagged: [] })
    if (fresh.length === 0) continue
    const done = await takeRatesOfContract(db, taking, contract, fresh)
    if (done.written) written.push(done.written)
    const changed = Math.min(done.added, fresh.filter((row) => stood.has(rateKey(row))).length)
    taken.push({ ...done, added: done.added - changed, changed })
  }
  await finishChanges(db, actor, written)
  return takenInAll(taken)
}

const sayingOf = (row: RateOfFile): string => canonicalJson({ ...row, line: undefined })
