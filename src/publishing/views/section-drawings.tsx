import { type SourcedBudgetTable, yearInAddress } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Source } from '../../evidence/index.ts'
import type { SectionDrawings as Drawings } from '../queries/section-content.ts'
import { BudgetBlock } from './blocks/budget-block.tsx'
import { ConditionBlock } from './blocks/condition-block.tsx'
import { PlacesBlock } from './blocks/places-block.tsx'
import { PopulationBlock } from './blocks/population-block.tsx'
import { TileBlock } from './blocks/tile-block.tsx'

/** Whether there is anything to draw. */
export const hasDrawings = ({ hierarchies, population, dementia, tables }: Drawings): boolean =>
  population !== undefined || [hierarchies, dementia, tables].some((list) => list !== undefined && list.length > 0)

interface SectionDrawingsProps {
  readonly partnership: Partnership
  readonly drawings: Drawings
  readonly sources: ReadonlyMap<string, Source>
}

/** What the product itself draws in a section: maps and lists of places, charts with their tables. */
export function SectionDrawings({ partnership, drawings, sources }: SectionDrawingsProps) {
  const { slug, title } = partnership
  const { hierarchies = [], boundaries = new Map(), population, dementia = [], tables = [] } = drawings
  return (
    <>
      {hierarchies.length > 0 ? (
        <TileBlock partnership={partnership} hierarchies={hierarchies} boundaries={boundaries} sources={sources} />
      ) : null}
      {hierarchies.length > 0 ? <PlacesBlock slug={slug} title={title} hierarchies={hierarchies} /> : null}
      {population ? <PopulationBlock slug={slug} {...population} /> : null}
      {dementia.length > 0 ? <ConditionBlock slug={slug} condition="dementia" figures={dementia} /> : null}
      <BudgetBlock slug={slug} tables={tables} figureIds={figureIds(partnership, tables)} />
    </>
  )
}

/** The sum that stands for a year is that of its first table, as they come newest and firmest first. */
function figureIds(partnership: Partnership, tables: readonly SourcedBudgetTable[]): Map<SourcedBudgetTable, string> {
  const first = [...Map.groupBy(tables, (table) => table.year).values()].flatMap((ofYear) => ofYear.slice(0, 1))
  return new Map(first.map((table) => [table, `budget.${partnership.areaCode}.${yearInAddress(table.year)}`]))
}
