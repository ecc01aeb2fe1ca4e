import { type Column, dayFrom, type Reading, type Row } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { type ContractKind, contractKinds } from '../contract-kind.ts'
import { type Step, type StepUnit, stepUnits } from './step.ts'

/** One step of a lead time, as a row of a file tells it. */
export interface LeadTimeRow {
  readonly kind: ContractKind | ''
  /** What the whole is called. */
  readonly name: string
  readonly step: Step
  /** Since when it counts. */
  readonly from: IsoDate
}

/** The columns of a file of lead times: one row a step, in their order; a blank kind is every kind without its own. */
export const leadTimeColumns: readonly Column[] = [
  ...['name', 'step', 'amount', 'unit', 'from'].map((key) => ({ key, names: [key] })),
  ...['kind', 'committee'].map((key) => ({ key, names: [key], optional: true })),
]

/** The longest step, in its unit. */
export const longestStep = 120

/** A step as a row of the file tells it, or what is wrong with the row. */
export function readLeadTimeRow(row: Row): Reading<LeadTimeRow> {
  const problems: { column: string; reason: string }[] = []
  const refuse = (key: string, reason: string) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  const needed = (key: string) => {
    const words = row.cell(key)
    if (words === '') refuse(key, 'This is missing.')
    return words
  }
  const [name, step, typed] = [needed('name'), needed('step'), needed('amount')]
  const amount = /^\d{1,3}$/.test(typed) ? Number(typed) : undefined
  if (typed !== '' && (amount === undefined || amount > longestStep))
    refuse('amount', `“${typed}” is not a whole number from 0 to ${longestStep}.`)
  const words = needed('unit').toLowerCase().replaceAll(' ', '-')
  const unit = stepUnits.find((one): one is StepUnit => one === words)
  if (words !== '' && !unit) refuse('unit', `“${row.cell('unit')}” is not known: use ${stepUnits.join(', ')}.`)
  const from = dayFrom(needed('from'))
  if (row.cell('from') !== '' && !from) refuse('from', `“${row.cell('from')}” is not a date such as 29/10/2027.`)
  const asked = row.cell('kind').toLowerCase()
  const kind = asked === '' ? '' : contractKinds.find((one) => one === asked)
  if (kind === undefined)
    refuse('kind', `“${row.cell('kind')}” is not known: use ${contractKinds.join(', ')}, or nothing.`)
  if (problems.length > 0 || amount === undefined || !unit || !from || kind === undefined) return { problems }
  return { value: { kind, name, step: { name: step, amount, unit, committee: row.cell('committee') || null }, from } }
}
