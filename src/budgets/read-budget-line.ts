import type { Column, Reading, Row } from '../core/import/index.ts'
import { pounds } from '../core/ui/format.ts'
import { type MoneyUnit, type Pence, penceFrom } from '../core/values/index.ts'
import type { FigureStatus } from '../evidence/index.ts'
import type { Term } from '../providers/index.ts'
import { type BudgetLine, budgetBases, budgetKinds } from './budget-line.ts'
import { isYear } from './financial-year.ts'

/** What the rows of a file are checked against. */
export interface BudgetContext {
  readonly sources: ReadonlySet<string>
  readonly careGroup: (words: string) => Term | undefined
  readonly serviceType: (words: string) => Term | undefined
}

/** A line together with where it stands in its file. */
export type LineOfFile = BudgetLine & { readonly line: number }

const needed = ['kind', 'subject', 'basis', 'total', 'unit', 'source']

/** The columns of a file of budgets. */
export const budgetColumns: readonly Column[] = [
  ...needed.map((key) => ({ key, names: [key] })),
  ...['year', 'in_house', 'purchased', 'locus', 'status', 'note'].map((key) => ({ key, names: [key], optional: true })),
]

const units: readonly MoneyUnit[] = ['pounds', 'thousands', 'millions']
const statuses: readonly FigureStatus[] = ['printed', 'derived', 'caution', 'lost']

/** A line as a row of the file tells it, or everything that is wrong with the row. */
export function readBudgetLine(row: Row, known: BudgetContext): Reading<LineOfFile> {
  const problems: { column: string; reason: string }[] = []
  const refuse = (key: string, reason: string) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  const oneOf = <Word extends string>(key: string, choices: readonly Word[], missing = ''): Word | undefined => {
    const word = row.cell(key).toLowerCase() || missing
    const found = choices.find((choice) => choice === word)
    if (!found) refuse(key, `${word === '' ? 'This is missing' : `“${word}” is not known`}: use ${choices.join(', ')}.`)
    return found
  }
  const [subject, year, source] = [row.cell('subject'), row.cell('year'), row.cell('source')]
  const kind = oneOf('kind', budgetKinds)
  const basis = oneOf('basis', budgetBases)
  const printedUnit = oneOf('unit', units)
  const status = oneOf('status', statuses, 'printed')
  if (subject === '') refuse('subject', 'This is missing.')
  if (year !== '' && !isYear(year)) refuse('year', `“${year}” is not a year such as 2019 or 2011/12.`)
  if (!known.sources.has(source)) refuse('source', `There is no source “${source}”.`)
  const amount = (key: string) => readAmount(row, key, printedUnit, refuse)
  const amounts = { inHouse: amount('in_house'), purchased: amount('purchased'), total: amount('total') }
  if (row.cell('total') === '' && status !== 'lost') refuse('total', 'The total is missing.')
  if (row.cell('total') !== '' && status === 'lost') refuse('total', 'An amount that is lost is left blank.')
  if (problems.length === 0) checkSum(amounts, refuse)
  if (problems.length > 0 || !kind || !basis || !printedUnit || !status) return { problems }
  return {
    value: {
      kind,
      subject,
      careGroupKey: kind === 'care-group' ? (known.careGroup(subject)?.key ?? null) : null,
      serviceTypeKey: kind === 'service' ? (known.serviceType(subject)?.key ?? null) : null,
      year: year || null,
      basis,
      ...amounts,
      printedUnit,
      sourceKey: source,
      locus: row.cell('locus') || null,
      status,
      note: row.cell('note') || null,
      line: row.line,
    },
  }
}

type Refuse = (key: string, reason: string) => void

function readAmount(row: Row, key: string, unit: MoneyUnit | undefined, refuse: Refuse): Pence | null {
  const text = row.cell(key)
  if (text === '') return null
  const amount = penceFrom(text, unit ?? 'pounds')
  if (amount === undefined) refuse(key, `“${text}” is not an amount of money to the penny.`)
  else if (amount < 0) refuse(key, `“${text}” is below zero.`)
  return amount ?? null
}

function checkSum({ inHouse, purchased, total }: Pick<BudgetLine, 'inHouse' | 'purchased' | 'total'>, refuse: Refuse) {
  if (total === null) return
  if (inHouse !== null && purchased !== null && inHouse + purchased !== total) {
    const sum = pounds(inHouse + purchased)
    refuse('total', `${pounds(inHouse)} in-house and ${pounds(purchased)} purchased make ${sum}, not ${pounds(total)}.`)
  } else if ((inHouse ?? 0) > total)
    refuse('in_house', `${pounds(inHouse ?? 0)} is more than the total ${pounds(total)}.`)
  else if ((purchased ?? 0) > total)
    refuse('purchased', `${pounds(purchased ?? 0)} is more than the total ${pounds(total)}.`)
}
