import type { Dash, Tone } from './tone.ts'

/** One value of a line; `null` where there is none, which breaks the line. */
export interface Point {
  readonly x: number
  readonly y: number | null
}

/** The range in which a value probably lies. */
export interface Interval {
  readonly x: number
  readonly low: number
  readonly high: number
}

/** One line. Its points stand in the order of `x`. */
export interface Series {
  readonly name: string
  readonly tone: Tone
  readonly points: readonly Point[]
  readonly dash?: Dash | undefined
  /** From this `x` on the line is dashed: projected, not counted. */
  readonly projectedFrom?: number | undefined
  readonly interval?: readonly Interval[] | undefined
  /** Further points to label with their value, by `x`; the last one always is. */
  readonly marks?: readonly number[] | undefined
}

/** Whether every point of a line is projected, so that its name alone says so. */
export const whollyProjected = ({ projectedFrom, points }: Series): boolean =>
  projectedFrom !== undefined && points.every(({ x }) => x >= projectedFrom)

export interface DefinedPoint {
  readonly x: number
  readonly y: number
}

/** The points of a line that have a value. */
export const defined = (points: readonly Point[]): DefinedPoint[] =>
  points.filter((point): point is DefinedPoint => point.y !== null && Number.isFinite(point.y))
