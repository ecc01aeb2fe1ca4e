import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Source, sourcesByKey } from '../../../evidence/index.ts'
import {
  type CareGroupSet,
  careGroupSets,
  careGroups,
  type RatingScale,
  type RegulatorTerm,
  ratingScales,
  regulatorTerms,
  type ServiceType,
  serviceTypes,
  type Term,
} from '../../../providers/index.ts'

/** The words in which services, groups of people and grades are told here, and those of the regulators. */
export interface WordsContent {
  readonly types: readonly ServiceType[]
  readonly groups: readonly Term[]
  readonly terms: readonly RegulatorTerm[]
  readonly sets: readonly CareGroupSet[]
  readonly scales: readonly RatingScale[]
  /** What the sets are taken from. */
  readonly sources: ReadonlyMap<string, Source>
}

/** Everything about words that a partnership’s pages use: seven queries. */
export async function wordsContent(db: Db, { slug }: Partnership): Promise<WordsContent> {
  const sets = await careGroupSets(db, slug)
  return {
    types: await serviceTypes(db),
    groups: await careGroups(db),
    terms: await regulatorTerms(db),
    sets,
    scales: await ratingScales(db),
    sources: await sourcesByKey(db, [...new Set(sets.map(({ sourceKey }) => sourceKey))]),
  }
}
