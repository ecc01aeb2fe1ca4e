import type { Figure } from '../evidence/index.ts'
import type { UnmetFigure } from '../market/index.ts'

/** Who waited in a month as one of the figures that a partnership publishes. */
export const plainUnmet = ({
  service: _service,
  month: _month,
  reason: _reason,
  part: _part,
  hours: _hours,
  soFar: _soFar,
  ...figure
}: UnmetFigure): Figure => figure
