import type { Column, Reading, Row } from '../../core/import/index.ts'
import { addDays, type IsoDate, londonDate } from '../../core/values/index.ts'
import { type Origin, origins, type SupportOption } from '../care-package.ts'
import { type PauseReason, pauseReasons } from '../placement.ts'
import { type EndReason, endReasons } from '../placements/end-reasons.ts'
import type { AskedElement, AskedPackages } from '../requests/asked-packages.ts'
import type { NeedCriteria } from '../requests/need-criteria.ts'
import { criteriaOn } from '../requests/need-criteria.ts'
import { readyFrom } from '../requests/ready-at.ts'
import { requestProblems } from '../requests/request-problems.ts'
import { type Harm, harms, type InterimCover, interimCovers, type UnmetReason, unmetReasons } from '../spell.ts'
import { type CellRow, cellRow } from './cell-row.ts'
import type { CareOfFile, PackageOfFile, PersonOfFile } from './package-of-file.ts'
import { type CellLine, givenOf, visitsFrom, visitsOf } from './visits-cell.ts'

/** What the rows of a file are checked against. */
export interface PackagesContext {
  readonly now: Date
  readonly services: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
  readonly service: (words: string) => { readonly key: string } | undefined
  readonly areaOf: (words: string) => { readonly code: string } | undefined
  readonly criteria: readonly NeedCriteria[]
}

const needed = ['person', 'name', 'address', 'postcode', 'service', 'area', 'needs', 'outcomes', 'assessed', 'visits']
const others = {
  person: ['record', 'client id', 'swift id', 'person id'],
  name: ['person name', 'client name'],
  address: [],
  postcode: ['post code'],
  contacts: [],
  risks: [],
  service: ['service type', 'kind of service'],
  area: ['ward', 'locality'],
  level: ['level of need'],
  no_level_reason: ['no level because'],
  outcomes: [],
  needs: ['needs codes'],
  choices: [],
  option: ['support option', 'sds option'],
  origin: ['waits in'],
  assessed: ['assessed on', 'assessment date'],
  ready: ['ready on', 'ready from'],
  start_by: ['start by', 'wanted by'],
  pen_picture: ['pen picture'],
  short_term: ['short term'],
  visits: [],
  provider: ['supplier', 'provider name'],
  provider_number: ['provider number', 'registration number'],
  given: ['visits given'],
  start: ['started', 'start date'],
  rest_from: ['rests from', 'suspended from'],
  rest_until: ['rests until', 'suspended until'],
  rest_reason: ['rests because'],
  notice: ['notice on', 'notice given'],
  last_day: ['last day'],
  ended: ['ended on', 'end date'],
  end_reason: ['ended because'],
  waits_because: ['waits because', 'unmet reason'],
  interim: ['interim cover'],
  harm: [],
  review: ['review on'],
} satisfies Readonly<Record<string, readonly string[]>>

/** The columns of a file of packages. */
export const packageColumns: readonly Column[] = Object.entries(others).map(([key, names]) => ({
  key,
  names: [key, ...names],
  ...(needed.includes(key) ? {} : { optional: true }),
}))

/** A package as a row of the file tells it, or everything that is wrong with the row. */
export function readPackage(row: Row, known: PackagesContext): Reading<PackageOfFile> {
  const cells = cellRow(row)
  for (const key of needed) if (cells.text(key) === '') cells.refuse(key, 'This is missing.')
  const person = readPerson(cells)
  const lines = readVisits(cells, 'visits')
  const asked = readAsked(cells, known, lines)
  const today = londonDate(known.now)
  const care = readCare(cells, lines, { today, assessedOn: asked?.assessedOn })
  const ended = readEnd(cells, today)
  const wait = readWait(cells)
  if (cells.problems.length > 0 || !asked) return { problems: cells.problems }
  const { services, areas } = known
  const world = { today, criteria: criteriaOn(known.criteria, asked.assessedOn), person, services, areas }
  if (ended && ended.on < londonDate(asked.readyAt)) cells.refuse('ended', 'It ended before care could begin.')
  for (const { at, sentence } of requestProblems(asked, world)) cells.refuse(columnAt(at), `${sentence}.`)
  if (cells.problems.length > 0) return { problems: cells.problems }
  return { value: { line: row.line, person, asked, care, ended, wait } }
}

/** The column of a part of a request. */
function columnAt(at: string): string {
  const columns: Readonly<Record<string, string>> = {
    assessedOn: 'assessed',
    readyAt: 'ready',
    startBy: 'start_by',
    penPicture: 'pen_picture',
    'elements.0.serviceType': 'service',
    'elements.0.lines': 'visits',
  }
  return columns[at] ?? at
}

