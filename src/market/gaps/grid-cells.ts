import type { Source } from '../../evidence/index.ts'
import { codesWithin, type Hierarchy, levelsOf } from '../../places/index.ts'
import type { AreaTally, ServiceType } from '../../providers/index.ts'
import type { Population } from '../population.ts'
import { type Candidates, candidates, forecast, measured } from './choose-sides.ts'
import { type NeedRates, needByRate } from './need-by-rate.ts'
import { type NeedCell, needCell } from './need-cell.ts'
import { registerSupplies } from './register-supply.ts'
import type { Side } from './side.ts'
import { sumOfSides } from './sum-of-sides.ts'
import type { UnmetFigure } from './unmet-figure.ts'
import { unmetMonths } from './unmet-month.ts'
import type { Named, Volume } from './volume.ts'

/** What a grid is made from. */
export interface GridParts {
  readonly whole: { readonly code: string; readonly name: string }
  readonly hierarchies: readonly Hierarchy[]
  readonly types: readonly ServiceType[]
  readonly volumes: readonly Volume[]
  readonly rates: readonly NeedRates[]
  readonly populations: readonly Population[]
  readonly tally: AreaTally | undefined
  readonly sources: ReadonlyMap<string, Source>
  /** Who waited for care, as it may be told. */
  readonly unmet: readonly UnmetFigure[]
}

/** A number that stands for an area, with a remark on why there is none or what it leaves out. */
type Told = Candidates & { readonly remark: string | null }

/** Makes cells: of what an area has itself, else of the sum of the areas that make it up. */
export function cellsOf(parts: GridParts): (area: Place, service: Named) => NeedCell | undefined {
  const { hierarchies } = parts
  const volumes = new Map(
    [...Map.groupBy(parts.volumes, ({ service }) => service.key)].map(([service, of]) => [
      service,
      Map.groupBy(of, ({ area }) => area.code),
    ]),
  )
  const register = registerSupplies(parts.tally, hierarchies, parts.types, parts.sources)
  const populations = new Map(parts.populations.map((population) => [population.area.code, population]))
  const own = (area: Place, service: string) => volumes.get(service)?.get(area.code) ?? none

  const shortParts = parts.volumes
    .filter(({ role, area }) => role === 'shortage' && area.code !== parts.whole.code)
    .map((volume) => ({ volume, within: codesWithin(hierarchies, volume.area.code) }))
  const shortAbove = (area: Place, service: string) =>
    shortParts.flatMap(({ volume, within }) =>
      volume.service.key === service && volume.area.code !== area.code && within.has(area.code) ? [volume] : [],
    )

  const byRate = (area: Place, { key }: Named) => {
    const population = populations.get(area.code)
    const rates = parts.rates.find(({ service }) => service.key === key)
    return population && rates ? needByRate(population, rates) : { now: null, forecast: null }
  }

  const summed = (area: Place, service: Named, measure: 'need' | 'supply') => {
    const of = volumes.get(service.key)
    if (!of) return { side: null, remark: null }
    const firstOf = ({ code }: Place): Side | null => {
      const told = of.get(code)
      return told ? (candidates(measured(told, measure)).sides[0] ?? null) : null
    }
    return sumOfSides(
      { area, service, measure },
      levelsOf(hierarchies, area).map(({ areas }) => areas.map(firstOf)),
    )
  }

  const needOf = (area: Place, service: Named): Told => {
    const told = candidates(measured(own(area, service.key), 'need'))
    if (told.sides.length > 0 || told.unclear) return { ...told, remark: null }
    const { now } = byRate(area, service)
    if (now) return { sides: [now], unclear: null, remark: null }
    const { side, remark } = summed(area, service, 'need')
    return { sides: side ? [side] : [], unclear: null, remark }
  }

  const supplyOf = (area: Place, service: Named): Told => {
    const { side: registered, remark } = register(area, service.key)
    const told = candidates(measured(own(area, service.key), 'supply'))
    const used = candidates(measured(own(area, service.key), 'use'))
    const sides = [...(registered ? [registered] : []), ...told.sides, ...used.sides]
    if (sides.length > 0) return { sides, unclear: null, remark }
    const sum = summed(area, service, 'supply')
    return {
      sides: sum.side ? [sum.side] : [],
      unclear: told.unclear ?? used.unclear,
      remark: remark ?? sum.remark,
    }
  }

  // Of most kinds of service nothing is told anywhere.
  const told = new Set([
    ...volumes.keys(),
    ...parts.rates.map(({ service }) => service.key),
    ...(parts.tally?.rows ?? []).map(({ serviceType }) => serviceType),
    ...parts.unmet.map(({ service }) => service.key),
  ])
  const waiting = unmetMonths(parts.unmet)

  return (area, service) => {
    if (!told.has(service.key)) return undefined
    const of = own(area, service.key)
    const [need, supply] = [needOf(area, service), supplyOf(area, service)]
    const ahead = candidates(forecast(of, 'need', 'use'))
    const rated = ahead.sides.length === 0 ? byRate(area, service).forecast : null
    const unmet = waiting(area.code, service.key)
    if (of.length + need.sides.length + supply.sides.length + unmet.length === 0 && !rated) return undefined
    return needCell({
      area: { code: area.code, name: area.name },
      service: { key: service.key, name: service.name },
      need,
      supply,
      needAhead: rated ? { sides: [rated], unclear: null } : ahead,
      supplyAhead: candidates(forecast(of, 'supply')),
      volumes: of,
      shortAbove: shortAbove(area, service.key),
      unmet,
      remarks: { need: need.remark, supply: supply.remark },
    })
  }
}

type Place = { readonly code: string; readonly name: string }

/** Most cells of a grid have none. */
const none: readonly Volume[] = []
