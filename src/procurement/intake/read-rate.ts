import type { Column, Reading, Row } from '../../core/import/index.ts'
import { pounds } from '../../core/ui/format.ts'
import { dayTypes, rateBases, rateUnits } from '../rate-line.ts'
import { columnsNamed, type PlainRow, plainRow } from './plain-row.ts'
import type { RateOfFile } from './rate-of-file.ts'

/** The columns of a file of prices. */
export const rateColumns: readonly Column[] = columnsNamed(
  {
    contract: ['contract reference', 'contract ref', 'contract number'],
    lot: ['lot number', 'lot no'],
    provider: ['supplier', 'provider name', 'supplier name'],
    basis: [],
    unit: ['per'],
    visit_minutes: ['visit length', 'minutes'],
    day_type: ['day', 'days'],
    level: ['care level', 'level of care'],
    includes: [],
    yearly_units: ['units a year'],
    cap: ['maximum', 'maximum rate'],
    rate: ['price', 'hourly rate', 'fee'],
    from: ['start', 'start date', 'valid from'],
  },
  ['contract', 'unit', 'rate'],
)

/** The longest visit that a price is for: a day and a night, in minutes. */
const longestVisit = 1440

/** A price as a row of the file tells it, or everything that is wrong with the row. */
export function readRate(row: Row): Reading<RateOfFile> {
  const plain = plainRow(row)
  const [contract, provider] = [plain.text('contract'), plain.text('provider')]
  if (contract === '') plain.refuse('contract', 'This is missing.')
  const unit = oneOf(plain, 'unit', rateUnits)
  if (plain.text('unit') === '') plain.refuse('unit', `This is missing: use one of ${rateUnits.join(', ')}.`)
  const basis = oneOf(plain, 'basis', rateBases) ?? (provider === '' ? 'harmonised' : 'tendered')
  const dayType = oneOf(plain, 'day_type', dayTypes) ?? 'any'
  const visitMinutes = plain.count('visit_minutes')
  if ((visitMinutes ?? 0) > longestVisit) plain.refuse('visit_minutes', 'A visit is at most 1,440 minutes.')
  const [cap, rate] = [plain.price('cap'), plain.price('rate')]
  if (basis === 'tendered' && provider === '')
    plain.refuse('provider', 'A tendered price is somebody’s: name the provider.')
  if (basis === 'national' && rate !== null)
    plain.refuse('rate', 'On the national basis the table says: leave it blank.')
  if (basis !== 'national' && plain.text('rate') === '' && plain.text('cap') === '')
    plain.refuse('rate', 'This is missing.')
  if (cap !== null && rate !== null && rate > cap)
    plain.refuse('rate', `${pounds(rate)} is above the cap of ${pounds(cap)}.`)
  const [from, yearlyUnits] = [plain.day('from'), plain.count('yearly_units')]
  const [lot, level, includes] = [plain.text('lot'), plain.text('level'), plain.text('includes')]
  if (plain.problems.length > 0 || !unit) return { problems: plain.problems }
  return {
    value: {
      line: plain.line,
      contract,
      lot,
      provider,
      basis,
      unit,
      visitMinutes,
      dayType,
      level,
      includes,
      yearlyUnits,
      cap,
      rate,
      from,
    },
    odd: plain.odd,
  }
}

function oneOf<Word extends string>(row: PlainRow, key: string, words: readonly Word[]): Word | undefined {
  const said = row.text(key).toLowerCase().replaceAll(' ', '-')
  const word = words.find((known) => known === said)
  if (said !== '' && !word) row.refuse(key, `“${row.text(key)}” is not known: use one of ${words.join(', ')}.`)
  return word
}
