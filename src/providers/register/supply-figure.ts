import { longDate, number, percent } from '../../core/ui/format.ts'
import type { Citation, Figure, FigureUnit, RowsBehind, Source } from '../../evidence/index.ts'
import type { Term } from '../term.ts'
import { registerCitation } from './register-citation.ts'
import { providerSizeWords, regulatorNames, sectorWords } from './register-words.ts'
import { type SupplyKey, type SupplyMeasure, supplyFigureId, supplyMeasures } from './supply-figure-id.ts'
import { type AreaTally, shareInHouse, sumOf, sumsBy, type TallyRow } from './tally.ts'

/** A figure of supply with the sentence it supports. */
export interface SupplyFigure extends Figure {
  readonly finding: string
  readonly section: 'supply'
}

/** A figure of supply with the rows behind it, or a sentence on why there is none. */
export type SupplyWorking =
  | { readonly figure: SupplyFigure; readonly behind: RowsBehind }
  | { readonly missing: string }

/** What figures of supply are told in: the sources of registers and the names of service types. */
export interface SupplyWords {
  readonly sources: ReadonlyMap<string, Source>
  readonly types: readonly Pick<Term, 'key' | 'name'>[]
}

/** Every figure of supply that a tally gives: of all services together and of each service type that there is. */
export function supplyFigures(tally: AreaTally, words: SupplyWords): SupplyFigure[] {
  const present = new Set(tally.rows.map((row) => row.serviceType))
  const types = [null, ...words.types.map(({ key }) => key).filter((key) => present.has(key))]
  return types.flatMap((serviceType) =>
    supplyMeasures.flatMap((measure) => {
      const working = supplyFigureOf(tally, { measure, serviceType }, words)
      return 'figure' in working ? [working.figure] : []
    }),
  )
}

/** One figure of supply: registered places, services, or how many of a hundred of them are in-house. */
export function supplyFigureOf(
  tally: AreaTally,
  { measure, serviceType }: Pick<SupplyKey, 'measure' | 'serviceType'>,
  words: SupplyWords,
): SupplyWorking {
  const { area, asOf } = tally
  const type = words.types.find(({ key }) => key === serviceType)
  if (serviceType !== null && !type) return { missing: `“${serviceType}” is not a service type here.` }
  const rows = serviceType === null ? tally.rows : tally.rows.filter((row) => row.serviceType === serviceType)
  const value = measured(measure, rows)
  if (typeof value === 'string') {
    return { missing: `${type?.name ?? 'Services'} in ${area.name} on ${longDate(asOf)}: ${value}` }
  }
  const about = { tally, measure, value, of: type ? lowerFirst(type.name) : 'all adult services' }
  return {
    figure: {
      id: supplyFigureId({ measure, area: area.code, serviceType, asOf }),
      measure,
      label: labelOf(about),
      value,
      unit: units[measure],
      period: longDate(asOf),
      area,
      ages: null,
      sex: 'all',
      basis: 'actual',
      interval: null,
      comparator: null,
      method: methodOf(about),
      sources: citationsOf(tally, words.sources),
      status: 'derived',
      note: noteOf(tally),
      suppressed: false,
      finding: findingOf(about),
      section: 'supply',
    },
    get behind() {
      return behind(rows)
    },
  }
}

const units: Record<SupplyMeasure, FigureUnit> = { places: 'places', services: 'services', 'in-house': 'percent' }

function measured(measure: SupplyMeasure, rows: readonly TallyRow[]): number | string {
  const { services, places } = sumOf(rows)
  if (measure === 'services') return services
  if (measure === 'places') return places === 0 && services > 0 ? 'none of them registers places.' : places
  return shareInHouse(rows) ?? 'there are none, so no share of them is in-house.'
}

interface About {
  readonly tally: AreaTally
  readonly measure: SupplyMeasure
  readonly value: number
  /** "care at home" */
  readonly of: string
}

function labelOf({ measure, of }: About): string {
  if (measure === 'places') return `Registered places: ${of}`
  return measure === 'services' ? `Registered services: ${of}` : `Services run in-house: ${of}`
}

function findingOf({ tally, measure, value, of }: About): string {
  const when = `in ${tally.area.name} on ${longDate(tally.asOf)}`
  if (measure === 'in-house') return `${percent(value)} of services were run in-house ${when}: ${of}`
  const unit = measure === 'places' ? ['registered place', 'registered places'] : ['service', 'services']
  return `${number(value)} ${unit[value === 1 ? 0 : 1]} ${when}: ${of}`
}

function methodOf({ tally, measure }: About): string {
  const register = `the register of the ${regulatorNames[tally.regulator]} as at ${longDate(tally.asOf)}`
  const counted = {
    places: `The registered places of the adult services that are active on ${register}, added up.`,
    services: `The adult services that are active on ${register}, counted.`,
    'in-house': `Of the adult services that are active on ${register}, the share that the council or health board runs itself. Services are counted, whatever their size.`,
  }[measure]
  const older = tally.days.filter(({ asOf }) => asOf !== tally.asOf)
  return [
    counted,
    ...(tally.days.length > 1 ? [`It is the sum of ${tally.days.map((day) => day.councilName).join(', ')}.`] : []),
    ...older.map(({ councilName, asOf }) => `${councilName} is as at ${longDate(asOf)}.`),
  ].join(' ')
}

/** Each register once, as at the latest day of it that is counted. */
function citationsOf({ days }: AreaTally, sources: ReadonlyMap<string, Source>): Citation[] {
  const latest = new Map(days.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).map((day) => [day.sourceKey, day]))
  return [...latest].flatMap(([key, day]) => {
    const source = sources.get(key)
    const councils = days.filter((one) => one.sourceKey === key).map((one) => one.councilName)
    return source ? [registerCitation(source, day, councils.join(', '))] : []
  })
}

const noteOf = ({ demonstration, missing }: AreaTally): string | null =>
  [
    ...(demonstration ? ['These services are invented for the demonstration.'] : []),
    ...(missing.length > 0 ? [`Not counted, because no register of it is known here: ${missing.join(', ')}.`] : []),
  ].join(' ') || null

const columns: RowsBehind['columns'] = [
  { key: 'run_by', label: 'Run by', numeric: false },
  { key: 'sector', label: 'Sector', numeric: false },
  { key: 'provider_size', label: 'Provider runs', numeric: false },
  { key: 'services', label: 'Services', numeric: true },
  { key: 'places', label: 'Registered places', numeric: true },
  { key: 'beds', label: 'Beds', numeric: true },
]

/** In-house beside purchased, each by sector and by the size of the provider, the most services first. */
function behind(rows: readonly TallyRow[]): RowsBehind {
  const parts = sumsBy(rows, ({ inHouse, sector, providerSize }) =>
    [inHouse ? 'In-house' : 'Other providers', sectorWords[sector], providerSizeWords[providerSize]].join('|'),
  )
  return {
    columns,
    rows: [...parts]
      .toSorted(([a, one], [b, other]) => other.services - one.services || (a < b ? -1 : 1))
      .map(([key, { services, places, beds }]) => [...key.split('|'), services, places, beds]),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
