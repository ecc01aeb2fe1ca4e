import { type Sector, sectors } from './register/regulator.ts'
import type { RegulatorTerm, TermKind } from './regulator-term.ts'
import { folded } from './term.ts'

/** Finds what the words of one regulator mean. */
export interface Terms {
  /** The key of the service type; null when the words are known to mean none here, undefined when they were never seen. */
  serviceType(words: readonly string[], qualifiers: readonly string[]): string | null | undefined
  /** Keys of the care groups, each once; words that mean none give nothing. */
  careGroups(words: readonly string[]): string[]
  /** The sector; null when the word is known and does not tell it, undefined when it was never seen. */
  sector(words: string): Sector | null | undefined
}

/** The meanings of one regulator's words on one day, as the reader of a register asks for them; the first that fits counts. */
export function termsOf(mappings: readonly RegulatorTerm[]): Terms {
  const of = (kind: TermKind) =>
    mappings
      .filter((mapping) => mapping.kind === kind)
      .map(({ words, qualifier, termKey }) => ({ words: folded(words), qualifier: folded(qualifier), termKey }))
  const [services, groups, owners] = [of('service-type'), of('care-group'), of('sector')]
  return {
    serviceType(words, qualifiers) {
      const [said, narrowed] = [new Set(words.map(folded)), new Set(qualifiers.map(folded))]
      const found = services.find((one) => said.has(one.words) && (one.qualifier === '' || narrowed.has(one.qualifier)))
      return found && (found.termKey || null)
    },
    careGroups(words) {
      const said = new Set(words.map(folded))
      return [...new Set(groups.flatMap((one) => (said.has(one.words) && one.termKey ? one.termKey : [])))]
    },
    sector(words) {
      const found = owners.find((one) => one.words === folded(words))
      return found && (sectors.find((sector) => sector === found.termKey) ?? null)
    },
  }
}
