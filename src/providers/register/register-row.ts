import type { Reading } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Area, AreaResolver, Nation } from '../../places/index.ts'
import type { Terms } from '../terms-of.ts'
import type { Flag, RegisterCells } from './register-cells.ts'
import type { RegisterDetail } from './schema.ts'

/** What a file calls a council that is not known here. */
export interface UnknownCouncil {
  readonly column: string
  readonly name: string
  /** Whether all councils of the nation are known here, so that hardly any should be unknown. */
  readonly odd: boolean
}

/** One service as a file has it. */
export interface RegisterRow {
  readonly detail: RegisterDetail
  readonly flags: readonly Flag[]
  /** The latest day that the row names. */
  readonly latest: IsoDate | null
  /** What the file calls its council where no area of that name is known here, and in which column. */
  readonly unknown: UnknownCouncil | null
  /** Where its council lies. */
  readonly nation: Nation | null
}

/** What rows are read by. */
export interface RegisterContext {
  readonly areaOf: AreaResolver
  /** The code of the smallest area with a known boundary around a point. */
  readonly placeAt: (longitude: number, latitude: number) => string | undefined
  readonly terms: Terms
  readonly today: IsoDate
}

/** What a reader makes of a row; null for one that is no care service. */
export type RegisterReading = Reading<RegisterRow | null>

/** The council of a service and the smallest area it is known to stand in. */
export function whereabouts(
  cells: RegisterCells,
  { areaOf }: RegisterContext,
  columns: {
    readonly council: string
    readonly columnName: string
    readonly allKnown: boolean
    readonly smaller: readonly string[]
  },
  /** The code of an area that a point lies in, asked only where the columns tell nothing smaller. */
  byPoint: () => string | undefined = () => undefined,
): Pick<RegisterDetail, 'council' | 'place'> & Pick<RegisterRow, 'unknown' | 'nation'> {
  const words = cells.text(columns.council)
  const council = words === '' ? undefined : areaOf(words)
  const named = columns.smaller.map((key) => cells.text(key)).filter((text) => text !== '')
  const smaller = named.reduce<Area | undefined>((found, text) => found ?? areaOf(text), undefined)
  return {
    council: council?.code ?? words,
    place: smaller?.code ?? byPoint() ?? council?.code ?? null,
    unknown: words !== '' && !council ? { column: columns.columnName, name: words, odd: columns.allKnown } : null,
    nation: council?.nation ?? null,
  }
}
