import type { IsoDate } from '../../core/values/index.ts'
import type { Citation, Figure, FigureBasis } from '../../evidence/index.ts'
import type { GapTables } from './schema.ts'
import type { VolumeRole } from './volume-role.ts'

/** A kind of service or a care group by its key and name. */
export interface Named {
  readonly key: string
  readonly name: string
}

/** How much of a service, for whom and where, as a source gives it; a shortage may have no number. */
export interface Volume extends Figure {
  /** What it says, as a sentence. */
  readonly finding: string
  readonly role: VolumeRole
  readonly service: Named
  /** null: for everyone that the service is for. */
  readonly careGroup: Named | null
  /** The day that puts it in order with others; null when no time is printed. */
  readonly on: IsoDate | null
}

/** A volume as it stands in the database. */
export type VolumeRow = Omit<GapTables['volume'], 'partnership_id'>

/** The names of what a volume points to. */
export interface VolumeNames {
  readonly area: string
  readonly service: string
  readonly group: string | null
}

/** A volume as pages show it, with its citation. */
export const volumeOf = (row: VolumeRow, names: VolumeNames, cited: Citation): Volume => ({
  id: row.id,
  measure: row.key,
  label: row.label,
  value: row.value,
  unit: row.unit,
  period: row.period,
  area: { code: row.area_code, name: names.area },
  ages: null,
  sex: 'all',
  basis: row.basis,
  interval: null,
  comparator: null,
  method: row.method ?? methods[row.status],
  sources: [cited],
  status: row.status,
  note: row.note,
  suppressed: false,
  finding: row.finding,
  role: row.role,
  service: { key: row.service_key, name: names.service },
  careGroup: row.care_group_key === null ? null : { key: row.care_group_key, name: names.group ?? '' },
  on: row.on_date,
})

const methods: Record<Volume['status'], string> = {
  printed: 'As the source prints it. It is cited here and has not been worked out again.',
  derived: 'Worked out here from figures that the source prints; the note gives the sum.',
  caution: 'Taken from the source, and to be read together with its note.',
  lost: 'The source had this in a part that is missing from the copy used.',
}

const ahead: readonly (FigureBasis | null)[] = ['forecast', 'projection', 'expected']

/** Whether a number is about a time that its source was looking ahead to. A target is not: it says what is wanted, not what will be. */
export const isForecast = ({ basis }: Pick<Volume, 'basis'>): boolean => ahead.includes(basis)

/** Oldest first; what has no day comes before all that has, so that a dated number is preferred to it. */
export const byDay = ({ on: a }: { on: IsoDate | null }, { on: b }: { on: IsoDate | null }): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
