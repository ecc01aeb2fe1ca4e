import type { GapGrid } from '../../../market/index.ts'
import { sourcePath } from '../../paths.ts'

/** The sources of all numbers of a grid, each once. */
export function GridSources({ slug, grid: { cells } }: { slug: string; grid: Pick<GapGrid, 'cells'> }) {
  const figures = cells.flatMap(({ need, supply, forecast }) => [need, supply, forecast?.need, forecast?.supply])
  const cited = new Map(
    figures.flatMap((figure) => figure?.sources.map(({ key, title }) => [key, title] as const) ?? []),
  )
  if (cited.size === 0) return null
  return (
    <p class="m-t__note">
      {cited.size === 1 ? 'Source: ' : 'Sources: '}
      {[...cited].map(([key, title], at) => (
        <>
          {at > 0 ? '; ' : ''}
          <a href={sourcePath(slug, key)}>{title}</a>
        </>
      ))}
      .
    </p>
  )
}
