import type { CsvCell } from '../../core/csv/index.ts'
import type { Pence } from '../../core/values/index.ts'
import { floorWords } from '../rates/wage-floor.ts'
import type { AppliedLine } from './applied-line.ts'
import { leftWords, type ModelledLine } from './model-line.ts'

const head = ['contract', 'lot', 'provider', 'unit', 'visit_minutes', 'day_type', 'level', 'yearly_units']

const inPounds = (pence: Pence | null): CsvCell =>
  pence === null ? null : `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

/** A round that is worked out, as rows of a file; prices in pounds. */
export const modelRows = (lines: readonly ModelledLine[]): readonly (readonly CsvCell[])[] => [
  [...head, 'now', 'new', 'stays_because', 'cap', 'cap_problem', 'wage'],
  ...lines.map(({ line, before, after, left, segments, capProblem, floor }): readonly CsvCell[] => [
    line.contract.reference,
    line.lot.number,
    line.organisation,
    line.unit,
    line.visitMinutes,
    line.dayType,
    line.level,
    line.yearlyUnits,
    inPounds(before),
    inPounds(after),
    left === null ? null : leftWords[left],
    inPounds(segments[0]?.cap?.pence ?? null),
    left === null ? capProblem : null,
    floorWords(floor) || null,
  ]),
]

/** What an applied round did, as rows of a file; prices in pounds. */
export const appliedRows = (lines: readonly AppliedLine[]): readonly (readonly CsvCell[])[] => [
  [...head, 'was', 'became', 'care_group'],
  ...lines.map((line): readonly CsvCell[] => [
    line.reference,
    line.lotNumber,
    line.organisation,
    line.unit,
    line.visitMinutes,
    line.dayType,
    line.level,
    line.yearlyUnits,
    inPounds(line.before),
    inPounds(line.after),
    line.careGroup,
  ]),
]
