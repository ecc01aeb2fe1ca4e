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
import { areaResolver } from '../../places/index.ts'
import { serviceTypes, termNamed } from '../../providers/index.ts'
import { finishChanges, type WrittenChange } from '../changes/commands/write/finish-change.ts'
import { providerFinder } from './commands/name-providers.ts'
import type { TakingLots } from './commands/take-lot.ts'
import { takeLotsOfContract } from './commands/take-lots-of-contract.ts'
import { type PlaceOfFile, placeKey } from './lot-of-file.ts'
import { rowsByContract } from './queries/contract-references.ts'
import { importedRows } from './queries/imported-rows.ts'
import { type LotContext, lotColumns, readLot } from './read-lot.ts'
import { noneTaken, type TakenRows, takenInAll } from './taken-rows.ts'

/** Imports the lots of contracts and who stands in them; a row that says what it said before changes nothing. */
export function importLots(
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<PlaceOfFile, LotContext> = {
    columns: () => lotColumns,
    titlesAbove: true,
    known: async (db) => ({
      service: termNamed(await serviceTypes(db)),
      areaOf: await areaResolver(db, partnership.id),
    }),
    read: readLot,
    keyOf: placeKey,
    apply: async (db, rows) => {
      const { rejected, flagged, ...outcome } = await takeRows(db, { partnership, actor, file: file.name, at }, rows)
      await recordImport(db, actor, at, outcome, {
        event: 'procurement.lots-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return { ...outcome, rejected, flagged }
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function takeRows(db: Db, taking: TakingLots, rows: readonly PlaceOfFile[]): Promise<TakenRows> {
  const { partnership, actor, at } = taking
  const before = await importedRows<PlaceOfFile>(db, partnership.id, 'lots')
  const wanted = rows.map(({ provider: name, providerNumber: number }) => ({ name, number }))
  const find = await providerFinder(
    db,
    actor,
    partnership,
    wanted.filter(({ name }) => name !== ''),
    at,
  )
  const today = londonDate(at)
  const taken: TakenRows[] = []
  const written: WrittenChange[] = []
  for (const { contract, rows: ofContract } of await rowsByContract(db, partnership.id, rows, today)) {
    if (contract === undefined || contract.sharedFrom !== null) {
      const reason = contract
        ? 'This contract is led by another partnership, which says what its lots are.'
        : `There is no contract “${ofContract[0]?.contract}”: import contracts first.`
      taken.push(noneTaken(ofContract, 'contract', reason))
      continue
    }
    const stood = lastSaid(before.get(contract.id) ?? [])
    const fresh = new Set(ofContract.filter((row) => stood.get(placeKey(row)) !== sayingOf(row)))
    const changed = [...fresh].filter((row) => stood.has(placeKey(row))).length
    const unchanged = ofContract.length - fresh.size
    if (fresh.size === 0) {
      taken.push({ added: 0, changed: 0, unchanged, rejected: [], flagged: [] })
      continue
    }
    const told = { rows: ofContract, fresh, changed }
    const became = await takeLotsOfContract(db, { ...taking, find, today }, contract, told)
    taken.push(became)
    if (became.written) written.push(became.written)
  }
  await finishChanges(db, actor, written)
  return takenInAll(taken)
}

const lastSaid = (rows: readonly PlaceOfFile[]) => new Map(rows.map((row) => [placeKey(row), sayingOf(row)]))
const sayingOf = (row: PlaceOfFile): string => canonicalJson({ ...row, line: undefined })
