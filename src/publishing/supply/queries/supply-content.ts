import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Source } from '../../../evidence/index.ts'
import {
  type AreasAt,
  areasAt,
  type Boundary,
  boundariesOf,
  hierarchiesOf,
  type Level,
  levelsOf,
} from '../../../places/index.ts'
import {
  type AreaTally,
  type LatestChange,
  latestChange,
  type SupplyTerms,
  supplyTerms,
  type Trend,
  tallyOf,
  trendOf,
} from '../../../providers/index.ts'
import type { SupplyAsked } from '../paths.ts'

/** What the section on supply draws from the registers. */
export interface SupplyContent {
  readonly asked: SupplyAsked
  /** The services of the latest register: of all kinds. */
  readonly tally: AreaTally
  /** All of them, or those of the kind asked for, over every register. */
  readonly trend: Trend['lines'][number]['points']
  readonly change: LatestChange | undefined
  readonly levels: readonly Level[]
  readonly cut: AreasAt
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly terms: SupplyTerms
  readonly sources: ReadonlyMap<string, Source>
}

/** The supply of a partnership's area; undefined where no register of it is known. At most seven queries. */
export async function supplyContent(
  db: Db,
  { id, areaCode, title }: Partnership,
  { by, kind }: SupplyAsked,
  sources: ReadonlyMap<string, Source>,
): Promise<SupplyContent | undefined> {
  const tally = await tallyOf(db, areaCode)
  if (!tally) return undefined
  // Anything else that an address may say is as if it said nothing.
  const known = tally.rows.some(({ serviceType }) => serviceType !== '' && serviceType === kind) ? kind : undefined
  const trend = await trendOf(db, areaCode, known === undefined ? undefined : 'service-type')
  const hierarchies = await hierarchiesOf(db, id)
  const own = { code: areaCode, name: title }
  const cut = areasAt(hierarchies, own, by)
  return {
    asked: { by: cut.key, kind: known },
    tally,
    trend: trend.lines.find(({ key }) => key === (known ?? ''))?.points ?? [],
    change: await latestChange(db, areaCode),
    levels: levelsOf(hierarchies, own),
    cut,
    boundaries: await boundariesOf(
      db,
      cut.areas.map(({ code }) => code),
    ),
    terms: await supplyTerms(db, tally.asOf),
    sources,
  }
}
