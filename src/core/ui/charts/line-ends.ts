import type { Frame } from './frame.ts'
import type { Series } from './series.ts'
import { spread } from './spread.ts'
import { lineHeight, textWidth, wrapText } from './text.ts'

/** The label of a line beside its last point, in the room right of the plot. */
export interface End {
  readonly series: Series
  /** Of the last point, in pixels. */
  readonly y: number
  readonly value: string
  /** Middle of the value alone, where it is narrow. */
  readonly narrowY: number
  /** First baseline and lines of value and name, where it is broad. */
  readonly broadY: number
  readonly lines: readonly string[]
}

/** From the last point to the text: a gap, a piece of the line, a gap. */
export const leader = 22

const widestName = 160

/** Lines of "value name", as they stand where there is room. */
export const endLines = (value: string, name: string, named: boolean): string[] =>
  named ? wrapText(`${value} ${name}`, widestName) : [value]

/** How high a label of so many lines is, with a little air. */
const heightOf = (lines: readonly string[]): number => lines.length * lineHeight + 3

/** The least height of the plot in which all end labels fit. */
export const roomForEnds = (all: readonly (readonly string[])[]): number =>
  all.reduce((sum, lines) => sum + heightOf(lines), 0)

/** End labels moved apart so that none meet, in the order of their lines' ends. */
export function placeEnds(
  ends: readonly { series: Series; y: number; value: string; lines: readonly string[] }[],
  { top, bottom }: Frame,
): End[] {
  const from = top - 10
  const narrow = spread(
    ends.map(({ y }) => ({ at: y, height: lineHeight })),
    from,
    bottom + 4,
  )
  const broad = spread(
    ends.map(({ y, lines }) => ({ at: y, height: heightOf(lines) })),
    from,
    bottom + 4,
  )
  return ends.map((end, i) => ({
    ...end,
    narrowY: narrow[i] ?? end.y,
    broadY: (broad[i] ?? end.y) - (end.lines.length * lineHeight) / 2 + lineHeight / 2,
  }))
}

/** Room right of the plot in pixels, narrow and broad. */
export function endRoom(ends: readonly { value: string; lines: readonly string[] }[]) {
  const widest = (texts: readonly string[]) => (texts.length ? Math.max(...texts.map((t) => textWidth(t, true))) : 0)
  return {
    narrow: ends.length ? widest(ends.map(({ value }) => value)) + leader : 0,
    broad: ends.length ? widest(ends.flatMap(({ lines }) => lines)) + leader : 0,
  }
}
