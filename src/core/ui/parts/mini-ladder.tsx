import type { Content } from '../govuk/index.ts'

export interface MiniLadderProps {
  /** How many steps there are, from one to five. */
  readonly steps: number
  /** Which step it is at, from 1; one more than there are once all were tried. */
  readonly current: number
  /** The step in words, beside the drawing: "Step 2: area-wide". */
  readonly words: string
  readonly note?: Content | undefined
}

/** An offer's ladder in the height of a row: steps past in grey, the present one in ink, those to come outlined. */
export function MiniLadder({ steps, current, words, note }: MiniLadderProps) {
  if (!Number.isInteger(steps) || steps < 1 || steps > 5)
    throw new RangeError(`A ladder has 1 to 5 steps, not ${steps}`)
  const widths = Array.from({ length: steps }, (_, i) => (steps === 1 ? 33 : 14 + (19 / (steps - 1)) * i))
  return (
    <div class="m-step">
      <svg class="m-chart" width="34" height={steps * 7 - 1} aria-hidden="true" focusable="false">
        {widths.map((width, i) => (
          <rect class={inkOf(i + 1, current)} x=".5" y={i * 7 + 0.5} width={Math.round(width)} height="5" />
        ))}
      </svg>
      <div>
        {words}
        {note ? <span class="m-under">{note}</span> : null}
      </div>
    </div>
  )
}

const inkOf = (step: number, current: number): string =>
  step < current ? 'f-grey' : step === current ? 'f-ink' : 'f-none k-ink w1'
