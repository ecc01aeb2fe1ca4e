import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { type Citation, citation, type Source } from '../../evidence/index.ts'

/** A register as a figure cites it: the day it shows is its edition. */
export const registerCitation = (source: Source, day: { readonly asOf: IsoDate }, locus: string | null): Citation => ({
  ...citation(source, locus),
  edition: `as at ${longDate(day.asOf)}`,
})
