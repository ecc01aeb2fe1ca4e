import { labelSize, textWidth, wrapText } from './text.ts'

/** A place on a drawing, or on the ground. */
export type MapPoint = readonly [number, number]

/** What is written on an area. */
export interface MapLabel {
  readonly x: number
  /** Of the first line's baseline. */
  readonly y: number
  readonly lines: readonly string[]
  /** There is no room for the name: its number in the list stands for it. */
  readonly numbered: boolean
}

/** The size of labels in the drawing's units: 16 pixels where the map is 400 wide. */
const size = 32
/** How tall its capitals are. */
const capitals = 22
/** From one line of a label to the next, in the drawing's units. */
export const mapLineHeight = 36
/** Of a label's height, what is air above its first line and below its last. */
const air = 14

/** Finds room for an area's name and value on its largest outline, else for its number, else for nothing. */
export function labelPlace(
  outlines: readonly (readonly MapPoint[])[],
  name: string,
  value: string,
  number: number,
): MapLabel | undefined {
  const ground = groundOf(outlines)
  for (const choice of choicesOf(name, value, number)) {
    const width = Math.max(...choice.lines.map((line) => textWidth(line, true))) * (size / labelSize)
    const height = choice.lines.length * mapLineHeight - air
    const spot = ground && roomFor(ground, width, height)
    if (spot) return { ...choice, x: Math.round(spot[0]), y: Math.round(spot[1] - height / 2 + capitals) }
  }
  return undefined
}

/** What may be written, the fullest first. Names break between words only: a word cut in two is worse than a number. */
function choicesOf(name: string, value: string, number: number) {
  const under = value === '' ? [] : [value]
  const [whole, word] = [textWidth(name, true), Math.max(...name.split(/\s+/).map((one) => textWidth(one, true)))]
  const wraps = [1, 0.62, 0.4].map((share) => wrapText(name, Math.max(word, whole * share)))
  return [
    ...wraps.map((lines) => ({ lines: [...lines, ...under], numbered: false })),
    { lines: [String(number)], numbered: true },
  ]
}

/** From left to right within an outline. */
type Span = readonly [number, number]

/** An outline as rows of spans, so that room in it is found without asking for every point. */
interface Ground {
  readonly top: number
  readonly middle: MapPoint
  readonly rows: readonly (readonly Span[])[]
}

/** From one row to the next, in the drawing's units. */
const step = 6

function groundOf(outlines: readonly (readonly MapPoint[])[]): Ground | undefined {
  const tall = outlines.map((outline) => ({ outline, ...extentOf(outline) }))
  const largest = tall.toSorted((a, b) => b.size - a.size)[0]
  if (!largest) return undefined
  const { outline, top, bottom } = largest
  const count = Math.max(0, Math.floor((bottom - top) / step))
  const crossings: number[][] = Array.from({ length: count }, () => [])
  for (let i = 1; i < outline.length; i++) {
    const [a, b] = [outline[i - 1] as MapPoint, outline[i] as MapPoint]
    const [[highX, high], [lowX, low]] = a[1] < b[1] ? [a, b] : [b, a]
    // A row stands in the middle of its step.
    const first = Math.max(0, Math.ceil((high - top) / step - 0.5))
    for (let row = first; row < count && top + (row + 0.5) * step < low; row++) {
      crossings[row]?.push(highX + ((top + (row + 0.5) * step - high) / (low - high)) * (lowX - highX))
    }
  }
  return { top, middle: centroid(outline), rows: crossings.map(spansOf) }
}

function spansOf(crossings: readonly number[]): Span[] {
  const sorted = crossings.toSorted((a, b) => a - b)
  return sorted.flatMap((left, i) =>
    i % 2 === 0 && i + 1 < sorted.length ? [[left, sorted[i + 1] ?? left] as const] : [],
  )
}

/** The middle of a box of a size that lies within the ground, as near to the ground's own middle as can be. */
function roomFor({ top, middle, rows }: Ground, width: number, height: number): MapPoint | undefined {
  const needed = Math.ceil(height / step)
  let best: { spot: MapPoint; off: number } | undefined
  for (let first = 0; first + needed <= rows.length; first++) {
    const y = top + (first + needed / 2) * step
    for (const [left, right] of sharedSpans(rows.slice(first, first + needed), width)) {
      const x = Math.min(Math.max(middle[0], left + width / 2), right - width / 2)
      const off = (x - middle[0]) ** 2 + (y - middle[1]) ** 2
      if (!best || off < best.off) best = { spot: [x, y], off }
    }
  }
  return best?.spot
}

/** The spans that all rows have, of those that are wide enough. */
function sharedSpans(rows: readonly (readonly Span[])[], width: number): readonly Span[] {
  let shared = rows[0] ?? []
  for (const row of rows.slice(1)) {
    if (shared.length === 0) return shared
    shared = shared.flatMap(([left, right]) =>
      row.flatMap(([from, to]): Span[] => {
        const [start, end] = [Math.max(left, from), Math.min(right, to)]
        return end - start >= width ? [[start, end]] : []
      }),
    )
  }
  return shared.filter(([left, right]) => right - left >= width)
}

function extentOf(points: readonly MapPoint[]): { top: number; bottom: number; size: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { top, bottom, size: (right - left) * (bottom - top) }
}

/** The middle of the ground within an outline. */
function centroid(outline: readonly MapPoint[]): MapPoint {
  let [x, y, twice] = [0, 0, 0]
  for (let i = 1; i < outline.length; i++) {
    const [[ax, ay], [bx, by]] = [outline[i - 1] as MapPoint, outline[i] as MapPoint]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return twice === 0 ? (outline[0] ?? [0, 0]) : [x / (3 * twice), y / (3 * twice)]
}
