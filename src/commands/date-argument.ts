import { InvalidArgumentError } from 'commander'
import { type IsoDate, isIsoDate } from '../core/values/index.ts'

/** Reads a day from a command line. */
export function dateArgument(text: string): IsoDate {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It must be a date such as 2025-05-31.')
  return text
}
