import { createHmac, timingSafeEqual } from 'node:crypto'

const step = 30_000

/** The code of six figures that an authenticator app shows for a secret at a moment (RFC 6238, SHA-1, 30 seconds). */
export function totpCode(secret: string, at: Date): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / step)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The half minute since 1970 that a code belongs to: this one, or the one before or after it, because clocks differ.
 * Undefined when it is none of theirs.
 */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const now = Math.floor(at.getTime() / step)
  // All three are compared, so that the time taken tells nothing.
  return [now - 1, now, now + 1].filter((one) => {
    const expected = Buffer.from(totpCode(secret, new Date(one * step)))
    const given = Buffer.from(code)
    return expected.length === given.length && timingSafeEqual(expected, given)
  })[0]
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret as authenticator apps take it: base 32 without padding (RFC 4648). */
export function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The address that a QR code holds for an authenticator app. */
export const totpAddress = (secret: string, email: string): string =>
  `otpauth://totp/Mercat:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=Mercat&digits=6&period=30`
