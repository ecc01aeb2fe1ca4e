import { invalid } from '../errors/index.ts'
import type { SourceFile } from './source-file.ts'

/** The encodings that official files come in. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

const kinds: readonly { starts: readonly number[]; sentence: string }[] = [
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    sentence: 'is an old Excel workbook, or one with a password. Open it and save the sheet as CSV',
  },
  { starts: [0x25, 0x50, 0x44, 0x46], sentence: 'is a PDF. Its table has to be saved as CSV' },
  { starts: [0x1f, 0x8b], sentence: 'is compressed. Unpack it first' },
]

/** Reads a file through once to learn its encoding; refuses what is empty or plainly not a table of text. */
export async function encodingOf(file: SourceFile): Promise<Encoding> {
  if (file.size === 0) throw invalid(`${file.name} is empty.`)
  const strict = new TextDecoder('utf-8', { fatal: true })
  let encoding: Encoding | undefined
  let first = true
  for await (const chunk of file.chunks()) {
    if (first) {
      refuseOtherKinds(file.name, chunk)
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
      first = false
    }
    if (chunk.includes(0)) throw invalid(`${file.name} is not a table of text.`)
    encoding ??= validUtf8(strict, chunk) ? undefined : 'windows-1252'
  }
  return encoding ?? (validUtf8(strict) ? 'utf-8' : 'windows-1252')
}

function refuseOtherKinds(name: string, chunk: Uint8Array): void {
  const kind = kinds.find(({ starts }) => starts.every((byte, index) => chunk[index] === byte))
  if (kind) throw invalid(`${name} ${kind.sentence}.`)
}

function validUtf8(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** The text of a file, piece by piece, without a byte-order mark. */
export async function* textOf(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of file.chunks()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
