import type { CsvCell } from '../../core/csv/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { CapPiece } from '../changes/change-context.ts'
import type { Contract, Lot } from '../contract.ts'
import { poundsCell } from './written-cells.ts'

/** The columns of a written price list, in their order. */
export const rateFileColumns = [
  ...['contract', 'lot', 'provider', 'basis', 'unit', 'visit_minutes', 'day_type', 'level', 'includes'],
  ...['yearly_units', 'cap', 'rate', 'from'],
]

type Cells = Readonly<Record<string, CsvCell>>

/** The prices of a contract as rows, and its caps as rows of their own. */
export function rateRecords(
  { lots }: Pick<Contract, 'lots'>,
  { reference, caps }: { readonly reference: string; readonly caps: ReadonlyMap<Id, readonly CapPiece[]> },
): Cells[] {
  return lots.flatMap((lot) => {
    const of = { contract: reference, lot: lot.number }
    const prices = pricesOf(lot).map((cells): Cells => ({ ...of, ...cells }))
    const key = (cells: Cells) =>
      JSON.stringify([cells.provider, cells.unit, cells.visit_minutes, cells.day_type, cells.level, cells.from])
    const free = new Map(prices.map((cells) => [key(cells), cells]))
    for (const cap of caps.get(lot.id) ?? []) {
      const cells: Cells = { ...of, ...capCells(cap) }
      // A price for all from the same day has its cap beside it: one thing has one row.
      free.set(key(cells), { ...cells, ...free.get(key(cells)), cap: poundsCell(cap.pence) })
    }
    return [...free.values()]
  })
}

function pricesOf({ rateLines, standings }: Lot): Cells[] {
  const names = new Map(standings.map(({ organisationId, organisation }) => [organisationId, organisation]))
  return rateLines.flatMap((line) => {
    const said: Cells = {
      provider: line.organisationId === null ? '' : (names.get(line.organisationId) ?? ''),
      basis: line.basis,
      unit: line.unit,
      visit_minutes: line.visitMinutes,
      day_type: line.dayType,
      level: line.level,
      includes: line.includes,
      yearly_units: line.yearlyUnits,
    }
    if (line.rates.length === 0) return [said]
    return line.rates.map(({ pence, from }): Cells => ({ ...said, rate: poundsCell(pence), from }))
  })
}

const capCells = ({ unit, visitMinutes, dayType, from }: CapPiece): Cells => ({
  provider: '',
  basis: 'harmonised',
  unit,
  visit_minutes: visitMinutes,
  day_type: dayType,
  level: '',
  from,
})
