/** A care group or a kind of service. */
export interface Term {
  readonly key: string
  readonly name: string
  /** Other words for the same thing, so that search and imports find it. */
  readonly otherNames: readonly string[]
}

/** A kind of service with how it is counted. */
export interface ServiceType extends Term {
  /** Whether its size is told in places that are registered. */
  readonly countedInPlaces: boolean
  /** Whether people live there. */
  readonly livedIn: boolean
}

/** Words as they are compared: case, dashes, apostrophes, "&" and extra spaces make no difference. */
export const folded = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’‘]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A function that finds the term which words mean, by key, name or other name; undefined when none does. */
export function termNamed(terms: readonly Term[]): (words: string) => Term | undefined {
  const byWords = new Map(
    terms.flatMap((term) => [term.key, term.name, ...term.otherNames].map((words) => [folded(words), term])),
  )
  return (words) => byWords.get(folded(words))
}
