import type { CsvCell } from '../../core/csv/index.ts'
import type { DrillPerson, DrillResult } from './drill-result.ts'
import { unplacedWords } from './drill-words.ts'

const header = [
  'package',
  'whose',
  'service',
  'area',
  'minutes_a_week',
  'level_of_need',
  'two_carers',
  'in_hospital',
  'provider_now',
  'could_go_to',
  'needs_consent',
  'pence_a_week_now',
  'pence_a_week_after',
  'reason',
  'why_not',
]

/** The people of a drill as rows of a file, with its header: packages by reference only, carers' minutes a week. */
export function drillCsvRows({ people, moved, names, areas, services }: DrillResult): readonly (readonly CsvCell[])[] {
  const row = (one: DrillPerson, whose: string): CsvCell[] => [
    one.package,
    whose,
    services[one.serviceType] ?? one.serviceType,
    areas[one.area] ?? one.area,
    one.minutes,
    one.level,
    one.twoCarers,
    one.inHospital,
    names[one.from] ?? one.from,
    one.to === null ? null : (names[one.to] ?? one.to),
    one.to !== null,
    one.penceNow,
    one.penceAfter,
    one.why?.because ?? null,
    one.why ? unplacedWords(one.why) : null,
  ]
  return [
    header,
    ...people.map((one) => row(one, 'loses care')),
    ...moved.map((one) => row(one, 'of another provider')),
  ]
}
