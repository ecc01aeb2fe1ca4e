import { labelSize, textWidth } from './text.ts'

/**
 * A text in a drawing: `x` in per cent of its width, `dx` and `y` in pixels (`y` of the baseline).
 * Drawings stretch sideways, so whether labels meet is worked out at the widths below.
 */
export interface Label {
  readonly x: number
  readonly dx: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
  readonly bold: boolean
  /** Shown only where the drawing is that wide; always when left out. */
  readonly only?: 'broad' | 'narrow' | undefined
}

/** In pixels, top left and bottom right. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The narrowest a container gets (a 320 pixel screen), and where broad begins: 30 rem in the styles. */
export const narrowest = 288
export const broadFrom = 480

/** Where a label stands when the plot is `width` pixels wide. */
export function boxOf({ x, dx, y, anchor, text, bold }: Label, width: number): Box {
  const wide = textWidth(text, bold)
  const at = (x / 100) * width + dx
  const left = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2
  return { left, top: y - labelSize * 0.8, right: left + wide, bottom: y + labelSize * 0.25 }
}

/** Whether two boxes meet, or come nearer than `gap` pixels sideways. */
export const meet = (one: Box, other: Box, gap = 0): boolean =>
  one.left < other.right + gap && other.left < one.right + gap && one.top < other.bottom && other.top < one.bottom
