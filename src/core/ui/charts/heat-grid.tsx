import { safeUrl } from '../safe-url.ts'
import { tableRole } from '../table-roles.ts'
import { GapCell, type GapFigure } from './gap-cell.tsx'
import { Legend } from './legend.tsx'
import { gapLegend } from './tile-class.ts'

export interface GridService {
  readonly name: string
  /** What is counted: "hours a week", "beds". */
  readonly unit: string
}

export interface GridArea {
  readonly name: string
  readonly href?: string | undefined
  /** Areas of one group stand together under its name: "North". */
  readonly group?: string | undefined
  /** One for each service, in their order. */
  readonly cells: readonly GridCell[]
}

export type GridCell = GapFigure & { readonly href: string; readonly current?: boolean | undefined }

export interface HeatGridProps {
  /** What, where and when: "Supply against need by district, forecast for March 2030". */
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly services: readonly GridService[]
  readonly areas: readonly GridArea[]
  /** What an area is called here: "District", "Ward". */
  readonly areaName?: string | undefined
}

/** Every area by every service; on a phone, a block for each area. Each cell leads to what it is made of. */
export function HeatGrid({ caption, captionHidden, services, areas, areaName = 'Area' }: HeatGridProps) {
  const odd = areas.find(({ cells }) => cells.length !== services.length)
  if (odd) throw new RangeError(`${odd.name} has ${odd.cells.length} cells for ${services.length} services`)
  const hidden = (mark: 'c' | 'x') =>
    areas.some(({ cells }) => cells.some((one) => 'hidden' in one && one.hidden === mark))
  return (
    <div class="m-grid">
      <Legend entries={gapLegend} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="m-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table {...tableRole.table}>
          <caption class={captionHidden ? 'm-vh' : undefined}>{caption}</caption>
          <thead {...tableRole.rowgroup}>
            <tr {...tableRole.row}>
              <th scope="col" {...tableRole.columnheader}>
                {areaName}
              </th>
              {services.map(({ name, unit }) => (
                <th scope="col" {...tableRole.columnheader}>
                  {name} <small>{unit}</small>
                </th>
              ))}
            </tr>
          </thead>
          {groupsOf(areas).map((group) => (
            <tbody {...tableRole.rowgroup}>
              {group.name ? (
                <tr {...tableRole.row} class="m-grid__group">
                  <th scope="rowgroup" {...tableRole.rowheader} colSpan={services.length + 1}>
                    {group.name}
                  </th>
                </tr>
              ) : null}
              {group.areas.map((area) => (
                <Row area={area} services={services} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {hidden('c') || hidden('x') ? (
        <p class="m-t__note">
          {hidden('c') ? '[c] hidden: too few people, or could be worked out from the rest. ' : ''}
          {hidden('x') ? '[x] not collected.' : ''}
        </p>
      ) : null}
    </div>
  )
}

function Row({ area, services }: { readonly area: GridArea; readonly services: readonly GridService[] }) {
  return (
    <tr {...tableRole.row}>
      <th scope="row" {...tableRole.rowheader}>
        {area.href ? <a href={safeUrl(area.href)}>{area.name}</a> : area.name}
      </th>
      {area.cells.map(({ href, current, ...figure }, i) => (
        <td {...tableRole.cell} data-l={services[i]?.name}>
          <GapCell figure={figure} of={`${area.name}, ${services[i]?.name}`} href={href} current={current} />
        </td>
      ))}
    </tr>
  )
}

/** Neighbours of one group together, in the order given. */
function groupsOf(areas: readonly GridArea[]): { name: string | undefined; areas: GridArea[] }[] {
  const groups: { name: string | undefined; areas: GridArea[] }[] = []
  for (const area of areas) {
    const last = groups.at(-1)
    if (last && last.name === area.group) last.areas.push(area)
    else groups.push({ name: area.group, areas: [area] })
  }
  return groups
}
