import { type End, leader } from './line-ends.ts'
import { round } from './svg-label.tsx'
import { lineHeight } from './text.ts'
import { dashClass, stroke } from './tone.ts'

/** Values, and where there is room names, beside the ends of the lines. */
export function LineEnds({ ends }: { readonly ends: readonly End[] }) {
  return (
    <svg x="100%" overflow="visible" aria-hidden="true">
      {ends.map((end) => (
        <>
          <g class="m-narrow">
            <Leader end={end} to={end.narrowY} />
            <text class="tb" x={leader} y={round(end.narrowY + 5)}>
              {end.value}
            </text>
          </g>
          <g class="m-broad">
            <Leader end={end} to={end.broadY} />
            {end.lines.map((text, i) => (
              <text
                class={end.lines.length === 1 && text === end.value ? 'tb' : undefined}
                x={leader}
                y={round(end.broadY + 5 + i * lineHeight)}
              >
                {i === 0 && text.startsWith(end.value) ? (
                  <>
                    <tspan class="tb">{end.value}</tspan>
                    {text.slice(end.value.length)}
                  </>
                ) : (
                  text
                )}
              </text>
            ))}
          </g>
        </>
      ))}
    </svg>
  )
}

/** A short piece of the line itself, from its end to its label. */
function Leader({ end: { series, y }, to }: { readonly end: End; readonly to: number }) {
  const { tone, dash = series.projectedFrom === undefined ? 'solid' : 'dash' } = series
  return <path class={`f-none ${stroke(tone)} w2${dashClass(dash)}`} d={`M7 ${round(y)}L${leader - 4} ${round(to)}`} />
}
