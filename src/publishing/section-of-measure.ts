import type { Figure } from '../evidence/index.ts'
import type { SectionSlug } from './section.ts'

/** Where a figure that is worked out belongs. */
export function sectionOfMeasure({ measure }: Pick<Figure, 'measure'>): SectionSlug {
  if (measure === 'budget') return 'finance'
  return measure.startsWith('population') ? 'population' : 'demand'
}
