import { type Column, decimalNumber, type Reading, type Row } from '../../core/import/index.ts'
import { isIsoDate } from '../../core/values/index.ts'
import {
  canBeNegative,
  figureBases,
  figureStatuses,
  figureUnits,
  isFigureUnit,
  isPeriod,
} from '../../evidence/index.ts'
import type { Term } from '../../providers/index.ts'
import { periodEnd } from './period-end.ts'
import type { GapTables } from './schema.ts'
import { volumeRoles } from './volume-role.ts'

/** A volume as a file gives it, before it has an identifier and a partnership. */
export type VolumeOfFile = Omit<GapTables['volume'], 'partnership_id' | 'id'>

/** What the rows of a file are checked against. */
export interface GapContext {
  readonly sources: ReadonlySet<string>
  readonly areaOf: (text: string) => { readonly code: string } | undefined
  readonly careGroup: (words: string) => Term | undefined
  readonly service: (words: string) => Term | undefined
}

const required = ['key', 'service', 'area', 'role', 'label', 'finding', 'source', 'status'] as const
const optional = ['care_group', 'period', 'on', 'basis', 'method', 'locus', 'note'] as const

/** The columns of a file of volumes. */
export const volumeColumns: readonly Column[] = [
  ...[...required, 'value', 'unit'].map((key) => ({ key, names: [key] })),
  ...optional.map((key) => ({ key, names: [key], optional: true })),
]

type Refuse = (key: string, reason: string) => undefined

/** A volume as a row of the file tells it, or everything that is wrong with the row. */
export function readVolume(row: Row, known: GapContext): Reading<VolumeOfFile> {
  const problems: { column: string; reason: string }[] = []
  const refuse: Refuse = (key, reason) => {
    problems.push({ column: row.nameOf(key), reason })
  }
  for (const key of required) if (row.cell(key) === '') refuse(key, 'This is missing.')
  const what = readWhat(row, refuse, known)
  const when = readWhen(row, refuse)
  const much = readHowMuch(row, refuse)
  const role = oneOf(row, refuse, 'role', volumeRoles)
  const status = oneOf(row, refuse, 'status', figureStatuses)
  const note = row.cell('note') || null
  if (role) checkRole(role, much.basis, refuse)
  if (role && status) checkStatus(row, { role, status, note }, refuse)
  const { service_key, area_code } = what
  if (problems.length > 0 || !role || !status || !service_key || !area_code) return { problems }
  return { value: { ...what, ...when, ...much, service_key, area_code, role, status, note } }
}

function readWhat(row: Row, refuse: Refuse, known: GapContext) {
  const [key, source_key] = [row.cell('key'), row.cell('source')]
  const [service, area, group] = [row.cell('service'), row.cell('area'), row.cell('care_group')]
  if (key !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
    refuse('key', `“${key}” can’t be a key: use small letters, digits and single hyphens.`)
  }
  if (source_key !== '' && !known.sources.has(source_key)) refuse('source', `There is no source “${source_key}”.`)
  const [serviceType, place, careGroup] = [known.service(service), known.areaOf(area), known.careGroup(group)]
  if (service !== '' && !serviceType) refuse('service', `No kind of service is called “${service}”.`)
  if (area !== '' && !place) refuse('area', `No area has the code or name “${area}”.`)
  if (group !== '' && !careGroup) refuse('care_group', `No care group is called “${group}”.`)
  return {
    key,
    service_key: serviceType?.key,
    area_code: place?.code,
    care_group_key: careGroup?.key ?? null,
    label: row.cell('label'),
    finding: row.cell('finding'),
    method: row.cell('method') || null,
    source_key,
    locus: row.cell('locus') || null,
  }
}

function readWhen(row: Row, refuse: Refuse) {
  const [period, on] = [row.cell('period'), row.cell('on')]
  if (period !== '' && !isPeriod(period)) {
    refuse('period', `“${period}” is not a period: write 2028, 2021/22, 2019-07-01 or 2018 to 2039.`)
  }
  if (on !== '' && !isIsoDate(on)) refuse('on', `“${on}” is not a day: write 2019-07-01.`)
  return { period: period || null, on_date: on || (periodEnd(period) ?? null) }
}

function readHowMuch(row: Row, refuse: Refuse) {
  const [text, unit] = [row.cell('value'), row.cell('unit')]
  const value = text === '' ? null : (decimalNumber(text) ?? refuse('value', `“${text}” is not a number.`) ?? null)
  const basis = oneOf(row, refuse, 'basis', figureBases) ?? null
  const known = isFigureUnit(unit) ? unit : null
  if (unit !== '' && !known) refuse('unit', `“${unit}” is not a unit: use one of ${figureUnits.join(', ')}.`)
  if (value !== null && unit === '') refuse('unit', 'A value needs a unit.')
  if (value !== null && row.cell('basis') === '') refuse('basis', 'A value needs a basis, such as actual or forecast.')
  if (value !== null && value < 0 && known && !canBeNegative(known)) refuse('value', `${text} ${unit} is below zero.`)
  return { value, unit: known, basis }
}

/** What is wanted is never taken for what is expected, nor the other way about. */
function checkRole(role: string, basis: string | null, refuse: Refuse): void {
  if (role === 'target' && basis !== null && basis !== 'target') refuse('basis', 'The basis of a target is target.')
  if (role !== 'target' && basis === 'target') refuse('role', 'A number whose basis is target has the role target.')
}

function checkStatus(row: Row, of: { role: string; status: string; note: string | null }, refuse: Refuse): void {
  const empty = row.cell('value') === ''
  if (of.status === 'lost' && !empty) refuse('value', 'A figure that is lost has no value.')
  if (empty && of.role !== 'shortage' && (of.status === 'printed' || of.status === 'derived')) {
    refuse('value', 'The value is missing. Only a shortage may be named without a number.')
  }
  if (of.status !== 'printed' && of.note === null) refuse('note', `The status ${of.status} needs a note that says why.`)
}

function oneOf<Word extends string>(row: Row, refuse: Refuse, key: string, words: readonly Word[]): Word | undefined {
  const text = row.cell(key)
  const word = words.find((known) => known === text)
  if (text !== '' && !word) refuse(key, `“${text}” is not a ${key}: use one of ${words.join(', ')}.`)
  return word
}
