import { type FigureFilter, isWanted } from '../figure-filter.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { plainVolume } from '../plain-volume.ts'
import { standardDementia, standardPopulation } from '../standard-figures.ts'
import type { StatementData } from './statement-data.ts'

/**
 * The figures that a partnership publishes, cited and worked out, in the order of their keys.
 * At most eleven queries, whatever the number of figures.
 */
export async function figuresOf(data: StatementData, filter: FigureFilter = {}): Promise<PublishedFigure[]> {
  const [cited, populations, dementia] = [await data.cited(), await data.populations(), await data.dementia()]
  const figures: PublishedFigure[] = [
    ...cited,
    ...(await data.budgetFigures()).map((figure) => ({ ...figure, section: 'finance' as const })),
    ...standardPopulation(populations),
    ...standardDementia(populations, dementia),
    ...(await data.supplyFigures()),
    ...(await data.volumes()).map(plainVolume),
  ]
  return figures.filter((figure) => isWanted(figure, filter)).toSorted((a, b) => (figureKey(a) < figureKey(b) ? -1 : 1))
}

/** What a figure is ordered by: cited ones first, as they were imported, then the computed ones by what they are about. */
export const figureKey = ({ id }: PublishedFigure): string => (id.includes('.') ? `1 ${id}` : `0 ${id}`)

/** How many figures there are, without making those that only registers know. */
export async function figureCount(data: StatementData): Promise<number> {
  const populations = await data.populationBands()
  return (
    (await data.citedCount()).figures +
    (await data.budgetFigures()).length +
    standardPopulation(populations).length +
    standardDementia(populations, await data.dementia()).length +
    (await data.registerCounts()).figures +
    (await data.gapCounts()).volumes
  )
}
