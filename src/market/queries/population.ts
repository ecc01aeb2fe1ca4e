import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { type Sex, type Source, sourcesByKey } from '../../evidence/index.ts'
import { areaByCode } from '../../places/index.ts'
import type { Edition, Population, PopulationRow } from '../population.ts'
import { market } from '../schema.ts'

/** Which rows of an area are wanted; everything when nothing is said. */
export interface PopulationFilter {
  readonly years?: readonly number[]
  readonly sexes?: readonly Sex[]
  /** The youngest age that is asked for: younger ones are left where they are, wherever a band begins at it. */
  readonly from?: number
  /** Which years and bands there are is all that matters: nobody is counted. */
  readonly bandsOnly?: true
}

/** Everything known of an area's people, in three queries, or two where the caller has the sources: load it once for all figures of a page. */
export async function populationOf(
  db: Db,
  areaCode: string,
  filter: PopulationFilter = {},
  known?: ReadonlyMap<string, Source>,
): Promise<Population> {
  const { code, name } = await areaByCode(db, areaCode)
  const area = { code, name }
  const [population] = await populationsOf(db, [area], filter, known)
  return population ?? { area, rows: [] }
}

/** The same for several areas at once, in two queries, or one where the caller has the sources; areas without any counts are left out. */
export async function populationsOf(
  db: Db,
  areas: readonly Population['area'][],
  filter: PopulationFilter = {},
  known?: ReadonlyMap<string, Source>,
): Promise<Population[]> {
  if (areas.length === 0) return []
  const codes = areas.map((area) => area.code)
  const found = await countsOf(db, codes, filter)
  const sources = known ?? (await sourcesByKey(db, [...new Set(found.map((group) => group.source))]))
  const groups = Map.groupBy(found, (group) => group.code)
  const unpack = unpacking(sources)
  return areas.flatMap(({ code, name }) => {
    const rows = (groups.get(code) ?? []).flatMap(unpack)
    return rows.length > 0 ? [{ area: { code, name }, rows }] : []
  })
}

/** A row of a file within its group. */
type PackedCount = readonly [year: number, sex: Sex, people: number[], line: number]

/**
 * Counts in groups that share area, edition, division of ages and file, each group's rows as one JSON text:
 * the drivers take several times as long over hundreds of rows of arrays.
 */
function countsOf(db: Db, codes: readonly string[], { years, sexes, from, bandsOnly }: PopulationFilter) {
  const wanted = (column: 'lower_ages' | 'people') =>
    from === undefined
      ? sql`c.${sql.ref(column)}`
      : sql`c.${sql.ref(column)}[coalesce(array_position(c.lower_ages, ${from}::int), 1):]`
  const query = market(db)
    .selectFrom('population_count as c')
    .innerJoin('population_edition as e', 'e.id', 'c.edition_id')
    .select(['c.area_code as code', 'e.id', 'e.kind', 'e.vintage', 'e.source_key as source', 'c.file'])
    .select(sql<string>`(${wanted('lower_ages')})::text`.as('starts'))
    .select(
      sql<
        PackedCount[]
      >`json_agg(json_build_array(c.year, c.sex, ${bandsOnly ? sql`'{}'::int[]` : wanted('people')}, c.line))`.as(
        'counts',
      ),
    )
    .where('c.area_code', 'in', codes)
    .groupBy(['c.area_code', 'e.id', 'c.lower_ages', 'c.file'])
    .orderBy('e.kind')
    .orderBy('e.vintage')
    .orderBy('c.file')
  return query
    .$if(years !== undefined, (some) => some.where('c.year', 'in', years ?? []))
    .$if(sexes !== undefined, (some) => some.where('c.sex', 'in', sexes ?? []))
    .execute()
}

type PackedGroup = Awaited<ReturnType<typeof countsOf>>[number]

/** Unpacks groups by year and sex, so that rows share one object for each edition: figures tell editions apart by identity. */
function unpacking(sources: ReadonlyMap<string, Source>): (group: PackedGroup) => PopulationRow[] {
  const editions = new Map<Id, Edition>()
  return ({ id, kind, vintage, source: key, starts, file, counts }) => {
    const source = sources.get(key)
    const edition = editions.get(id) ?? (source && { kind, vintage, source })
    if (!edition) return []
    editions.set(id, edition)
    const lowerAges = starts.slice(1, -1).split(',').map(Number)
    return counts
      .toSorted(([year, sex], [otherYear, otherSex]) => year - otherYear || (sex < otherSex ? -1 : 1))
      .map(([year, sex, people, line]) => ({ edition, year, sex, lowerAges, people, file, line }))
  }
}
