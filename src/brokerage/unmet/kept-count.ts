import type { IsoDate } from '../../core/values/index.ts'
import type { Origin } from '../care-package.ts'
import type { UnmetBand, UnmetReason } from '../spell.ts'

/** One count as it is kept: month, service, area, reason, part of the day, carers, people, carers' minutes a week. Small numbers are in it. */
export type UnmetCount = readonly [
  month: IsoDate,
  service: string,
  area: string,
  reason: UnmetReason,
  band: UnmetBand,
  carers: 1 | 2,
  people: number,
  minutes: number,
]

/** One count of a Monday as it is kept. */
export type UnmetWeek = readonly [
  week: IsoDate,
  service: string,
  origin: Origin,
  met: 'none' | 'part',
  people: number,
  minutes: number,
]
