import { sha256 } from '../../core/values/index.ts'

/** The digest by which the number of somebody's record is known again, however it is written. */
export const erasedDigest = (salt: string, ownReference: string): string =>
  sha256(`${salt}.${ownReference.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()}`)
