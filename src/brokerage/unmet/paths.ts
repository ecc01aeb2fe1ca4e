import type { Id } from '../../core/values/index.ts'
import { unmetPath } from '../paths.ts'

/** One spell of unmet need. */
export const spellPath = (slug: string, spellId: Id): string => `${unmetPath(slug)}/spells/${spellId}`

/** Where it is written down that somebody has care otherwise than wanted. */
export const preferencePath = (slug: string, packageReference: string): string =>
  `${unmetPath(slug)}/preferences/${encodeURIComponent(packageReference)}`
