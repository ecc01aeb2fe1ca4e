import { number, percent } from '../../../core/ui/format.ts'
import type { Content } from '../../../core/ui/govuk/index.ts'
import type { GapGrid, GridService } from '../../../market/index.ts'
import { unitText } from '../../figure-words.ts'
import { gapCellPath, gapsPath } from '../../paths.ts'
import type { When } from '../grid-figure.ts'
import { shortestCells } from '../shortest-cells.ts'

interface WorstFirstProps {
  readonly slug: string
  readonly grid: GapGrid
  readonly services: readonly GridService[]
  readonly service: string | undefined
  readonly when: When
  readonly wholeGrid: boolean
  /** The grid itself. */
  readonly children: Content
}

/** So many cells a phone shows one under the other before the worst ones stand for them. */
const cellsOnAPhone = 24

/** A grid, in place of which a small screen has the shortest cells and the way to the rest. */
export function WorstFirst({ slug, grid, services, service, when, wholeGrid, children }: WorstFirstProps) {
  if (wholeGrid || grid.areas.length * services.length <= cellsOnAPhone) return <>{children}</>
  const worst = shortestCells(grid, services, when)
  const all = gapsPath(slug, { by: grid.by ?? undefined, service, when, grid: 'all' })
  return (
    <>
      <div class="m-phone">
        {worst.length > 0 ? (
          <>
            <p>
              <strong>The shortest {worst.length === 1 ? 'cell' : `${worst.length} of all`}, by share of need</strong>
            </p>
            <ol class="govuk-list govuk-list--spaced">
              {worst.map(({ area, service: { key, name }, gap, share }) => (
                <li>
                  <a href={gapCellPath(slug, area.code, key)}>
                    {area.name}: {name}
                  </a>
                  <br />
                  {percent(share)} short, {number(gap.value ?? 0)} {unitText(gap)}
                </li>
              ))}
            </ol>
          </>
        ) : null}
        <p>
          <a href={`${all}#gap-all`}>
            All {grid.areas.length * services.length} cells, {services.length} services in {grid.areas.length} areas
          </a>
        </p>
      </div>
      <div class="m-desk">{children}</div>
    </>
  )
}
