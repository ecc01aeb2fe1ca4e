import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type CitedFigure, indicatorsOf, sourceMap } from '../../../evidence/index.ts'
import { type GapGrid, gapGrid, type Opportunity, opportunitiesOf } from '../../../market/index.ts'
import { serviceTypes, termNamed } from '../../../providers/index.ts'

/** What is told of one kind of service. */
export interface ServiceContent {
  readonly service: { readonly key: string; readonly name: string; readonly otherNames: readonly string[] }
  readonly grid: GapGrid
  readonly opportunities: readonly Opportunity[]
  /** The figures that documents print about it. */
  readonly cited: readonly CitedFigure[]
}

/** Everything about one kind of service; "not found" when there is no such kind. */
export async function serviceContent(db: Db, partnership: Partnership, key: string): Promise<ServiceContent> {
  const types = await serviceTypes(db)
  const service = types.find((type) => type.key === key)
  if (!service) throw notFound(`A kind of service “${key}”`, 'The page of services lists those that there are.')
  const sources = await sourceMap(db)
  const named = termNamed(types)
  const cited = await indicatorsOf(db, partnership.id, {}, sources)
  return {
    service,
    grid: await gapGrid(db, partnership, { service: key }, sources, { types }),
    opportunities: await opportunitiesOf(db, partnership.id, { service: key }, sources),
    // A figure belongs to the service that its theme names.
    cited: cited.filter(({ theme, measure }) => named(theme)?.key === key || measure.startsWith(`${key}-`)),
  }
}

/** Every kind of service that anything is told of. */
export interface ServicesContent {
  readonly grid: GapGrid
  readonly opportunities: readonly Opportunity[]
}

/** What is told of each kind of service, for a list. */
export async function servicesContent(db: Db, partnership: Partnership): Promise<ServicesContent> {
  const sources = await sourceMap(db)
  const grid = await gapGrid(db, partnership, { area: partnership.areaCode }, sources)
  return { grid, opportunities: await opportunitiesOf(db, partnership.id, {}, sources) }
}
