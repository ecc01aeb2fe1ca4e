import type { Db } from '../../../core/db/index.ts'
import type { Rejection } from '../../../core/import/index.ts'
import { pounds } from '../../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { segmentsUnder } from '../../changes/cap-segments.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import type { WrittenChange } from '../../changes/commands/write/finish-change.ts'
import {
  type CapOfLot,
  type LineOfLot,
  type RateRow,
  writeCaps,
  writeRateLines,
  writeRates,
} from '../../changes/commands/write/write-rate.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import { capRows } from '../../changes/queries/caps.ts'
import type { Contract, Days, Lot } from '../../contract.ts'
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

/** Writes caps and prices of one contract as one change of it, which is to be finished; `fresh` are the rows that say something new. */
export async function takeRatesOfContract(
  db: Db,
  { partnership, actor, at, file }: TakingLots,
  contract: Contract,
  fresh: readonly RateOfFile[],
): Promise<TakenRows & { readonly written?: WrittenChange }> {
  const today = londonDate(at)
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
    contractId: contract.id,
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
  const capped = await writeCapsOf(db, begun.writing, priced)
  const trouble = await writePrices(db, begun.writing, contract, priced, capped)
  rejected.push(...trouble)
  const refused = new Set(trouble.map(({ line }) => line))
  const taken = priced.filter(({ row }) => !refused.has(row.line))
  if (taken.length < priced.length) await keepAsked(db, begun.writing, said(taken))
  const payload = { file, rows: said(taken).rows, version: begun.version }
  const written = { writing: begun.writing, rule: importRule, payload }
  return { added: taken.length, changed: 0, unchanged: 0, rejected, flagged: [], written }
}

/** Writes what may be asked at most; gives the lots that have caps. */
async function writeCapsOf(db: Db, writing: Writing, priced: readonly PricedRow[]): Promise<ReadonlySet<Id>> {
  const lots = new Map(priced.map(({ lot }) => [lot.id, lot]))
  const known = await capRows(db, writing.partnershipId, [...lots.keys()])
  const capped = new Set([...lots.values()].filter((lot) => lot.capped).map(({ id }) => id))
  const told = new Set<string>()
  const caps: CapOfLot[] = []
  const key = ({ lot, row, from }: PricedRow) => [lot.id, row.unit, row.visitMinutes, row.dayType, from].join(' ')
  for (const one of priced) {
    const { lot, row, from } = one
    if (row.cap === null || told.has(key(one))) continue
    told.add(key(one))
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
    caps.push({ writing, lotId: lot.id, cap, held: daysUntilNext(from, starts) })
  }
  const newlyCapped = [...lots.values()].filter((lot) => !lot.capped && capped.has(lot.id)).map(({ id }) => id)
  await capLots(db, writing, newlyCapped)
  await writeCaps(db, caps)
  return capped
}

/** Lots that have no prices yet get caps. */
async function capLots(db: Db, { partnershipId }: Writing, lotIds: readonly Id[]): Promise<void> {
  if (lotIds.length === 0) return
  await procurement(db)
    .updateTable('lot')
    .set({ capped: true })
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', lotIds)
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
  const rejected: Rejection[] = []
  const lines: (LineOfLot & { readonly segments: Segments })[] = []
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
    lines.push({ writing, lotId: lot.id, capped, rate, segments })
  }
  const lineIds = await writeRateLines(db, lines)
  const rates = lines.flatMap(({ rate, segments, ...line }, index): RateRow[] => {
    const { pence } = rate
    const lineId = lineIds[index] ?? ''
    return pence === null ? [] : segments.map(({ days: held, cap }) => ({ ...line, lineId, held, pence, cap }))
  })
  await writeRates(db, rates)
  return rejected
}

/** The days of a price, each under its cap. */
type Segments = readonly { readonly days: Days; readonly cap: RateRow['cap'] }[]

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
