import { budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type CitedFigure, type Figure, indicatorsOf, type Source, sourceMap } from '../../evidence/index.ts'
import { gapGrid, type NeedCell, populationsOf, ratesOf } from '../../market/index.ts'
import { tallyOf } from '../../providers/index.ts'
import { leadOf, messagesOf, type Told } from '../block-parts.ts'
import type { NumberChange } from '../compare-figures.ts'
import type { Edition } from '../edition.ts'
import { gapsInNumbers } from '../gaps/whole-gaps.ts'
import { conditionContent, olderPeople, type PopulationContent, populationContent } from '../population-content.ts'
import { mainChanges, publishedWords, type Words } from './editions.ts'

/** What the latest register counts, and where it is taken from. */
export interface HomeSupply {
  readonly tally: NonNullable<Awaited<ReturnType<typeof tallyOf>>>
  readonly source: Source
}

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
  /** People expected to have dementia: told where no register tells of supply. */
  readonly dementia: readonly Figure[]
  /** undefined where no register is known. */
  readonly supply: HomeSupply | undefined
  /** Of the whole area, where need and supply are both known, the shortest first. */
  readonly gaps: readonly NeedCell[]
  readonly tables: readonly SourcedBudgetTable[]
}

/** All that a partnership's home shows, with the words of the latest edition, or those of drafts to see it before. At most twelve queries. */
export async function homeContent(db: Db, partnership: Partnership, drafts?: Words): Promise<HomeContent> {
  const { edition, words } = drafts
    ? { edition: undefined, words: drafts }
    : await publishedWords(db, partnership.id, ['about', 'messages'])
  const told = words.get('messages') ?? []
  const messages = messagesOf(told)
  const opening = leadOf(told)
  const sources = await sourceMap(db)
  const { areaCode: code, title: name } = partnership
  const [found] = await populationsOf(db, [{ code, name }], olderPeople, sources)
  const people = found ?? { area: { code, name }, rows: [] }
  const tally = await tallyOf(db, code)
  const source = tally && sources.get(tally.sourceKey)
  const supply = tally && source && tally.rows.length > 0 ? { tally, source } : undefined
  const given = { tally, ...(tally ? { types: tally.types } : {}) }
  const grid = await gapGrid(db, partnership, { area: code }, sources, given)
  return {
    edition,
    changes: edition?.changes ? await mainChanges(db, partnership.id, edition.id) : [],
    lead: leadOf(words.get('about') ?? [])?.text,
    // Without single messages, what the section says of them.
    messages: messages.length === 0 && opening ? [opening] : messages,
    cited: await indicatorsOf(db, partnership.id, {}, sources),
    population: populationContent(people),
    dementia: supply ? [] : conditionContent(people, await ratesOf(db, 'dementia', sources)),
    supply,
    gaps: gapsInNumbers(grid.cells),
    tables: await budgetTables(db, partnership.id, sources),
  }
}
