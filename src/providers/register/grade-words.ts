import { regulatorNames } from './register-words.ts'
import type { Regulator } from './regulator.ts'

/** As much of a rating scale as its words take. */
interface Graded {
  readonly regulator: string
  readonly grades: readonly { readonly rank: number; readonly word: string }[]
}

/** A function that says a regulator's grade in words by its rank: "Good"; "Not graded" where there is none. */
export function gradeWords(scales: readonly Graded[], regulator: Regulator): (rank: number | null) => string {
  const words = new Map(
    scales
      .filter((scale) => scale.regulator === regulatorNames[regulator])
      .flatMap(({ grades }) => grades.map(({ rank, word }): [number, string] => [rank, word])),
  )
  return (rank) => (rank === null || rank === 0 ? 'Not graded' : (words.get(rank) ?? `Grade ${rank}`))
}
