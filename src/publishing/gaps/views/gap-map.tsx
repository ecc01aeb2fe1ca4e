import { gapLegend, gapWords } from '../../../core/ui/charts/index.ts'
import { Finding } from '../../../core/ui/parts/index.ts'
import { type Source, unitWords } from '../../../evidence/index.ts'
import { cellOf, type GapGrid, type GridService } from '../../../market/index.ts'
import type { Boundary } from '../../../places/index.ts'
import { gapCellPath } from '../../paths.ts'
import { AreaMap } from '../../places/views/area-map.tsx'
import { gridFigure, shortestWords, type When } from '../grid-figure.ts'

interface GapMapProps {
  readonly slug: string
  readonly grid: GapGrid
  readonly service: GridService
  readonly when: When
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly sources: ReadonlyMap<string, Source>
}

/** One service over all areas: to find where. */
export function GapMap({ slug, grid, service, when, boundaries, sources }: GapMapProps) {
  const unit = service.unit === null ? '' : unitWords(service.unit, 2)
  const areas = grid.areas.map(({ code, name }) => {
    const cell = cellOf(grid, code, service.key)
    const { tileClass, value, note } = gapWords(gridFigure(cell, when))
    return { code, name, tileClass, value, note, ...(cell ? { href: gapCellPath(slug, code, service.key) } : {}) }
  })
  const cells = areas.flatMap(({ code }) => cellOf(grid, code, service.key) ?? [])
  return (
    <section aria-labelledby="gap-map">
      <Finding level={3} id="gap-map">
        {shortestWords(service.name, cells, when)}
      </Finding>
      <p class="m-2">Supply against need{unit ? `, ${unit}` : ''}</p>
      <AreaMap
        slug={slug}
        sources={sources}
        areas={areas}
        boundaries={boundaries}
        legend={gapLegend}
        alternative={`Map of ${grid.whole.name}: ${service.name}, supply against need in ${areas.length} areas. ${shortestWords(service.name, cells, when)}.`}
        table={{
          caption: `${service.name}: supply against need`,
          columns: [{ heading: 'Area' }, { heading: 'Supply against need' }, { heading: 'That is' }],
          rows: areas.map(({ name, value, note }) => [name, value, note]),
        }}
      />
    </section>
  )
}
