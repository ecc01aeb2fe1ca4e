import { randomBytes } from 'node:crypto'

declare const brand: unique symbol

/** An identifier made by the application: UUID version 7 (RFC 9562), so ids sort by the time they were made. */
export type Id = string & { readonly [brand]?: 'id' }

let lastMillisecond = 0
let counter = 0

/** A new identifier; within one millisecond a 12-bit counter keeps the order in which they were made. */
export function newId(now: number = Date.now()): Id {
  counter = now <= lastMillisecond ? counter + 1 : 0
  lastMillisecond = Math.max(now, lastMillisecond)
  if (counter > 0xfff) {
    lastMillisecond += 1
    counter = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMillisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text has the shape of an identifier (any UUID in lower case). */
export const isId = (text: string): text is Id => pattern.test(text)
