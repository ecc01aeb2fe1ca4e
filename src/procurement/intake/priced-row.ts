import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, Lot } from '../contract.ts'
import type { RateLine } from '../rate-line.ts'
import { nameVariants } from './name-variants.ts'
import type { Remark } from './plain-row.ts'
import type { RateOfFile } from './rate-of-file.ts'

/** A row of prices with what it is about in the register. */
export interface PricedRow {
  readonly row: RateOfFile
  readonly lot: Lot
  readonly organisationId: Id | null
  readonly from: IsoDate
}

/** Finds the lot and the provider that a row prices, or says what is wrong. */
export function pricedRow(
  row: RateOfFile,
  contract: Contract,
  first: IsoDate,
): PricedRow | { readonly problem: Remark } {
  const lot = contract.lots.find(({ number }) => number.toLowerCase() === row.lot.toLowerCase())
  if (!lot) {
    const which =
      row.lot === '' ? 'This contract is parted into lots: name one.' : `This contract has no lot “${row.lot}”.`
    return { problem: { column: 'lot', reason: which } }
  }
  if (row.basis === 'national' && contract.detail.nationalFramework === null) {
    return { problem: { column: 'basis', reason: 'This contract takes its terms from no national framework.' } }
  }
  if (row.cap !== null && !lot.capped && lot.rateLines.length > 0) {
    return { problem: { column: 'cap', reason: 'This lot has prices without a cap already, and can’t get one.' } }
  }
  const from = row.from ?? first
  if (row.provider === '') return { row, lot, organisationId: null, from }
  const names = new Set(nameVariants(row.provider).map((name) => name.toLowerCase()))
  const standing = lot.standings.find(({ organisation }) => names.has(organisation.toLowerCase()))
  if (!standing)
    return { problem: { column: 'provider', reason: `“${row.provider}” does not stand in ${lotWords(lot)}.` } }
  return { row, lot, organisationId: standing.organisationId, from }
}

const lotWords = ({ number }: Lot) => (number === '' ? 'this contract' : `lot ${number}`)

type Line = Pick<RateLine, 'organisationId' | 'unit' | 'visitMinutes' | 'dayType' | 'level'>

/** Whether a line of a price list is the one that a row prices. */
export const sameLine = (line: Line, { row, organisationId }: PricedRow): boolean =>
  line.organisationId === organisationId &&
  line.unit === row.unit &&
  line.visitMinutes === row.visitMinutes &&
  line.dayType === row.dayType &&
  line.level === row.level
