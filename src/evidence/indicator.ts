import type { Citation, Figure, FigureStatus } from './figure.ts'
import type { EvidenceTables } from './schema.ts'
import type { Section } from './section.ts'

/** A figure that a partnership cites, with the sentence it supports and where it belongs in the statement. */
export interface CitedFigure extends Figure {
  /** What the figure says, as a heading. */
  readonly finding: string
  readonly section: Section
  readonly theme: string
}

/** An indicator as it stands in the database, with its area's name. */
export type IndicatorRow = Omit<EvidenceTables['indicator'], 'partnership_id'> & { readonly area_name: string }

/** An indicator as pages show it, with its citation. */
export const citedFigureOf = (row: IndicatorRow, cited: Citation): CitedFigure => ({
  id: row.id,
  measure: row.key,
  label: row.label,
  value: row.value,
  unit: row.unit,
  period: row.period,
  area: { code: row.area_code, name: row.area_name },
  ages: row.ages,
  sex: row.sex,
  basis: row.basis,
  interval: row.lower === null || row.upper === null ? null : { lower: row.lower, upper: row.upper, kind: 'published' },
  comparator:
    row.comparator_label === null
      ? null
      : { label: row.comparator_label, value: row.comparator_value, direction: row.direction },
  method: methods[row.status],
  sources: [cited],
  status: row.status,
  note: row.note,
  suppressed: false,
  finding: row.finding,
  section: row.section,
  theme: row.theme,
})

const methods: Record<FigureStatus, string> = {
  printed: 'As the source prints it. It is cited here and has not been worked out again.',
  derived: 'Worked out here from figures that the source prints; the note gives the sum.',
  caution: 'Taken from the source, and to be read together with its note.',
  lost: 'The source had this in a part that is missing from the copy used.',
}
