import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { unmetCountedOn, unmetSource, unmetTold } from '../../../brokerage/index.ts'
import type { Partnership } from '../../../core/auth/index.ts'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { type RowsBehind, type Source, sourceMap } from '../../../evidence/index.ts'
import { hierarchiesOf, levelsOf } from '../../../places/index.ts'
import { type ServiceType, serviceTypes, tallyOf } from '../../../providers/index.ts'
import { populationsOf } from '../../queries/population.ts'
import { type MarketTables, market } from '../../schema.ts'
import { parseGapFigureId } from '../figure-id.ts'
import { cellOf, type GapGrid, type GridAsked, gapGridOf } from '../gap-grid.ts'
import type { GridParts } from '../grid-cells.ts'
import { namesIn } from '../names-in.ts'
import { type NeedRates, needMeasure } from '../need-by-rate.ts'
import type { NeedCell } from '../need-cell.ts'
import { toldUnmet } from '../told-unmet.ts'
import { type PackedUnmet, packedUnmet } from './unmet.ts'
import { packedVolumes, toldVolumes, type VolumeFilter } from './volumes.ts'

/**
 * Need, supply and gap of a partnership, whole or for one area or one service.
 * At most eight queries whatever the size, or as many fewer as the caller has read already.
 */
export async function gapGrid(
  db: Db,
  partnership: Partnership,
  asked: GridAsked = {},
  known?: ReadonlyMap<string, Source>,
  given: Partial<Pick<GridParts, 'hierarchies' | 'types' | 'tally'>> = {},
): Promise<GapGrid> {
  const sources = known ?? (await sourceMap(db))
  const whole = { code: partnership.areaCode, name: partnership.title }
  const hierarchies = given.hierarchies ?? (await hierarchiesOf(db, partnership.id))
  const read = 'tally' in given ? undefined : await tallyOf(db, partnership.areaCode)
  // A register is read with the names of all kinds of service.
  const types = given.types ?? read?.types ?? (await serviceTypes(db))
  const { rates, counts, countedOn, ...packed } = await volumesAndRates(db, partnership, asked)
  const needRates = ratesOfNeed(rates, types, sources)
  const places = asked.areas ?? [whole, ...levelsOf(hierarchies, whole).flatMap((level) => level.areas)]
  const wanted = places.filter(({ code }) => asked.area === undefined || code === asked.area)
  return gapGridOf(
    {
      whole,
      hierarchies,
      types,
      volumes: await toldVolumes(db, partnership.id, packed, sources),
      rates: needRates,
      populations: needRates.length > 0 ? await populationsOf(db, once(wanted), {}, sources) : [],
      tally: given.tally ?? read,
      sources,
      unmet: toldUnmet({
        ...packed,
        counts,
        countedOn,
        whole,
        areas: namesIn(hierarchies),
        types,
        demonstration: partnership.demonstration,
      }),
    },
    asked,
  )
}

/** What a partnership has of volumes and opportunities, counted, and the services that it tells need or supply of: one query. */
export async function gapCounts(db: Db, partnershipId: Id): Promise<GapCounts> {
  const ofPartnership = (table: 'volume' | 'opportunity') =>
    sql<number>`(select count(*)::int from ${sql.table(table)} where partnership_id = ${partnershipId})`
  const {
    measures,
    told,
    counts: people,
    weeks,
    countedOn,
    limit,
    ...counts
  } = await market(db)
    .selectNoFrom([
      ofPartnership('volume').as('volumes'),
      ofPartnership('opportunity').as('opportunities'),
      sql<string[]>`array(select service_key from volume where partnership_id = ${partnershipId}
        union select service_type_key from unmet_told where partnership_id = ${partnershipId})`.as('told'),
      sql<string[]>`array(select source_key from volume where partnership_id = ${partnershipId}
        union select source_key from opportunity where partnership_id = ${partnershipId}
        union select source_key from prevalence_rate where measure like 'need-%'
        union select ${unmetSource.key} where exists (select from unmet_told where partnership_id = ${partnershipId}))`.as(
        'sources',
      ),
      ...packedUnmet(partnershipId),
      sql<string[]>`array(select distinct measure from prevalence_rate where measure like 'need-%')`.as('measures'),
    ])
    .executeTakeFirstOrThrow()
  return {
    ...counts,
    unmet: { counts: people, weeks, countedOn, limit },
    servicesTold: (keys) => {
      const rated = measures.flatMap((measure) => needMeasure(measure, keys)?.service ?? [])
      return new Set([...told, ...rated])
    },
  }
}

