import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { labelSize, textWidth } from './text.ts'

/** A drawing's height, and where within it values are drawn, all in pixels. */
export interface Frame {
  readonly height: number
  readonly top: number
  readonly bottom: number
}

/** Room above for the highest label and below for the names along the foot. */
export function frameOf(height: number, values: readonly number[]): Frame {
  // Values below nought are written under their points, above the names along the foot.
  const below = values.some((value) => value < 0) ? 18 : 0
  return { height, top: 20, bottom: height - labelSize - 14 - below }
}

/** The scale of values: from nought unless told otherwise, to a round number, never flat. */
export function valueScale(
  values: readonly number[],
  { top, bottom }: Frame,
  fromZero: boolean,
): ScaleLinear<number, number> {
  const all = fromZero ? [0, ...values] : values
  const low = Math.min(...all)
  const high = Math.max(...all)
  const domain = low === high ? [Math.min(low, low === 0 ? 0 : low - 1), high + 1] : [low, high]
  return scaleLinear().domain(domain).nice(4).range([bottom, top])
}

/** A line across the drawing with the value it stands for. */
export interface GridLine {
  readonly value: number
  readonly y: number
  readonly text: string
}

/** About four lines across, each with its value; counts of people get no halves. */
export function gridLines(
  scale: ScaleLinear<number, number>,
  values: readonly number[],
  format: (value: number) => string,
): GridLine[] {
  const whole = values.every(Number.isInteger)
  return scale
    .ticks(4)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ value, y: scale(value), text: format(value) }))
}

/** How many steps of 16 pixels a gutter needs for these labels and a gap of 8. */
export function gutterSteps(texts: readonly string[], bold = false, extra = 8): number {
  return texts.length === 0 ? 0 : Math.ceil((Math.max(...texts.map((text) => textWidth(text, bold))) + extra) / 16)
}
