import type { IsoDate } from '../../core/values/index.ts'
import { type Figure, type RowsBehind, unitWords } from '../../evidence/index.ts'
import type { Amount } from './gap.ts'
import type { Volume } from './volume.ts'

/** Where a number of a gap comes from. */
export type Origin = 'volume' | 'use' | 'rate' | 'register' | 'sum'

/** A row of what a gap is made of. */
export type PartRow = RowsBehind['rows'][number]

/** Need or supply of one area and service, with what it was made from. */
export interface Side {
  readonly figure: Figure
  readonly on: IsoDate | null
  readonly origin: Origin
  /** The rows it is made of; `part` is what the first column says. */
  rows(part: string): readonly PartRow[]
}

/** The columns of what a gap is made of. */
export const partColumns: RowsBehind['columns'] = [
  { key: 'part', label: 'Part', numeric: false },
  { key: 'what', label: 'What is counted', numeric: false },
  { key: 'area', label: 'Area', numeric: false },
  { key: 'value', label: 'Number', numeric: true },
  { key: 'unit', label: 'Unit', numeric: false },
  { key: 'period', label: 'Period', numeric: false },
  { key: 'basis', label: 'Basis', numeric: false },
  { key: 'source', label: 'Source', numeric: false },
  { key: 'locus', label: 'Place in the source', numeric: false },
  { key: 'note', label: 'Note', numeric: false },
]

/** A figure as a row of what a gap is made of. */
export const partRow = (part: string, figure: Figure): PartRow => [
  part,
  figure.label,
  figure.area.name,
  figure.value,
  figure.unit && unitWords(figure.unit, figure.value ?? 2),
  figure.period,
  figure.basis,
  figure.sources.map(({ title }) => title).join('; '),
  figure.sources[0]?.locus ?? null,
  figure.note,
]

/** A volume as a side. */
export const sideOfVolume = (volume: Volume): Side => ({
  figure: volume,
  on: volume.on,
  origin: volume.role === 'use' ? 'use' : 'volume',
  rows: (part) => [partRow(part, volume)],
})

/** What a gap is reckoned with. */
export const amountOf = ({ figure, on }: Side): Amount | null =>
  figure.unit === null
    ? null
    : { value: figure.value, suppressed: figure.suppressed, unit: figure.unit, period: figure.period, on }
