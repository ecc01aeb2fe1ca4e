import { budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type CitedFigure, type Figure, indicatorsOf, sourceMap } from '../../evidence/index.ts'
import { populationOf, ratesOf } from '../../market/index.ts'
import { conditionContent, olderPeople, type PopulationContent, populationContent } from '../population-content.ts'
import type { StatementText } from '../statement-text.ts'
import { textsOf } from './texts.ts'

/** What a partnership's home is made from. */
export interface HomeContent {
  readonly lead: StatementText | undefined
  readonly messages: readonly StatementText[]
  readonly cited: readonly CitedFigure[]
  readonly population: PopulationContent | undefined
  readonly dementia: readonly Figure[]
  readonly tables: readonly SourcedBudgetTable[]
}

/** All that a partnership's home shows. */
export async function homeContent(db: Db, partnership: Partnership): Promise<HomeContent> {
  const texts = await textsOf(db, partnership.id, ['about', 'messages'])
  const told = texts.get('messages') ?? []
  const messages = told.filter((text) => text.kind === 'message')
  const sources = await sourceMap(db)
  const people = await populationOf(db, partnership.areaCode, olderPeople, sources)
  return {
    lead: texts.get('about')?.find((text) => text.kind === 'lead'),
    // Without single messages, what the section says of them.
    messages: messages.length > 0 ? messages : told.filter((text) => text.kind === 'lead'),
    cited: await indicatorsOf(db, partnership.id, {}, sources),
    population: populationContent(people),
    dementia: conditionContent(people, await ratesOf(db, 'dementia', sources)),
    tables: await budgetTables(db, partnership.id, sources),
  }
}
