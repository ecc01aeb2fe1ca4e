import type { Figure } from '../evidence/index.ts'
import type { VolumeRole } from '../market/index.ts'
import type { SectionSlug } from './section.ts'

/** Where a figure that is worked out belongs. */
export function sectionOfMeasure({ measure }: Pick<Figure, 'measure'>): SectionSlug {
  if (measure === 'budget') return 'finance'
  if (measure === 'services' || measure === 'places' || measure === 'in-house') return 'supply'
  if (measure === 'need' || measure === 'gap' || measure === 'unmet') return 'gaps'
  return measure.startsWith('population') ? 'population' : 'demand'
}

/** Where a volume belongs: what people need with need, what there is and is used with supply, what is wanted or short with gaps. */
export const sectionOfRole = (role: VolumeRole): SectionSlug =>
  role === 'need' ? 'demand' : role === 'supply' || role === 'use' ? 'supply' : 'gaps'
