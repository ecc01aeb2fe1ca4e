import type { CsvCell } from '../../core/csv/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import { agreedUntil, firstDay } from '../term.ts'
import { optionWords } from './options-cell.ts'
import { lastDay, poundsCell, yesCell } from './written-cells.ts'

/** The columns of a written register, in their order. */
export const contractFileColumns = [
  ...['reference', 'title', 'kind', 'method', 'market_area', 'service', 'care_groups', 'suppliers', 'start', 'end'],
  ...['options', 'extended_to', 'decide_by', 'national_framework', 'decided_by', 'allocation', 'monitoring'],
  ...['notice_months', 'review_months', 'last_reviewed', 'yearly_value', 'value_basis', 'block_units'],
  ...['block_minimum', 'block_unit', 'successor_start', 'successor_end', 'follows', 'source', 'locus', 'moved_years'],
  ...['note', 'published'],
]

/** A contract as a row of a register, so that its import would make it again. */
export function contractRecord(
  contract: Contract,
  { referenceOf, on }: { readonly referenceOf: ReadonlyMap<string, string>; readonly on: IsoDate },
): Readonly<Record<string, CsvCell>> {
  const { detail, source } = contract
  return {
    reference: referenceOf.get(contract.id) ?? contract.reference,
    title: detail.title,
    kind: detail.kind,
    method: detail.method,
    market_area: detail.marketArea,
    service: detail.serviceType,
    care_groups: detail.careGroups.join('; '),
    suppliers: suppliersCell(contract, on),
    ...termCells(contract),
    decide_by: contract.options.find(({ decision }) => decision === 'open')?.decideBy ?? null,
    national_framework: detail.nationalFramework,
    decided_by: detail.decidedBy,
    allocation: detail.allocation,
    monitoring: detail.monitoring,
    notice_months: detail.noticeMonths,
    review_months: detail.reviewMonths,
    last_reviewed: detail.lastReviewedOn,
    yearly_value: poundsCell(detail.yearlyPence),
    value_basis: detail.yearlyBasis,
    block_units: detail.blockUnits,
    block_minimum: detail.blockMinimum,
    block_unit: detail.blockUnit,
    successor_start: detail.successorFrom,
    successor_end: lastDay(detail.successorUntil),
    follows: contract.followsId === null ? null : (referenceOf.get(contract.followsId) ?? null),
    source: source?.key ?? null,
    locus: source?.locus ?? null,
    moved_years: source && source.movedYears > 0 ? source.movedYears : null,
    note: detail.note,
    published: yesCell(contract.published),
  }
}

/** Who holds a contract that is one whole; of a contract in lots, the file of lots says. */
function suppliersCell({ lots }: Contract, on: IsoDate): string {
  const [whole, ...others] = lots
  if (whole?.number !== '' || others.length > 0) return ''
  const gone = ({ until, state }: { until: IsoDate | null; state: string }) =>
    state === 'left' || (until !== null && until <= on)
  const names = [
    ...new Set(whole.standings.filter((standing) => !gone(standing)).map(({ organisation }) => organisation)),
  ]
  // A semicolon says that the comma in a name parts nothing.
  return names.length === 1 && names[0]?.includes(',') ? `${names[0]};` : names.join('; ')
}

function termCells({ terms, options }: Contract) {
  const agreed = agreedUntil(terms)
  const first = options[0]?.from ?? null
  // Options follow the first term; where there are none, all that is agreed is told as one.
  const whole = first === null || agreed === null || agreed === undefined || agreed < first
  return {
    start: firstDay(terms) ?? null,
    end: lastDay(whole ? (agreed ?? null) : first),
    options: whole ? '' : (optionWords(options) ?? ''),
    extended_to: whole || agreed === first ? '' : lastDay(agreed ?? null),
  }
}
