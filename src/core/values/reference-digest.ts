import { sha256 } from './digest.ts'

/** The digest by which the reference of somebody who was erased is known again, however it is written. */
export const referenceDigest = (salt: string, reference: string): string =>
  sha256(`${salt}.${reference.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()}`)
