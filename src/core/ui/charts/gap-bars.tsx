import { number } from '../format.ts'
import { gapLayout } from './gap-layout.ts'
import { round } from './svg-label.tsx'

export interface GapBarProps {
  readonly name: string
  /** `null` where it isn't known. */
  readonly need: number | null
  readonly supply: number | null
  /** What is counted: "hours a week", "beds". */
  readonly unit: string
  readonly format?: ((value: number) => string) | undefined
}

export interface GapBarsProps {
  /** Names the list: "Supply against need in the whole area". */
  readonly label: string
  readonly bars: readonly GapBarProps[]
}

/** Supply against need, a bar each: the figures stand above every bar, so the list is its own table. */
export function GapBars({ label, bars }: GapBarsProps) {
  return (
    <>
      <ul class="m-gaps" aria-label={label}>
        {bars.map((bar) => (
          <li>
            <GapBar {...bar} />
          </li>
        ))}
      </ul>
      <p class="m-t__note">
        Solid is supply, hatched is the gap.{bars.some(spare) ? ' A line marks need where there is spare.' : ''}
      </p>
    </>
  )
}

const spare = ({ need, supply }: GapBarProps): boolean => need !== null && supply !== null && supply > need

/** One bar as wide as need: solid up to supply, hatched for what is missing. */
export function GapBar({ name, need, supply, unit, format = number }: GapBarProps) {
  const layout = gapLayout(need, supply)
  const shown = (value: number | null) => (value === null ? '[x]' : format(value))
  return (
    <div class="m-gapbar">
      <p>
        <span>{name}</span>{' '}
        <span class="m-2">
          {shown(supply)} of {shown(need)} {unit}
        </span>
      </p>
      {layout ? (
        <svg
          class={layout.hatched > 0 ? 'm-chart is-hatched' : 'm-chart'}
          width="100%"
          height="12"
          aria-hidden="true"
          focusable="false"
        >
          <rect class="f-supply" width={`${round(layout.solid)}%`} height="12" />
          {layout.needAt === undefined ? null : (
            <line class="k-paper w3" x1={`${round(layout.needAt)}%`} x2={`${round(layout.needAt)}%`} y1="0" y2="12" />
          )}
        </svg>
      ) : null}
    </div>
  )
}
