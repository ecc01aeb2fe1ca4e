import type { CitedFigure } from '../evidence/index.ts'
import type { PublishedFigure } from './figure-row.ts'
import { whomText } from './figure-words.ts'

/** Figures that were worked out, of one measure and one group of people, over the years. */
export interface FigureSeries {
  readonly label: string
  readonly figures: readonly PublishedFigure[]
}

/** Whether a figure is one that a document prints, and so has its place in a theme. */
export const isCited = (figure: PublishedFigure): figure is CitedFigure =>
  figure.theme !== undefined && figure.finding !== undefined && figure.section !== undefined

/** The worked-out figures by what they count, in the order in which they come. */
export const workedOutSeries = (figures: readonly PublishedFigure[]): FigureSeries[] =>
  [
    ...Map.groupBy(
      figures.filter((figure) => !isCited(figure)),
      (figure) => [figure.label, whomText(figure), figure.basis, figure.sources[0]?.edition].join('|'),
    ).values(),
  ].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const label = [first.label, whomText(first)].filter(Boolean).join(', ')
    const kind = group.length > 1 && first.basis ? ` (${first.basis})` : ''
    return [{ label: `${label}${kind}`, figures: group }]
  })
