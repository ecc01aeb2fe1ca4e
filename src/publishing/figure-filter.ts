import { type AgeBand, agesText, type Section } from '../evidence/index.ts'
import type { PublishedFigure } from './figure-row.ts'

/** Which figures are wanted; what is left out does not matter. */
export interface FigureFilter {
  readonly measure?: string | undefined
  /** An area's code. */
  readonly area?: string | undefined
  readonly year?: number | undefined
  readonly ages?: AgeBand | undefined
  readonly section?: Section | undefined
}

/** Whether a figure is among those wanted. */
export const isWanted = (figure: PublishedFigure, { measure, area, year, ages, section }: FigureFilter): boolean =>
  (measure === undefined || figure.measure === measure) &&
  (area === undefined || figure.area.code === area) &&
  (year === undefined || yearsNamed(figure.period).includes(year)) &&
  (ages === undefined || figure.ages === agesText(ages)) &&
  (section === undefined || figure.section === section)

/** The years that a period names: 2011 and 2012 for "2011/12", 2018 and 2039 for "2018 to 2039"; none of those between. */
export const yearsNamed = (period: string | null): number[] =>
  [...(period ?? '').matchAll(/(\d{4})(?:-\d{2}){0,2}(?:\/(\d{2}))?/g)].flatMap(([, year, end]) => {
    const first = Number(year)
    // A financial year that begins in 1999 is written 1999/00.
    return end === undefined ? [first] : [first, first + 1]
  })
