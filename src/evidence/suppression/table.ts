/** Where a number stands in a table: a value for each dimension, such as area, ages and sex. */
export type Coordinates = Readonly<Record<string, string>>

/** One number of people. */
export interface Cell {
  readonly id: string
  readonly value: number
  readonly at: Coordinates
}

/** What adds up in a dimension: an area is the sum of the areas below it in a hierarchy, all people are women and men. */
export interface Sum {
  readonly dimension: string
  readonly total: string
  readonly parts: readonly string[]
}

/** Numbers that are published together with all the ways in which they add up. */
export interface Table {
  readonly cells: readonly Cell[]
  readonly sums: readonly Sum[]
}

/** A number that a reader of the table knows, or would like to: a published one, or one that only the sums speak of. */
export interface Variable {
  /** The cells that show it; none when it is not published. */
  readonly ids: readonly string[]
  /** undefined when it is not published and the sums do not tell it either. */
  readonly value: number | undefined
}

/** A sum that must come out: each variable with its sign, 1 for the total and -1 for a part. */
export type Equation = ReadonlyMap<number, number>

/** A table as its readers reckon with it. */
export interface System {
  readonly variables: readonly Variable[]
  readonly equations: readonly Equation[]
}
