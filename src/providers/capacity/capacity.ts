import type { Id } from '../../core/values/index.ts'

/** Carers' minutes a week by part of the day; a part that is not named is none of it. */
export type MinutesByBand = Readonly<Partial<Record<string, number>>>

/** Of whom, for which kind of service and where. */
export interface CapacityAt {
  readonly partnershipId: Id
  readonly organisationId: Id
  /** Key of the service type. */
  readonly serviceType: string
  /** Code of the area. */
  readonly area: string
}

/** The parts of the day that are really asked for, in an order in which everybody takes them: nobody waits in a ring. */
export const bandsOf = (minutes: MinutesByBand): [band: string, minutes: number][] =>
  Object.entries(minutes)
    .filter((entry): entry is [string, number] => entry[1] !== undefined && entry[1] !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