const readPerson = (cells: CellRow): PersonOfFile => ({
  name: cells.text('name'),
  address: cells.text('address'),
  postcode: cells.postcode('postcode'),
  contacts: cells.text('contacts'),
  risks: cells.text('risks'),
  ownReference: cells.text('person'),
})

function readVisits(cells: CellRow, key: string): readonly CellLine[] {
  const visits = visitsFrom(cells.text(key))
  if (typeof visits !== 'string') return visits
  cells.refuse(key, visits)
  return []
}

function readAsked(
  cells: CellRow,
  { now, service, areaOf }: PackagesContext,
  lines: readonly CellLine[],
): (AskedPackages & { readonly elements: readonly [AskedElement] }) | undefined {
  const serviceType = cells.found('service', service, 'kind of service')?.key
  const area = cells.found('area', areaOf, 'area')?.code
  const assessedOn = cells.day('assessed')
  const ready = cells.day('ready') ?? assessedOn
  const option = cells.oneOf('option', ['1', '2', '3', '4'] as const) ?? '3'
  const origin: Origin = cells.oneOf('origin', origins) ?? 'community'
  if (!serviceType || !area || !assessedOn || !ready) return undefined
  const level = cells.text('level') || null
  return {
    person: readPerson(cells),
    area,
    level,
    noLevelReason: level === null ? cells.text('no_level_reason') || null : null,
    outcomes: cells.list('outcomes'),
    needs: cells.list('needs'),
    choices: cells.text('choices'),
    supportOption: Number(option) as SupportOption,
    origin,
    assessedOn,
    readyAt: readyFrom(ready, now),
    startBy: cells.day('start_by') ?? ready,
    penPicture: cells.text('pen_picture') || 'Taken over from an earlier list: nothing is written yet.',
    elements: [{ serviceType, shortTerm: cells.yes('short_term'), lines }],
  }
}

function readCare(
  cells: CellRow,
  lines: readonly CellLine[],
  { today, assessedOn }: { readonly today: IsoDate; readonly assessedOn: IsoDate | undefined },
): CareOfFile | null {
  const provider = cells.text('provider')
  if (provider === '') {
    for (const key of ['given', 'start', 'rest_from', 'notice', 'last_day', 'provider_number'])
      if (cells.text(key) !== '') cells.refuse('provider', 'This is missing, though the row says what is given.')
    return null
  }
  const startOn = cells.day('start')
  if (!startOn) {
    cells.refuse('start', 'This is missing: the day from which the provider gives care.')
    return null
  }
  if (assessedOn && startOn < assessedOn) cells.refuse('start', 'Care can’t have begun before the assessment.')
  const given = cells.text('given') === '' ? visitsOf(lines) : givenOf(lines, readVisits(cells, 'given'))
  if (typeof given === 'string') cells.refuse('given', given)
  const [noticeOn, lastDay] = [cells.day('notice'), cells.day('last_day')]
  if ((noticeOn === null) !== (lastDay === null))
    cells.refuse('notice', 'Notice has a day on which it was given and a last day of care.')
  if (lastDay && lastDay < startOn) cells.refuse('last_day', 'The last day of care is before the first.')
  if (noticeOn && noticeOn > today) cells.refuse('notice', 'Notice must not have been given in the future.')
  return {
    provider,
    providerNumber: cells.text('provider_number'),
    given: typeof given === 'string' ? [] : given,
    startOn,
    rest: readRest(cells, startOn),
    notice: noticeOn && lastDay ? { on: noticeOn, endsOn: addDays(lastDay, 1) } : null,
  }
}

function readRest(cells: CellRow, startOn: IsoDate): CareOfFile['rest'] {
  const [from, until] = [cells.day('rest_from'), cells.day('rest_until')]
  const reason: PauseReason = cells.oneOf('rest_reason', pauseReasons) ?? 'other'
  if (!from) return null
  if (from < startOn) cells.refuse('rest_from', 'Care can’t rest before it began.')
  if (until && until <= from) cells.refuse('rest_until', 'The rest ends before it begins.')
  return { from, until, reason }
}

function readEnd(cells: CellRow, today: IsoDate): { on: IsoDate; reason: EndReason } | null {
  const on = cells.day('ended')
  const reason = cells.oneOf('end_reason', endReasons)
  if (!on) return null
  if (on > today) cells.refuse('ended', 'A package can’t have ended in the future: give its last day of care instead.')
  return { on, reason: reason ?? 'other' }
}

function readWait(cells: CellRow): PackageOfFile['wait'] {
  const reason: UnmetReason | undefined = cells.oneOf('waits_because', unmetReasons)
  const interim: InterimCover | undefined = cells.oneOf('interim', interimCovers)
  const harm: Harm | undefined = cells.oneOf('harm', harms)
  return {
    reason: reason ?? 'being-arranged',
    interim: interim ?? null,
    harm: harm ?? 'not-assessed',
    reviewOn: cells.day('review'),
  }
}
