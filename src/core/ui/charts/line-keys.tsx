import { type Series, whollyProjected } from './series.ts'
import { dashClass, fill, stroke } from './tone.ts'

export interface LineKeysProps {
  readonly series: readonly Series[]
  /** At every width, not only where the names have no room beside the lines. */
  readonly always: boolean
  readonly intervalName: string
}

/** What the lines, the dashes and the bands mean, above a drawing. */
export function LineKeys({ series, always, intervalName }: LineKeysProps) {
  const several = series.length > 1
  // One line may come in two parts, counted and projected: only one of them bears the name.
  const names = several ? series.filter((one) => one.name !== '') : []
  const projected = series.find((one) => one.projectedFrom !== undefined)
  const counted = projected && series.find((one) => !whollyProjected(one))
  const ranged = series.find((one) => one.interval?.length)
  if (names.length === 0 && !projected && !ranged) return null
  const tone = (one: Series) => (names.length > 1 ? 'ink' : one.tone)
  return (
    <ul class={projected || ranged || always ? 'm-keys' : 'm-keys m-narrow'}>
      {names.map((one) => (
        <li class={always ? undefined : 'm-narrow'}>
          <Swatch names={counted ? `${stroke(one.tone)} w3` : lineClasses(one)} />
          {one.name}
        </li>
      ))}
      {counted ? (
        <li>
          <Swatch names={`${stroke(tone(counted))} w3`} />
          Counted
        </li>
      ) : null}
      {projected ? (
        <li>
          <Swatch names={`${stroke(tone(projected))} w2 dash`} />
          Projected
        </li>
      ) : null}
      {ranged ? (
        <li>
          <svg class="m-chart" width="28" height="12" aria-hidden="true" focusable="false">
            <rect class={`band ${fill(ranged.tone)}`} width="28" height="12" />
          </svg>
          {intervalName}
        </li>
      ) : null}
    </ul>
  )
}

function Swatch({ names }: { readonly names: string }) {
  return (
    <svg class="m-chart" width="28" height="12" aria-hidden="true" focusable="false">
      <line class={names} x1="0" x2="28" y1="6" y2="6" />
    </svg>
  )
}

const lineClasses = (series: Series): string =>
  whollyProjected(series)
    ? `${stroke(series.tone)} w2 dash`
    : `${stroke(series.tone)} w3${dashClass(series.dash ?? 'solid')}`
