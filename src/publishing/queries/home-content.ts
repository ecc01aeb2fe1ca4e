import { budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type CitedFigure, type Figure, indicatorsOf, sourceMap } from '../../evidence/index.ts'
import { populationOf, ratesOf } from '../../market/index.ts'
import { leadOf, messagesOf, type Told } from '../block-parts.ts'
import type { NumberChange } from '../compare-figures.ts'
import type { Edition } from '../edition.ts'
import { conditionContent, olderPeople, type PopulationContent, populationContent } from '../population-content.ts'
import { mainChanges, publishedWords, type Words } from './editions.ts'

/** What a partnership's home is made from. */
export interface HomeContent {
  /** The edition whose words are shown; undefined until one is published. */
  readonly edition: Edition | undefined
  /** The first numbers that the edition changed. */
  readonly changes: readonly NumberChange[]
  readonly lead: string | undefined
  readonly messages: readonly Pick<Told, 'heading' | 'text'>[]
  readonly cited: readonly CitedFigure[]
  readonly population: PopulationContent | undefined
  readonly dementia: readonly Figure[]
  readonly tables: readonly SourcedBudgetTable[]
}

/** All that a partnership's home shows, with the words of the latest edition, or those of drafts to see it before. */
export async function homeContent(db: Db, partnership: Partnership, drafts?: Words): Promise<HomeContent> {
  const { edition, words } = drafts
    ? { edition: undefined, words: drafts }
    : await publishedWords(db, partnership.id, ['about', 'messages'])
  const told = words.get('messages') ?? []
  const messages = messagesOf(told)
  const opening = leadOf(told)
  const sources = await sourceMap(db)
  const people = await populationOf(db, partnership.areaCode, olderPeople, sources)
  return {
    edition,
    changes: edition?.changes ? await mainChanges(db, partnership.id, edition.id) : [],
    lead: leadOf(words.get('about') ?? [])?.text,
    // Without single messages, what the section says of them.
    messages: messages.length === 0 && opening ? [opening] : messages,
    cited: await indicatorsOf(db, partnership.id, {}, sources),
    population: populationContent(people),
    dementia: conditionContent(people, await ratesOf(db, 'dementia', sources)),
    tables: await budgetTables(db, partnership.id, sources),
  }
}
