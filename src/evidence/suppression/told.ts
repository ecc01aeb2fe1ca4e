import type { Figure } from '../figure.ts'
import type { Told } from './hidden-cells.ts'

/** A figure as an edition told it: its number, or null where it was hidden. */
export interface ToldFigure {
  readonly figureId: string
  readonly value: number | null
}

/** What editions told of these figures: numbers that are still the same, and those that were hidden once and stay so. */
export function toldOf(figures: readonly Figure[], told: readonly ToldFigure[]): Told {
  const values = new Map(figures.map(({ id, value }) => [id, value]))
  const there = told.filter(({ figureId }) => values.has(figureId))
  return {
    shown: new Set(
      there.flatMap(({ figureId, value }) => (value !== null && value === values.get(figureId) ? figureId : [])),
    ),
    everShown: new Set(there.flatMap(({ figureId, value }) => (value === null ? [] : figureId))),
    hidden: new Set(there.flatMap(({ figureId, value }) => (value === null ? figureId : []))),
  }
}
