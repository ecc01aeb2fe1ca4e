import { useId } from 'preact/hooks'
import { safeUrl } from '../safe-url.ts'
import { Legend } from './legend.tsx'
import { type MapLabel, mapLineHeight } from './map-labels.ts'
import { type DrawnArea, type MapShape, mapLayout } from './map-layout.ts'
import { type ChartProps, NothingToDraw, Plot } from './plot.tsx'
import type { LegendEntry, TileClass } from './tile-class.ts'

/** One area by its own outline. */
export interface BoundaryArea {
  readonly name: string
  readonly shape: MapShape
  readonly tileClass: TileClass
  /** As it is read, with its sign: "−24%". */
  readonly value: string
  /** What the colour says, in words: "1,780 short". */
  readonly note?: string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
}

export interface BoundaryMapProps extends ChartProps {
  readonly areas: readonly BoundaryArea[]
  readonly legend: readonly LegendEntry[]
}

/** A map of areas by their boundaries, each a link. Areas without room for their name bear a number that a list under the map explains. */
export function BoundaryMap({ areas, legend, alternative, table, tableOpen }: BoundaryMapProps) {
  const hatch = `hatch-${useId()}`
  const { width, height, areas: drawn } = mapLayout(areas)
  const current = areas.findIndex((area) => area.current)
  return (
    <Plot table={table} tableOpen={tableOpen}>
      <Legend entries={legend} />
      {areas.length === 0 ? (
        <NothingToDraw alternative={alternative} />
      ) : (
        <svg class="m-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={alternative}>
          {areas.some(({ tileClass }) => tileClass === 'd-x') ? <Hatch id={hatch} /> : null}
          {areas.map((area, i) => (
            <Area area={area} drawn={drawn[i]} hatch={hatch} />
          ))}
          {current < 0 ? null : <path class="m-map__current" d={drawn[current]?.path} />}
        </svg>
      )}
      <Unnamed areas={areas} drawn={drawn} />
    </Plot>
  )
}

interface AreaProps {
  readonly area: BoundaryArea
  readonly drawn: DrawnArea | undefined
  readonly hatch: string
}

function Area({ area: { name, value, note, tileClass, href, current }, drawn, hatch }: AreaProps) {
  const hidden = tileClass === 'd-x'
  const label = drawn?.label
  // What is seen must be said as well: the number where the name has no room.
  const number = label?.numbered ? `${label.lines[0]}, ` : ''
  const said = `${number}${name}${value ? `: ${value}` : ''}${note ? `, ${note}` : ''}`
  const content = (
    <>
      <path d={drawn?.path} fill={hidden ? `url(#${hatch})` : undefined} />
      {label ? <Words label={label} onHatch={hidden} /> : null}
    </>
  )
  return href ? (
    <a class={tileClass} href={safeUrl(href)} aria-label={said} aria-current={current ? 'true' : undefined}>
      {content}
    </a>
  ) : (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive
    <g class={tileClass} role="img" aria-label={said}>
      {content}
    </g>
  )
}

/** The words on an area; on hatching they stand on paper. */
function Words({ label: { x, y, lines }, onHatch }: { readonly label: MapLabel; readonly onHatch: boolean }) {
  return (
    <text y={y} class={onHatch ? 'on-hatch' : undefined}>
      {lines.map((line, i) => (
        <tspan x={x} dy={i === 0 ? undefined : mapLineHeight}>
          {line}{' '}
        </tspan>
      ))}
    </text>
  )
}

/** The ground of areas without a figure, drawn as in tables and tiles. */
function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="16" height="16" patternUnits="userSpaceOnUse">
      <path d="M0 0h16v16H0z" fill="#fff" stroke="none" />
      <path d="M-4 4 4-4M-2 18 18-2M12 20l8-8" fill="none" stroke="#6f7a76" stroke-width="2" />
    </pattern>
  )
}

function Unnamed({ areas, drawn }: { readonly areas: readonly BoundaryArea[]; readonly drawn: readonly DrawnArea[] }) {
  const unnamed = areas.flatMap((area, i) => (drawn[i]?.label?.numbered === false ? [] : [{ ...area, number: i + 1 }]))
  if (unnamed.length === 0) return null
  return (
    <ul class="m-keys" aria-label="Areas too small for their names">
      {unnamed.map(({ number, name, value, href }) => (
        <li>
          <b>{number}</b>{' '}
          <span>
            {href ? <a href={safeUrl(href)}>{name}</a> : name} {value}
          </span>
        </li>
      ))}
    </ul>
  )
}
