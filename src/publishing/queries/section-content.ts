import { budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type CitedFigure, type Figure, indicatorsOf, type Source, sourceMap } from '../../evidence/index.ts'
import { populationOf, ratesOf } from '../../market/index.ts'
import { type Boundary, boundariesOf, type Hierarchy, hierarchiesOf, levelsOf } from '../../places/index.ts'
import type { Block } from '../block.ts'
import { figureIdsOf } from '../block-parts.ts'
import type { Edition } from '../edition.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { conditionContent, olderPeople, type PopulationContent, populationContent } from '../population-content.ts'
import type { SectionSlug } from '../section.ts'
import { publishedWords } from './editions.ts'
import { placedFigures } from './placed-figures.ts'

/** What the product itself draws in a section, beside words and cited figures. */
export interface SectionDrawings {
  readonly hierarchies?: readonly Hierarchy[]
  /** Where the edges of its smaller areas run, of those that were imported. */
  readonly boundaries?: ReadonlyMap<string, Boundary>
  readonly population?: PopulationContent
  readonly dementia?: readonly Figure[]
  readonly tables?: readonly SourcedBudgetTable[]
}

/** What a section says, cites and draws, with the sources that its words name. */
export interface SectionContent {
  /** The edition whose words these are; undefined for a draft, and before the first. */
  readonly edition: Edition | undefined
  readonly blocks: readonly Block[]
  /** The figures that the words place, as they are now; one that is not here no longer exists. */
  readonly placed: ReadonlyMap<string, PublishedFigure>
  readonly figures: readonly CitedFigure[]
  readonly sources: ReadonlyMap<string, Source>
  readonly drawings: SectionDrawings
}

/** All that one section shows, with the words of the latest edition, or those of a draft to see it before. */
export async function sectionContent(
  db: Db,
  partnership: Partnership,
  section: SectionSlug,
  draft?: readonly Block[],
): Promise<SectionContent> {
  const { edition, words } = draft
    ? { edition: undefined, words: new Map([[section, draft]]) }
    : await publishedWords(db, partnership.id, [section])
  const blocks = words.get(section) ?? []
  const sources = await sourceMap(db)
  const figures = await indicatorsOf(db, partnership.id, { section }, sources)
  const placed = await placedFigures(db, partnership, figureIdsOf(blocks), sources)
  return {
    edition,
    blocks,
    placed,
    figures,
    sources,
    drawings: (await drawings[section]?.(db, partnership, sources)) ?? {},
  }
}

type Draw = (db: Db, partnership: Partnership, sources: ReadonlyMap<string, Source>) => Promise<SectionDrawings>

const drawings: Partial<Record<SectionSlug, Draw>> = {
  about: async (db, { id, areaCode }) => {
    const hierarchies = await hierarchiesOf(db, id)
    const areas = levelsOf(hierarchies, { code: areaCode }).flatMap((level) => level.areas)
    return { hierarchies, boundaries: await boundariesOf(db, [...new Set(areas.map(({ code }) => code))]) }
  },
  population: async (db, { areaCode }, sources) => {
    const population = populationContent(await populationOf(db, areaCode, olderPeople, sources))
    return population ? { population } : {}
  },
  demand: async (db, { areaCode }, sources) => ({
    dementia: conditionContent(
      await populationOf(db, areaCode, olderPeople, sources),
      await ratesOf(db, 'dementia', sources),
    ),
  }),
  finance: async (db, { id }, sources) => ({ tables: await budgetTables(db, id, sources) }),
}
