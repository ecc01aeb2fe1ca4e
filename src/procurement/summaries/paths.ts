/** Every market area, and how far its summary has come. */
export const summariesPath = (slug: string): string => `/${slug}/contracts/summaries`

/** Where a market area is added. */
export const newSummaryPath = (slug: string): string => `${summariesPath(slug)}/new`

/** One market area: its words, what the register adds, and publishing. */
export const summaryPath = (slug: string, key: string): string => `${summariesPath(slug)}/${encodeURIComponent(key)}`

/** Where a summary is taken back from the public. */
export const withdrawSummaryPath = (slug: string, key: string): string => `${summaryPath(slug, key)}/withdraw`

/** The summary as anyone reads it; the pages of the statement are another module's. */
export const publicSummaryPath = (slug: string, key: string): string =>
  `/${slug}/statement/contracts/${encodeURIComponent(key)}`

/** Where name, services and budget line of a market area are saved. */
export const saveAreaPath = (slug: string, key: string): string => `${summaryPath(slug, key)}/area`
