import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { invalid } from '../errors/index.ts'

/** A file to import; it can be read more than once, so that its encoding is known before its rows. */
export interface SourceFile {
  readonly name: string
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

/** A file on disk, or a sentence on why it can't be read. */
export async function fileOnDisk(path: string): Promise<SourceFile> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw invalid(`There is no file ${path}.`)
  if (!found.isFile()) throw invalid(`${path} is a folder, not a file.`)
  const handle = await open(path).catch(() => undefined)
  if (!handle) throw invalid(`The file ${path} can't be read: it belongs to another user.`)
  await handle.close()
  return { name: basename(path), size: found.size, chunks: () => createReadStream(path) }
}

/** Bytes in memory as a file: an upload, or a test. */
export function fileInMemory(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    size: bytes.length,
    chunks: async function* () {
      yield bytes
    },
  }
}
