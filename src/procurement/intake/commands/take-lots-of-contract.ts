import type { Db } from '../../../core/db/index.ts'
import type { Rejection } from '../../../core/import/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import type { WrittenChange } from '../../changes/commands/write/finish-change.ts'
import type { Contract } from '../../contract.ts'
import { firstDay } from '../../term.ts'
import { importReason, importRule } from '../import-reason.ts'
import type { PlaceOfFile } from '../lot-of-file.ts'
import { inLotOrder, type PlacedRow } from '../lot-plan.ts'
import type { Imported } from '../queries/imported-rows.ts'
import { noneTaken, type TakenRows } from '../taken-rows.ts'
import { dropImportedLot } from './drop-imported-lot.ts'
import { keepAsked } from './keep-asked.ts'
import type { ProviderFinder } from './name-providers.ts'
import { type LotOfFile, lotTrouble, type TakingLots, takeLots } from './take-lot.ts'

/** The rows of one contract, and which of them say something new. */
export interface RowsOfContract {
  readonly rows: readonly PlaceOfFile[]
  readonly fresh: ReadonlySet<PlaceOfFile>
  /** How many of the fresh ones were imported before, with other words. */
  readonly changed: number
}

/**
 * Writes the lots of one contract as one change of it, which is to be finished; a lot that would be in disorder is
 * refused, the others are taken.
 */
export async function takeLotsOfContract(
  db: Db,
  taking: TakingLots & { readonly find: ProviderFinder; readonly today: IsoDate },
  read: Contract,
  { rows, fresh, changed }: RowsOfContract,
): Promise<TakenRows & { readonly written?: WrittenChange }> {
  const { partnership, actor, at, file, today } = taking
  const rejected: Rejection[] = []
  const flagged: Rejection[] = []
  const lots = await lotsOf(taking, read, rows, fresh, rejected, flagged)
  const good = lots.filter((lot) => {
    const standing = read.lots.find(({ number }) => number.toLowerCase() === lot.number.toLowerCase())
    const trouble = lotTrouble(lot, standing)
    if (trouble) rejected.push(...rowsOf(lot, fresh, rows).map(({ line }) => ({ line, column: null, reason: trouble })))
    return trouble === undefined
  })
  const unread = new Set(rejected.map(({ line }) => line))
  const accepted = good.flatMap((lot) => rowsOf(lot, fresh, rows)).filter(({ line }) => !unread.has(line))
  const toTake = good.filter((lot) => rowsOf(lot, fresh, accepted).length > 0)
  if (accepted.length === 0)
    return { ...noneTaken([], null, ''), unchanged: rows.length - fresh.size, rejected, flagged }
  const said = (kept: readonly PlaceOfFile[]): Imported<PlaceOfFile> => ({ kind: 'import', of: 'lots', rows: kept })
  const begun = await beginChange(db, actor, {
    partnershipId: partnership.id,
    contractId: read.id,
    kind: 'import',
    baseVersion: read.version,
    effectiveOn: firstDay(read.terms) ?? today,
    reason: importReason(file),
    asked: said(accepted),
    documentId: null,
    worthPence: 0,
    authority: null,
    at,
  })
  if (!begun.begun) return noneTaken(rows, null, 'Somebody changed this contract meanwhile.')
  const whole = rows.some(({ lot }) => lot === '') || !(await dropImportedLot(db, partnership.id, read))
  const contract = whole ? read : { ...read, lots: read.lots.filter(({ number }) => number !== '') }
  const became = await takeLots(db, taking, begun.writing, contract, toTake)
  flagged.push(...became.odd)
  rejected.push(...became.refused)
  const refused = new Set(rejected.map(({ line }) => line))
  const taken = accepted.filter(({ line }) => !refused.has(line))
  // A row that was refused in the end is tried anew when the file comes again.
  if (taken.length < accepted.length) await keepAsked(db, begun.writing, said(taken))
  const written = {
    writing: begun.writing,
    rule: importRule,
    payload: { file, rows: taken, version: begun.version },
  }
  const changes = Math.min(changed, taken.length)
  const counts = { added: taken.length - changes, changed: changes, unchanged: rows.length - fresh.size }
  return { ...counts, rejected, flagged, written }
}

/** The rows of a lot that say something new; those without a provider among them. */
const rowsOf = (lot: LotOfFile, fresh: ReadonlySet<PlaceOfFile>, rows: readonly PlaceOfFile[]) =>
  rows.filter((row) => fresh.has(row) && row.lot.toLowerCase() === lot.number.toLowerCase())

async function lotsOf(
  { find }: { readonly find: ProviderFinder },
  contract: Contract,
  rows: readonly PlaceOfFile[],
  fresh: ReadonlySet<PlaceOfFile>,
  rejected: Rejection[],
  flagged: Rejection[],
): Promise<LotOfFile[]> {
  const byNumber = Map.groupBy(rows, ({ lot }) => lot.toLowerCase())
  const last = contract.lots.length
  const lots: LotOfFile[] = []
  for (const [index, number] of inLotOrder([...byNumber.keys()]).entries()) {
    const ofLot = byNumber.get(number) ?? []
    const places: PlacedRow[] = []
    for (const row of ofLot.filter(({ provider, providerNumber }) => provider !== '' || providerNumber !== '')) {
      const provider = await find({ name: row.provider, number: row.providerNumber })
      if ('refused' in provider) rejected.push({ line: row.line, column: 'provider_number', reason: provider.refused })
      else {
        places.push({ row, organisationId: provider.id, organisation: provider.name })
        if (provider.remark !== null) flagged.push({ line: row.line, column: 'provider', reason: provider.remark })
      }
    }
    const said = ofLot[0]
    const toWrite = places.filter(({ row }) => fresh.has(row))
    const first = firstDay(contract.terms)
    if (said && first !== undefined && ofLot.some((row) => fresh.has(row))) {
      lots.push({ number: said.lot, position: last + index + 1, said, places, toWrite, first })
    }
  }
  return lots
}
