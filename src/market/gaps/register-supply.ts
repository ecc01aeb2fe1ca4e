import type { Figure, Source } from '../../evidence/index.ts'
import { areasAt, codesWithin, type Hierarchy, levelsOf } from '../../places/index.ts'
import {
  type AreaTally,
  type ServiceType,
  type SupplyWorking,
  supplyFigureOf,
  type TallyRow,
} from '../../providers/index.ts'
import { partRow, type Side } from './side.ts'

/** Registered places as the supply of an area, or a sentence on why a part of it is not counted. */
export interface RegisterSupply {
  readonly side: Side | null
  readonly remark: string | null
}

const nothing: RegisterSupply = { side: null, remark: null }

/** Supply by the register: for services counted in places, the registered places in an area and all areas within it. */
export function registerSupplies(
  tally: AreaTally | undefined,
  hierarchies: readonly Hierarchy[],
  types: readonly ServiceType[],
  sources: ReadonlyMap<string, Source>,
): (area: AreaTally['area'], service: string) => RegisterSupply {
  if (!tally) return () => nothing
  const counted = new Set(types.filter(({ countedInPlaces }) => countedInPlaces).map(({ key }) => key))
  const byService = Map.groupBy(tally.rows, (row) => row.serviceType)
  const untold = untoldAreas(tally, hierarchies)
  const within = new Map<string, ReadonlySet<string>>()
  const codesOf = (code: string) => {
    const codes = within.get(code) ?? codesWithin(hierarchies, code)
    within.set(code, codes)
    return codes
  }
  return (area, service) => {
    if (!counted.has(service)) return nothing
    const all = byService.get(service) ?? []
    const whole = area.code === tally.area.code
    const rows = whole ? all : all.filter(({ place }) => codesOf(area.code).has(place))
    const loose = whole ? 0 : all.filter((row) => !isPlaced(row, tally)).length
    // A register may not tell services of a kind apart from others: where it has none at all, nothing is known of them.
    if (all.length === 0) return nothing
    // Nothing is known of where these services are: an area that has none of them is not one without supply.
    if (untold.has(area.code) || (loose > 0 && loose === all.length)) return { side: null, remark: remarks.nowhere }
    const working = supplyFigureOf(
      { ...tally, area, rows },
      { measure: 'places', serviceType: service },
      { sources, types },
    )
    if ('missing' in working) return nothing
    return { side: sideOf(working, tally), remark: loose > 0 ? remarks.someNowhere : null }
  }
}

/** The areas of levels by which a register places no service at all, such as localities where it tells wards: nought would be untrue. */
function untoldAreas({ area, rows }: AreaTally, hierarchies: readonly Hierarchy[]): ReadonlySet<string> {
  const levels = levelsOf(hierarchies, area).map(({ key }) => areasAt(hierarchies, area, key))
  const told = new Set(
    levels
      .filter((level) => rows.some(({ place }) => level.ancestorAt(place) !== undefined))
      .flatMap((level) => level.areas.map(({ code }) => code)),
  )
  return new Set(levels.flatMap((level) => level.areas.map(({ code }) => code)).filter((code) => !told.has(code)))
}

const remarks = {
  nowhere: 'The register does not say where in the area these services are.',
  someNowhere: 'Some of these services are registered without a place that is known here, so supply may be higher.',
}

const isPlaced = ({ place, council }: TallyRow, { area }: AreaTally): boolean =>
  place !== '' && place !== council && place !== area.code

function sideOf({ figure, behind }: Extract<SupplyWorking, { figure: Figure }>, { asOf }: AreaTally): Side {
  return {
    figure,
    on: asOf,
    origin: 'register',
    rows: (part) => {
      const { columns, rows } = behind
      const [words, places] = [
        columns.filter(({ numeric }) => !numeric),
        columns.findIndex(({ key }) => key === 'places'),
      ]
      if (rows.length === 0) return [partRow(part, figure)]
      return rows.map((row) => {
        const what = words.map((column) => row[columns.indexOf(column)]).join(', ')
        return partRow(part, { ...figure, label: what, value: Number(row[places] ?? 0) })
      })
    },
  }
}