/** How much a partnership tells of needs and gaps. */
export interface GapCounts {
  readonly volumes: number
  readonly opportunities: number
  /** Who waited, as it may be told. */
  readonly unmet: PackedUnmet
  /** Keys of the sources that they name. */
  readonly sources: readonly string[]
  /** The services of which need or supply is told, by a volume or by rates; given the keys of all kinds of service. */
  servicesTold(keys: ReadonlySet<string>): ReadonlySet<string>
}

/** The cell of one area and service; undefined when nothing is known of it. */
export async function gapCell(
  db: Db,
  partnership: Partnership,
  { area, service }: { readonly area: string; readonly service: string },
  known?: ReadonlyMap<string, Source>,
): Promise<NeedCell | undefined> {
  return cellOf(await gapGrid(db, partnership, { area, service }, known), area, service)
}

/** A figure of need, supply or gap by its identifier, with what it is made of; undefined when it is none or can't be told. */
export async function gapFigure(db: Db, partnership: Partnership, id: string) {
  const key = parseGapFigureId(id)
  const cell = key && (await gapCell(db, partnership, key))
  const figure = cell && figureOf(cell, id)
  if (!key || !cell || !figure) return undefined
  return { figure, behind: cell.behind(key.measure, key.forecast) satisfies RowsBehind }
}

const figureOf = ({ need, supply, gap, forecast }: NeedCell, id: string) =>
  [need, supply, gap, forecast?.need, forecast?.gap].find((figure) => figure?.id === id)

/** Volumes, rates of need and who waited in one query: a page counts its queries. */
async function volumesAndRates(db: Db, { id }: Partnership, filter: VolumeFilter) {
  const rates = market(db)
    .selectFrom('prevalence_rate as r')
    .selectAll('r')
    .where('r.measure', 'like', 'need-%')
    .orderBy('r.measure')
    .orderBy('r.sex')
    .orderBy('r.age_from')
  return market(db)
    .selectNoFrom([
      ...packedVolumes(id, filter),
      jsonArrayFrom(rates).as('rates'),
      unmetTold(id, { service: filter.service, latest: true }).as('counts'),
      unmetCountedOn(id).as('countedOn'),
    ])
    .modifyEnd(keptPlan)
    .executeTakeFirstOrThrow()
}

/** Rates by the service they are for, from the source that was published last. */
function ratesOfNeed(
  rows: readonly MarketTables['prevalence_rate'][],
  types: readonly ServiceType[],
  sources: ReadonlyMap<string, Source>,
): NeedRates[] {
  const keys = new Set(types.map(({ key }) => key))
  const found = [...Map.groupBy(rows, (row) => `${row.measure} ${row.source_key}`).values()].flatMap((group) => {
    const [first] = group
    const measure = first && needMeasure(first.measure, keys)
    const source = first && sources.get(first.source_key)
    const service = types.find(({ key }) => key === measure?.service)
    if (!first || !measure || !source || !service) return []
    const rates = group.map(({ sex, age_from, age_to, rate, lower, upper }) => ({
      sex,
      ages: { from: age_from, to: age_to },
      rate,
      limits: lower === null || upper === null ? null : { lower, upper },
    }))
    return [
      { measure: first.measure, unit: measure.unit, service: { key: service.key, name: service.name }, source, rates },
    ]
  })
  return found.toSorted((a, b) => (b.source.published ?? '').localeCompare(a.source.published ?? ''))
}

const once = <T extends { readonly code: string }>(areas: readonly T[]): { code: string; name: string }[] => [
  ...new Map(areas.map((area) => [area.code, area as T & { name: string }])).values(),
]
