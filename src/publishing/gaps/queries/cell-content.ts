import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Source, sourceMap } from '../../../evidence/index.ts'
import { gapCell, type NeedCell } from '../../../market/index.ts'
import { type ServicesPage, servicesOf, type TrendPoint, trendOf } from '../../../providers/index.ts'

/** One service in one area, with what stands behind it. */
export interface CellContent {
  readonly cell: NeedCell
  /** The registered services of this kind here, the first page of them. */
  readonly services: ServicesPage
  /** What the register counted on each of its days. */
  readonly history: readonly TrendPoint[]
  readonly sources: ReadonlyMap<string, Source>
}

/** What is known of a service in an area, with the services behind it; "not found" when nothing is. */
export async function cellContent(
  db: Db,
  partnership: Partnership,
  { area, service }: { readonly area: string; readonly service: string },
): Promise<CellContent> {
  const sources = await sourceMap(db)
  const cell = await gapCell(db, partnership, { area, service }, sources)
  if (!cell) {
    throw notFound(
      'This gap',
      `Nothing is known of a service “${service}” in an area “${area}” of ${partnership.title}.`,
    )
  }
  const { lines } = await trendOf(db, area, 'service-type')
  return {
    cell,
    services: await servicesOf(db, area, { serviceType: service }),
    history: lines.find(({ key }) => key === service)?.points ?? [],
    sources,
  }
}
