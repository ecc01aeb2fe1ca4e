import type { IsoDate } from '../../core/values/index.ts'
import type { RegisterDetail } from './schema.ts'

/** What a register said of a service on one day. */
export interface Picture {
  readonly asOf: IsoDate
  readonly detail: RegisterDetail
}

/** One thing that a register says otherwise than before. */
export interface Difference {
  readonly field: ComparedField
  readonly before: RegisterDetail[ComparedField]
  readonly after: RegisterDetail[ComparedField]
}

/** What became of a service on one day: the register named it first, said something new, no longer named it, or named it again. */
export interface HistoryEvent {
  readonly on: IsoDate
  readonly kind: 'first' | 'changed' | 'gone' | 'back'
  readonly differences: readonly Difference[]
}

/** Each of a register's words on a service that its history tells, in the order in which they are told. */
export const comparedFields = [
  'name',
  'status',
  'care_service',
  'subtype',
  'client_group',
  'lowest_grade',
  'highest_grade',
  'graded_on',
  'places',
  'beds',
  'staff',
  'provider_name',
  'provider_number',
  'sector_word',
  'in_house',
  'council',
  'place',
  'town',
  'postcode',
  'registered_on',
  'inspected_on',
] as const satisfies readonly (keyof RegisterDetail)[]

/** A field of a register that a history compares. */
export type ComparedField = (typeof comparedFields)[number]

/** What became of a service over all registers of its council, the oldest first. `covered` is every day of which they are known. */
export function historyOf(pictures: readonly Picture[], covered: readonly IsoDate[]): HistoryEvent[] {
  const byDay = new Map(pictures.map((picture) => [picture.asOf, picture.detail]))
  const days = [...new Set([...covered, ...byDay.keys()])].sort()
  const events: HistoryEvent[] = []
  let last: RegisterDetail | undefined
  let present = false
  for (const on of days) {
    const now = byDay.get(on)
    if (!now) {
      if (present) events.push({ on, kind: 'gone', differences: [] })
      present = false
      continue
    }
    const differences = last ? differencesOf(last, now) : []
    if (!present) events.push({ on, kind: last ? 'back' : 'first', differences })
    else if (differences.length > 0) events.push({ on, kind: 'changed', differences })
    last = now
    present = true
  }
  return events
}

const differencesOf = (before: RegisterDetail, after: RegisterDetail): Difference[] =>
  comparedFields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  )
