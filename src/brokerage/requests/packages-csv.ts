import type { CsvCell } from '../../core/csv/index.ts'
import { londonDate } from '../../core/values/index.ts'

/** What a file tells of a package. */
interface FiledPackage {
  readonly reference: string
  readonly person: string
  readonly serviceType: string
  readonly area: string
  readonly district: string
  readonly needs: readonly string[]
  readonly origin: string
  readonly readyAt: Date
  readonly startBy: string
  readonly state: string
  readonly weeklyMinutes: number
}

const columns: readonly (readonly [string, (one: FiledPackage) => CsvCell])[] = [
  ['package', ({ reference }) => reference],
  ['person', ({ person }) => person],
  ['service', ({ serviceType }) => serviceType],
  ['area', ({ area }) => area],
  ['district', ({ district }) => district],
  ['minutes_a_week', ({ weeklyMinutes }) => weeklyMinutes],
  ['needs', ({ needs }) => needs.join(';')],
  ['origin', ({ origin }) => origin],
  ['ready_on', ({ readyAt }) => londonDate(readyAt)],
  ['start_by', ({ startBy }) => startBy],
  ['state', ({ state }) => state],
]

/** Packages as rows of a file, with its header: people by reference only, carers' minutes a week. */
export const packagesCsvRows = (packages: readonly FiledPackage[]): readonly (readonly CsvCell[])[] => [
  columns.map(([name]) => name),
  ...packages.map((one) => columns.map(([, cell]) => cell(one))),
]
