import type { Figure } from '../../evidence/index.ts'
import type { GapGrid, GridService, NeedCell } from '../../market/index.ts'
import type { When } from './grid-figure.ts'

/** A cell of an area that is short, by how much and by what share of need. */
export interface ShortCell extends Pick<NeedCell, 'area' | 'service'> {
  readonly gap: Figure
  readonly share: number
}

/** The cells below the whole that are shortest by their share of need, at most ten. */
export function shortestCells(
  { cells, whole }: Pick<GapGrid, 'cells' | 'whole'>,
  services: readonly Pick<GridService, 'key'>[],
  when: When,
): readonly ShortCell[] {
  const keys = new Set(services.map(({ key }) => key))
  return cells
    .filter(({ area, service }) => area.code !== whole.code && keys.has(service.key))
    .flatMap((cell) => {
      const { gap, share } = (when === 'forecast' ? cell.forecast : cell) ?? { gap: null, share: null }
      return gap && share !== null && share > 0 ? [{ area: cell.area, service: cell.service, gap, share }] : []
    })
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 10)
}
