import type { UnmetBand, UnmetReason } from '../../brokerage/index.ts'
import { unmetSource } from '../../brokerage/index.ts'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'
import { citation, type Figure } from '../../evidence/index.ts'
import type { Named } from './volume.ts'

/** People who waited for a service in an area in a month: all of them, those of one reason, or those who miss one part of the day. */
export interface UnmetFigure extends Figure {
  readonly service: Named
  /** The first day of the month. */
  readonly month: IsoDate
  readonly reason: UnmetReason | null
  readonly part: { readonly band: UnmetBand; readonly carers: 1 | 2 } | null
  /** Hours a week that they waited for, carers' hours; null where the people are hidden. */
  readonly hours: number | null
  /** Whether the month is not over yet. */
  readonly soFar: boolean
}

/** What identifies such a figure. */
export interface UnmetKey {
  readonly area: string
  readonly service: string
  readonly month: IsoDate
}

/** The identifier: `unmet.S12000040.care-at-home.2026-11`, and with what of it is counted. */
export const unmetFigureId = ({ area, service, month }: UnmetKey, cut?: string): string =>
  ['unmet', area, service, month.slice(0, 7), ...(cut ? [cut] : [])].join('.')

/** What an identifier says; undefined when it is not one of all who waited. */
export function parseUnmetFigureId(id: string): UnmetKey | undefined {
  const [measure, ...rest] = id.split('.')
  const month = `${rest.pop() ?? ''}-01`
  const service = rest.pop() ?? ''
  if (measure !== 'unmet' || rest.join('') === '' || !isIsoDate(month) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(service))
    return undefined
  return { area: rest.join('.'), service, month }
}

/** Such a figure; `counted` is null where it is hidden. */
export function unmetFigure(
  { area, service, month }: { readonly area: Figure['area']; readonly service: Named; readonly month: IsoDate },
  { reason, part, id }: Pick<UnmetFigure, 'reason' | 'part' | 'id'>,
  counted: { readonly people: number; readonly minutes: number } | null,
  { note, soFar }: Pick<UnmetFigure, 'note' | 'soFar'>,
): UnmetFigure {
  return {
    id,
    measure: 'unmet',
    label: `People who waited: ${service.name}`,
    value: counted?.people ?? null,
    unit: 'people',
    period: month.slice(0, 7),
    area,
    ages: null,
    sex: 'all',
    basis: 'actual',
    interval: null,
    comparator: null,
    method,
    sources: [citation(unmetSource, null)],
    status: 'derived',
    note,
    suppressed: counted === null,
    service,
    month,
    reason,
    part,
    hours: counted && hoursOf(counted.minutes),
    soFar,
  }
}

/** Minutes as hours with one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

const method =
  'Everybody who was assessed and ready and had not all of their care on some day of the month, counted once, as it stood on the last day on which they waited in it. Hours are those of carers in a week: a visit of a pair counts twice.'
