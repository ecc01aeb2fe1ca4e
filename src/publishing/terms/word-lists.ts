import type { IsoDate } from '../../core/values/index.ts'
import type { RegulatorTerm, TermKind } from '../../providers/index.ts'
import { heldText } from './held.ts'

/** Words of one regulator that mean one thing here. */
export interface SaidBy {
  readonly words: string
  /** Words of a second column that narrow it, in order; '' for all others, none where it needs none. */
  readonly narrowed: readonly string[]
  /** When it was said, where that is over. */
  readonly held?: string
}

type Of = Pick<RegulatorTerm, 'regulator'> & { readonly kind: TermKind; readonly termKey: string }

/** What a regulator calls a thing; the key '' asks for words that mean nothing here. */
export function saidBy(terms: readonly RegulatorTerm[], { regulator, kind, termKey }: Of): SaidBy[] {
  const meant = terms.filter((term) => term.regulator === regulator && term.kind === kind && term.termKey === termKey)
  // Words that ended are told apart from those in use.
  return [...Map.groupBy(meant, ({ words, validTo }) => JSON.stringify([words, validTo])).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const narrowed = group.map(({ qualifier }) => qualifier)
    const held = first.validTo === null ? {} : { held: heldText(first) }
    return [{ words: first.words, narrowed: narrowed.every((one) => one === '') ? [] : narrowed, ...held }]
  })
}

/** Words with what narrows them: "Care Home Service: Learning Disabilities; Mental Health Problems". */
export const saidText = ({ words, narrowed, held }: SaidBy): string =>
  [
    words,
    narrowed.length > 0 ? `: ${narrowed.map((one) => one || 'any other').join('; ')}` : '',
    held ? ` (${held})` : '',
  ].join('')

/** Since when a regulator's words are known here, at the earliest. */
export const saidSince = (terms: readonly RegulatorTerm[], regulator: RegulatorTerm['regulator']): IsoDate | null =>
  terms
    .filter((term) => term.regulator === regulator)
    .map(({ validFrom }) => validFrom)
    .toSorted()[0] ?? null
