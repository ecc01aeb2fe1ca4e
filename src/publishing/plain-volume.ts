import type { Volume } from '../market/index.ts'
import type { PublishedFigure } from './figure-row.ts'
import { sectionOfRole } from './section-of-measure.ts'

/** A volume as one of the figures that a partnership publishes: its service is its theme. */
export function plainVolume({ role, service, careGroup: _, on: __, ...figure }: Volume): PublishedFigure {
  return { ...figure, section: sectionOfRole(role), theme: service.name }
}
