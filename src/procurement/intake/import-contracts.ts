import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  type Rejection,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson, type Id } from '../../core/values/index.ts'
import { sourceKeys } from '../../evidence/index.ts'
import { careGroups, serviceTypes, termNamed } from '../../providers/index.ts'
import { nationalFrameworks } from '../rates/queries/national.ts'
import { marketAreasOf } from '../summaries/queries/market-areas.ts'
import { knownNames, providerFinder } from './commands/name-providers.ts'
import { reviseContract } from './commands/revise-contract.ts'
import { type Taken, type TakingContracts, takeContracts } from './commands/take-contract.ts'
import { contractColumns } from './contract-columns.ts'
import { type ContractOfFile, contractKey } from './contract-of-file.ts'
import { inOrderOfFollowing } from './order-of-following.ts'
import type { Remark } from './plain-row.ts'
import { contractsByReference } from './queries/contract-references.ts'
import { importedRows } from './queries/imported-rows.ts'
import { type ContractContext, readContract } from './read-contract.ts'
import { supplierCandidates, suppliersOf, suppliersSaid } from './suppliers.ts'

/** Imports a partnership's register of contracts; a row that says what it said before changes nothing. */
export function importContracts(
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<ContractOfFile, ContractContext> = {
    columns: contractColumns,
    titlesAbove: true,
    known: (db) => contractContext(db, partnership.id),
    read: readContract,
    keyOf: contractKey,
    apply: async (db, rows) => {
      const taking = await takingOf(db, { partnership, actor, file: file.name, at }, rows)
      const { rejected, flagged, ...outcome } = await takeRows(db, taking, rows)
      await recordImport(db, actor, at, outcome, {
        event: 'procurement.contracts-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return { ...outcome, rejected, flagged }
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function contractContext(db: Db, partnershipId: Id): Promise<ContractContext> {
  const areas = await marketAreasOf(db, partnershipId)
  const marketArea = termNamed(areas.map(({ key, name }) => ({ key, name, otherNames: [] })))
  return {
    service: termNamed(await serviceTypes(db)),
    careGroup: termNamed(await careGroups(db)),
    marketArea: (words) => marketArea(words)?.key,
    frameworks: new Set((await nationalFrameworks(db)).map(({ key }) => key)),
    sources: await sourceKeys(db),
  }
}

async function takingOf(
  db: Db,
  of: Omit<TakingContracts, 'find' | 'isKnown'>,
  rows: readonly ContractOfFile[],
): Promise<TakingContracts> {
  const candidates = rows.flatMap(({ suppliers }) => supplierCandidates(suppliers))
  const known = await knownNames(db, of.partnership, [...new Set(candidates)])
  const isKnown = (name: string) => known.has(name.trim().toLowerCase())
  const wanted = rows.flatMap(({ suppliers }) => suppliersOf(suppliers, isKnown).names)
  const named = [...new Set(wanted)].map((name) => ({ name, number: '' }))
  return { ...of, isKnown, find: await providerFinder(db, of.actor, of.partnership, named, of.at) }
}

interface Remarks {
  readonly rejected: Rejection[]
  readonly flagged: Rejection[]
}

async function takeRows(db: Db, taking: TakingContracts, rows: readonly ContractOfFile[]): Promise<Outcome & Remarks> {
  const { partnership } = taking
  const references = await contractsByReference(db, partnership.id)
  const standing = new Map<string, { id: Id; row: ContractOfFile }>()
  for (const [id, imported] of await importedRows<ContractOfFile>(db, partnership.id, 'contract')) {
    const row = imported.at(-1)
    if (row) standing.set(contractKey(row), { id, row })
  }
  const outcome = { added: 0, changed: 0, unchanged: 0 }
  const [rejected, flagged]: [Rejection[], Rejection[]] = [[], []]
  const note = (list: Rejection[], line: number, remarks: readonly Remark[]): void => {
    list.push(...remarks.map((remark) => ({ line, ...remark })))
  }
  const became = (row: ContractOfFile, taken: Taken, as: 'added' | 'changed') => {
    if ('problems' in taken) return note(rejected, row.line, taken.problems)
    note(flagged, row.line, taken.odd)
    outcome[as] += 1
  }
  const fresh: ContractOfFile[] = []
  for (const row of inOrderOfFollowing(rows)) {
    const before = standing.get(contractKey(row))
    if (before && sayingOf(before.row) === sayingOf(row)) outcome.unchanged += 1
    else if (before) became(row, await reviseContract(db, taking, before.id, before.row, row), 'changed')
    else if (row.reference !== '' && references.has(row.reference.toLowerCase())) {
      const reason = 'A contract with this reference stands already, and no file made it: change it on its page.'
      note(rejected, row.line, [{ column: 'reference', reason }])
    } else fresh.push(row)
  }
  const entered = await takeContracts(db, taking, fresh, references)
  for (const [index, row] of fresh.entries()) became(row, entered[index] ?? { problems: [] }, 'added')
  return { ...outcome, rejected, flagged }
}

/** What a row says, wherever it stands in its file. */
const sayingOf = (row: ContractOfFile): string =>
  canonicalJson({ ...row, line: undefined, suppliers: suppliersSaid(row.suppliers) })
