import { sha256 } from '../../core/values/index.ts'

/** Keys that an organisation may have at a time. */
export const mostKeys = 10

/** A key: known by its beginning where it was left lying about, and 256 bits that nobody guesses. */
export const tokenFrom = (random: Uint8Array): string => `mercat_${Buffer.from(random).toString('base64url')}`

/** Whether a text can be a key at all. */
export const isToken = (text: string): boolean => /^mercat_[\w-]{43}$/.test(text)

/** What is kept of a key. */
export const tokenDigest = (token: string): string => sha256(token)

/** Its last characters, to tell one key from another. */
export const tokenHint = (token: string): string => token.slice(-4)
