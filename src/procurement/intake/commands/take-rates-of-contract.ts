import type { Db } from '../../../core/db/index.ts'
import type { Rejection } from '../../../core/import/index.ts'
import { pounds } from '../../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { segmentsUnder } from '../../changes/cap-segments.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import { finishChange } from '../../changes/commands/write/finish-change.ts'
import { type RateRow, writeCap, writeRateLine, writeRates } from '../../changes/commands/write/write-rate.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import { capRows } from '../../changes/queries/caps.ts'
import type { Contract, Lot } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import { procurement } from '../../schema/index.ts'
import { firstDay } from '../../term.ts'
import { importReason, importRule } from '../import-reason.ts'
import { daysUntilNext } from '../price-days.ts'
import { type PricedRow, pricedRow, sameLine } from '../priced-row.ts'
import type { Imported } from '../queries/imported-rows.ts'
import type { RateOfFile } from '../rate-of-file.ts'
import { noneTaken, type TakenRows } from '../taken-rows.ts'
import { keepAsked } from './keep-asked.ts'
import type { TakingLots } from './take-lot.ts'

/** Writes caps and prices of one contract as one change of it; `fresh` are the rows that say something new. */
export async function takeRatesOfContract(
  db: Db,
  { partnership, actor, at, file }: TakingLots,
  contractId: Id,
  fresh: readonly RateOfFile[],
): Promise<TakenRows> {
  const today = londonDate(at)
  const contract = await contractAt(db, partnership.id, { id: contractId }, { on: today })
  if (!contract) return noneTaken(fresh, 'contract', 'This contract is not in the register any more.')
  const first = firstDay(contract.terms) ?? today
  const rejected: Rejection[] = []
  const priced = fresh.flatMap((row): PricedRow[] => {
    const found = pricedRow(row, contract, first)
    if ('problem' in found) rejected.push({ line: row.line, ...found.problem })
    return 'problem' in found ? [] : [found]
  })
  if (priced.length === 0) return { ...noneTaken([], null, ''), rejected }
  const said = (rows: readonly PricedRow[]): Imported<RateOfFile> => ({
    kind: 'import',
    of: 'rates',
    rows: rows.map(({ row }) => row),
  })
  const begun = await beginChange(db, actor, {
    partnershipId: partnership.id,
    contractId,
    kind: 'import',
    baseVersion: contract.version,
    effectiveOn: priced.map(({ from }) => from).toSorted()[0] ?? first,
    reason: importReason(file),
    asked: said(priced),
    documentId: null,
    worthPence: 0,
    authority: null,
    at,
  })
  if (!begun.begun) return noneTaken(fresh, null, 'Somebody changed this contract meanwhile.')
  const capped = await writeCaps(db, begun.writing, priced)
  const trouble = await writePrices(db, begun.writing, contract, priced, capped)
  rejected.push(...trouble)
  const refused = new Set(trouble.map(({ line }) => line))
  const taken = priced.filter(({ row }) => !refused.has(row.line))
  if (taken.length < priced.length) await keepAsked(db, begun.writing, said(taken))
  const payload = { file, rows: said(taken).rows, version: begun.version }
  await finishChange(db, actor, begun.writing, { rule: importRule, payload })
  return { added: taken.length, changed: 0, unchanged: 0, rejected, flagged: [] }
}

/** Writes what may be asked at most; gives the lots that have caps. */
async function writeCaps(db: Db, writing: Writing, priced: readonly PricedRow[]): Promise<ReadonlySet<Id>> {
  const lots = new Map(priced.map(({ lot }) => [lot.id, lot]))
  const known = await capRows(db, writing.partnershipId, [...lots.keys()])
  const capped = new Set([...lots.values()].filter((lot) => lot.capped).map(({ id }) => id))
  const told = new Set<string>()
  const key = ({ lot, row, from }: PricedRow) => [lot.id, row.unit, row.visitMinutes, row.dayType, from].join(' ')
  for (const one of priced) {
    const { lot, row, from } = one
    if (row.cap === null || told.has(key(one))) continue
    told.add(key(one))
    if (!capped.has(lot.id)) await capLot(db, writing, lot.id)
    capped.add(lot.id)
    const alike = (cap: { unit: string; visitMinutes: number | null; dayType: string }) =>
      cap.unit === row.unit && cap.visitMinutes === row.visitMinutes && cap.dayType === row.dayType
    const starts = [
      ...(known.get(lot.id) ?? []).filter(alike).map((cap) => cap.from),
      ...priced
        .filter((other) => other.lot.id === lot.id && other.row.cap !== null && alike(other.row))
        .map((other) => other.from),
    ]
    const cap = { unit: row.unit, visitMinutes: row.visitMinutes, dayType: row.dayType, pence: row.cap }
    await writeCap(db, writing, { lotId: lot.id, cap, held: daysUntilNext(from, starts) })
  }
  return capped
}

/** A lot that has no prices yet gets caps. */
async function capLot(db: Db, { partnershipId }: Writing, lotId: Id): Promise<void> {
  await procurement(db)
    .updateTable('lot')
    .set({ capped: true })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', lotId)
    .execute()
}

async function writePrices(
  db: Db,
  writing: Writing,
  contract: Contract,
  priced: readonly PricedRow[],
  cappedLots: ReadonlySet<Id>,
): Promise<Rejection[]> {
  const caps = await capRows(db, writing.partnershipId, [...cappedLots])
  const [rejected, rates]: [Rejection[], RateRow[]] = [[], []]
  for (const one of priced) {
    const { lot, row, organisationId, from } = one
    const capped = cappedLots.has(lot.id)
    if (row.rate === null && row.basis !== 'national') continue
    const days = daysUntilNext(from, startsOf(contract, lot, one, priced))
    const segments = capped ? segmentsUnder(caps.get(lot.id) ?? [], row, days) : [{ days, cap: null }]
    const reason = capped && row.rate !== null ? capTrouble(segments, row.rate) : undefined
    if (reason !== undefined) {
      rejected.push({ line: row.line, column: 'rate', reason })
      continue
    }
    const { basis, unit, visitMinutes, dayType, level, includes, yearlyUnits, rate: pence } = row
    const rate = { organisationId, basis, unit, visitMinutes, dayType, level, includes, yearlyUnits, pence }
    const lineId = await writeRateLine(db, writing, { lotId: lot.id, capped, rate })
    if (pence === null) continue
    for (const { days: held, cap } of segments) rates.push({ lineId, lotId: lot.id, capped, held, pence, cap })
  }
  await writeRates(db, writing, rates)
  return rejected
}

const startsOf = (contract: Contract, lot: Lot, one: PricedRow, priced: readonly PricedRow[]): IsoDate[] => [
  ...(contract.lots.find(({ id }) => id === lot.id)?.rateLines ?? [])
    .filter((line) => sameLine(line, one))
    .flatMap(({ rates }) => rates.map((rate) => rate.from)),
  ...priced
    .filter((other) => other.lot.id === lot.id && sameLine({ ...other.row, organisationId: other.organisationId }, one))
    .map((other) => other.from),
]

function capTrouble(
  segments: readonly { readonly cap: { readonly pence: number } | null }[],
  rate: number,
): string | undefined {
  const over = segments.find(({ cap }) => cap === null || rate > cap.pence)
  if (!over) return undefined
  return over.cap === null
    ? 'This lot has caps, and none is known for this price.'
    : `${pounds(rate)} is above the cap of ${pounds(over.cap.pence)}.`
}
