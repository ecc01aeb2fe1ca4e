import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'

/** When something held, in words: "1 April 2011 to 30 June 2018", "since 1 July 2018". */
export function heldText({ validFrom, validTo }: { validFrom: IsoDate | null; validTo: IsoDate | null }): string {
  if (validFrom === null) return validTo === null ? 'always' : `until ${longDate(validTo)}`
  return validTo === null ? `since ${longDate(validFrom)}` : `${longDate(validFrom)} to ${longDate(validTo)}`
}
