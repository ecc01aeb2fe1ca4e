import type { IsoDate } from '../../core/values/index.ts'
import { homePath } from '../paths.ts'

/** The day as at which summaries are read; today when left out. */
export interface SummaryDay {
  readonly on?: IsoDate | undefined
}

/** How each market area is bought, in a line each. */
export const contractSummariesPath = (slug: string, { on }: SummaryDay = {}): string =>
  `${homePath(slug)}/statement/contracts${on ? `?on=${on}` : ''}`

/** The summary of one market area. */
export const contractSummaryPath = (slug: string, key: string, { on }: SummaryDay = {}): string =>
  `${homePath(slug)}/statement/contracts/${encodeURIComponent(key)}${on ? `?on=${on}` : ''}`
