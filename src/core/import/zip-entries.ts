import { inflateRawSync } from 'node:zlib'

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }

/** As long as what may stand between two files of an archive: a signature, a checksum and two sizes. */
const descriptor = 24

interface Entry {
  readonly method: number
  readonly packed: number
  readonly start: number
}

/**
 * Whether an archive unpacks to at most so many bytes: small files can be made that unpack to more than any memory.
 * What the archive says of its sizes is not believed; false as well when it is damaged or has gaps to hide something in.
 */
export function unpacksWithin(archive: Buffer, most: number): boolean {
  try {
    let left = most
    let at = 0
    for (const { method, packed, start } of entriesOf(archive)) {
      if (start < at || start > at + descriptor || archive.readUInt32LE(start) !== signature.local) return false
      const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
      at = from + packed
      const bytes = archive.subarray(from, at)
      left -= method === 8 ? inflateRawSync(bytes, { maxOutputLength: Math.max(left, 1) }).length : bytes.length
      if (left < 0) return false
    }
    return true
  } catch {
    return false
  }
}

function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || archive.readUInt32LE(end) !== signature.end) throw new RangeError('The archive has no end.')
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== signature.central) throw new RangeError('The archive has no list.')
    entries.push({
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      start: archive.readUInt32LE(at + 42),
    })
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries.toSorted((a, b) => a.start - b.start)
}
