import type { Frame } from './frame.ts'
import { boxOf, type Label, meet } from './label.ts'

/** A point whose value is to be said beside it: `x` in per cent, `y` in pixels. */
export interface LabelledPoint {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** A drawn line as corners: `x` in per cent, `y` in pixels. */
export type Corners = readonly { readonly x: number; readonly y: number }[]

/**
 * Places values above or below their points, where they cross the fewest lines and meet no other label at any width.
 * A value that fits nowhere is left out: the table has it.
 */
export function valueLabels(
  points: readonly LabelledPoint[],
  lines: readonly Corners[],
  frame: Frame,
  widths: readonly number[],
): Label[] {
  const placed: Label[] = []
  for (const point of points) {
    const free = candidates(point, frame).filter((label) =>
      widths.every(
        (width) =>
          inside(boxOf(label, width), width) &&
          placed.every((other) => !meet(boxOf(label, width), boxOf(other, width), 4)),
      ),
    )
    const cost = (label: Label) => widths.reduce((sum, width) => sum + crossings(label, lines, width), 0)
    const best = free.map((label) => ({ label, cost: cost(label) })).sort((a, b) => a.cost - b.cost)[0]
    if (best) placed.push(best.label)
  }
  return placed
}

const inside = (box: { left: number; right: number }, width: number) => box.left >= -8 && box.right <= width + 8

function candidates({ x, y, text }: LabelledPoint, { top, bottom, height }: Frame): Label[] {
  // Never on the names along the foot, which are the last 18 pixels.
  const below = Math.max(bottom - 3, height - 22)
  const at = (dx: number, dy: number, anchor: Label['anchor']): Label => ({
    x,
    dx,
    y: y + dy,
    anchor,
    text,
    bold: true,
  })
  return [
    at(0, -10, 'middle'),
    at(0, 21, 'middle'),
    at(7, -7, 'start'),
    at(-7, -7, 'end'),
    at(7, 19, 'start'),
    at(-7, 19, 'end'),
  ].filter((label) => label.y - 12 >= top - 20 && label.y <= below)
}

/** How many pieces of lines run through a label. */
function crossings(label: Label, lines: readonly Corners[], width: number): number {
  const box = boxOf(label, width)
  let count = 0
  for (const corners of lines) {
    for (let i = 1; i < corners.length; i++) {
      const [from, to] = [corners[i - 1], corners[i]]
      if (from && to && crosses(from, to, box, width)) count += 1
    }
  }
  return count
}

type Corner = Corners[number]

function crosses(from: Corner, to: Corner, box: ReturnType<typeof boxOf>, width: number): boolean {
  const [x1, x2] = [(from.x / 100) * width, (to.x / 100) * width]
  const start = Math.max(box.left, Math.min(x1, x2))
  const end = Math.min(box.right, Math.max(x1, x2))
  if (start > end) return false
  const yAt = (x: number) => (x2 === x1 ? from.y : from.y + ((to.y - from.y) * (x - x1)) / (x2 - x1))
  const [a, b] = x2 === x1 ? [from.y, to.y] : [yAt(start), yAt(end)]
  return Math.max(a, b) >= box.top && Math.min(a, b) <= box.bottom
}
