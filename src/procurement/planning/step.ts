import type { IsoDate } from '../../core/values/index.ts'

/** In what the length of a step is counted. */
export const stepUnits = ['months', 'weeks', 'working-days'] as const

export type StepUnit = (typeof stepUnits)[number]

/** One step of buying anew; when a committee decides at its end, its length runs up to the day by which papers are in. */
export interface Step {
  readonly name: string
  readonly amount: number
  readonly unit: StepUnit
  readonly committee: string | null
}

/** A meeting of a committee, and the day by which papers for it have to be in. */
export interface Meeting {
  readonly on: IsoDate
  readonly papersBy: IsoDate
}

/** The meetings of each committee by its name, in order of date. */
export type Committees = ReadonlyMap<string, readonly Meeting[]>
