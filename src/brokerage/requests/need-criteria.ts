import type { IsoDate } from '../../core/values/index.ts'

/** A level of need under some criteria. */
export interface NeedLevel {
  readonly key: string
  readonly name: string
  /** Whether care has to be given at this level; below it, it may be. */
  readonly eligible: boolean
}

/** A nation's criteria, by which a level of need is set. */
export interface NeedCriteria {
  readonly key: string
  readonly nation: 'scotland' | 'england'
  readonly name: string
  readonly from: IsoDate
  /** The first day on which they don't hold any more. */
  readonly until: IsoDate | null
  readonly levels: readonly NeedLevel[]
  readonly source: string
}

/** The criteria that held on a day. */
export const criteriaOn = (all: readonly NeedCriteria[], on: IsoDate): NeedCriteria | undefined =>
  all.find(({ from, until }) => from <= on && (until === null || on < until))

/** A level in words, whichever criteria it is of. */
export const levelWords = (all: readonly NeedCriteria[], criteria: string, level: string | null): string => {
  const found = all.find(({ key }) => key === criteria)
  if (level === null) return 'No level yet'
  return found?.levels.find(({ key }) => key === level)?.name ?? level
}
