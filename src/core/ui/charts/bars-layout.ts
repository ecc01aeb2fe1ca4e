import { scaleBand } from 'd3-scale'
import { type Frame, frameOf, type GridLine, gridLines, gutterSteps, valueScale } from './frame.ts'
import { boxOf, broadFrom, type Label, meet, narrowest } from './label.ts'
import { textWidth } from './text.ts'
import type { Tone } from './tone.ts'

/** One upright bar; `null` where there is no value. */
export interface Bar {
  readonly label: string
  readonly value: number | null
  readonly tone?: Tone | undefined
}

export interface DrawnBar {
  readonly bar: Bar
  /** Per cent of the width. */
  readonly x: number
  readonly width: number
  /** Pixels. */
  readonly y: number
  readonly height: number
}

export interface BarsLayout {
  readonly frame: Frame
  readonly axis: number
  readonly bars: readonly DrawnBar[]
  readonly values: readonly Label[]
  readonly foot: readonly Label[]
  /** Drawn where not every bar has room for its value. */
  readonly grid: readonly GridLine[]
  readonly gutter: number
}

/** Works out where bars and labels stand; undefined when there is no value to draw. */
export function barsLayout(
  bars: readonly Bar[],
  height: number,
  format: (value: number) => string,
): BarsLayout | undefined {
  const values = bars.flatMap(({ value }) => value ?? [])
  if (values.length === 0) return undefined
  const frame = frameOf(height, values)
  const y = valueScale(values, frame, true)
  const axis = y(0)
  const band = scaleBand<number>()
    .domain(bars.map((_, i) => i))
    .range([0, 100])
    .paddingInner(bars.length > 1 ? 0.22 : 0)
  const middle = (i: number) => (band(i) ?? 0) + band.bandwidth() / 2

  const said = bars.map(({ value }, i): Label => {
    const top = value === null ? axis : y(value)
    const text = value === null ? '[x]' : format(value)
    return {
      x: middle(i),
      dx: 0,
      y: value !== null && value < 0 ? top + 15 : top - 6,
      anchor: 'middle',
      text,
      bold: true,
    }
  })
  const widest = Math.max(...said.map(({ text }) => textWidth(text, true))) + 4
  const step = band.step() / 100
  const always = widest <= narrowest * step
  const grid = always ? [] : gridLines(y, values, format)
  const gutter = Math.min(6, gutterSteps(grid.map(({ text }) => text)))
  const plot = { narrow: narrowest - gutter * 16, broad: broadFrom - gutter * 16 }
  const broad = widest <= plot.broad * step

  return {
    frame,
    axis,
    grid,
    gutter,
    bars: bars.map((bar, i) => {
      const end = bar.value === null ? axis : y(bar.value)
      return { bar, x: band(i) ?? 0, width: band.bandwidth(), y: Math.min(end, axis), height: Math.abs(end - axis) }
    }),
    values: always ? said : broad ? said.map((label) => ({ ...label, only: 'broad' as const })) : [],
    foot: names(
      bars.map(({ label }, i) => ({
        x: middle(i),
        dx: 0,
        y: frame.height - 4,
        anchor: 'middle',
        text: label,
        bold: false,
      })),
      plot,
    ),
  }
}

/** Every name where there is room, else every second, third …, counted back from the last, which is always named. */
function names(labels: readonly Label[], plot: { readonly narrow: number; readonly broad: number }): Label[] {
  const every = (n: number) => labels.filter((_, i) => (labels.length - 1 - i) % n === 0)
  const clear = (some: readonly Label[], width: number) =>
    some.every((label, i) => {
      const next = some[i + 1]
      return !next || !meet(boxOf(label, width), boxOf(next, width), 6)
    })
  let broad = 1
  while (!clear(every(broad), plot.broad)) broad += 1
  let narrow = broad
  while (!clear(every(narrow), plot.narrow)) narrow += broad
  const always = new Set(every(narrow))
  return every(broad).map((label) => (always.has(label) ? label : { ...label, only: 'broad' as const }))
}
