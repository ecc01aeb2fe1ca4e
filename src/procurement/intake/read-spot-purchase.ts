import type { Column, Reading, Row } from '../../core/import/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { addDays } from '../../core/values/index.ts'
import type { Term } from '../../providers/index.ts'
import { isPersonReference, minutesFrom, moveTrouble, type SpotPurchase } from '../spot/purchase.ts'
import { columnsNamed, type PlainRow, plainRow } from './plain-row.ts'

/** A purchase as a row of a file tells it. */
export interface SpotOfFile extends Omit<SpotPurchase, 'id' | 'version' | 'organisationId'> {
  readonly line: number
  readonly provider: string
  readonly providerNumber: string
}

/** What the rows of a file are checked against. */
export interface SpotContext {
  readonly service: (words: string) => Term | undefined
  readonly careGroup: (words: string) => Term | undefined
  readonly areaOf: (words: string) => { readonly code: string } | undefined
  readonly contractOf: (reference: string) => { readonly id: string } | undefined
}

/** The columns of a file of spot purchases. */
export const spotColumns: readonly Column[] = columnsNamed(
  {
    reference: ['purchase reference', 'order number'],
    provider: ['supplier', 'provider name', 'supplier name'],
    provider_number: ['provider number', 'registration number'],
    service: ['service type', 'kind of service'],
    area: [],
    person: ['person reference', 'client id', 'swift id', 'person id'],
    care_group: ['care group', 'client group'],
    from: ['start', 'start date'],
    until: ['end', 'end date'],
    weekly_hours: ['hours a week', 'weekly hours'],
    weekly_cost: ['weekly cost', 'cost per week', 'weekly rate'],
    out_of_area: ['out of area'],
    instead_of: ['instead of'],
    reason: [],
    moves_to: ['moves to'],
    reviewed: ['reviewed on'],
    moved: ['moved on'],
  },
  ['provider', 'service', 'area', 'person', 'from', 'weekly_cost'],
)

/** A purchase as a row of the file tells it, or everything that is wrong with the row. */
export function readSpotPurchase(row: Row, known: SpotContext): Reading<SpotOfFile> {
  const plain = plainRow(row)
  const missing = (key: string) => plain.text(key) === '' && plain.said(key) === ''
  for (const key of ['service', 'area', 'person', 'from', 'weekly_cost'])
    if (missing(key)) plain.refuse(key, 'This is missing.')
  const provider = plain.text('provider')
  if (provider === '') plain.refuse('provider', `“${plain.said('provider')}” names no provider.`)
  const person = plain.text('person')
  if (person !== '' && !isPersonReference(person)) {
    plain.refuse(
      'person',
      'This is no reference. Names of people are not kept here: give the number of the person’s record.',
    )
  }
  const serviceType = found(plain, 'service', known.service, 'kind of service')?.key
  const area = found(plain, 'area', known.areaOf, 'area')?.code
  const days = readDays(plain)
  const cost = plain.price('weekly_cost')
  const weeklyMinutes = readMinutes(plain)
  const careGroup = found(plain, 'care_group', known.careGroup, 'care group')?.key ?? null
  const { insteadOf, movesTo } = readContracts(plain, known)
  const [reviewedOn, movedOn] = [plain.day('reviewed'), plain.day('moved')]
  const trouble = days.from && moveTrouble({ from: days.from, movesTo, reviewedOn, movedOn })
  if (trouble) plain.refuse(columnsOf[trouble.field], trouble.sentence)
  const [reference, providerNumber, reason] = [
    plain.text('reference'),
    plain.text('provider_number'),
    plain.text('reason'),
  ]
  if (plain.problems.length > 0 || !serviceType || !area || !days.from || cost === null)
    return { problems: plain.problems }
  return {
    value: {
      line: plain.line,
      reference,
      provider,
      providerNumber,
      serviceType,
      area,
      person,
      careGroup,
      from: days.from,
      until: days.until,
      weeklyMinutes,
      weeklyPence: cost,
      outOfArea: plain.yes('out_of_area'),
      insteadOf,
      reason,
      movesTo,
      reviewedOn,
      movedOn,
    },
    odd: plain.odd,
  }
}

const columnsOf = { movesTo: 'moves_to', reviewedOn: 'reviewed', movedOn: 'moved' } as const

function found<T>(row: PlainRow, key: string, find: (words: string) => T | undefined, what: string): T | undefined {
  const words = row.text(key)
  const value = words === '' ? undefined : find(words)
  if (words !== '' && value === undefined) row.refuse(key, `No ${what} is called “${words}”.`)
  return value
}

function readDays(row: PlainRow) {
  const [from, last] = [row.day('from'), row.day('until')]
  if (from && last && last < from)
    row.refuse('until', `The end, ${longDate(last)}, is before the start, ${longDate(from)}.`)
  return { from, until: last && addDays(last, 1) }
}

function readMinutes(row: PlainRow): number | null {
  const text = row.text('weekly_hours')
  const minutes = text === '' ? 0 : minutesFrom(text)
  if (minutes === undefined) row.refuse('weekly_hours', `“${text}” is no number of hours: write 12.5 or 12:30.`)
  return minutes || null
}

function readContracts(row: PlainRow, { contractOf }: SpotContext) {
  const contract = (key: string) => {
    const reference = row.text(key)
    const one = reference === '' ? undefined : contractOf(reference)
    if (reference !== '' && !one) row.refuse(key, `There is no contract “${reference}”.`)
    return one?.id ?? null
  }
  const insteadOf = contract('instead_of')
  if (insteadOf !== null && row.text('reason') === '') {
    row.refuse('reason', 'This is missing: say why the contract did not meet it.')
  }
  return { insteadOf, movesTo: contract('moves_to') }
}
