import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { BackupEnd } from './format.ts'

/** Takes one line of JSON, without its line feed. */
export type WriteLine = (line: string) => Promise<void>

/**
 * Writes a backup beside its final place and moves it there only when it is whole, on the disk and checked, so that
 * a backup that fails leaves the one before it untouched.
 */
export async function writeBackup(
  file: string,
  produce: (write: WriteLine) => Promise<Omit<BackupEnd, 'end' | 'sha256'>>,
  check: (partial: string) => Promise<void>,
): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  try {
    await compress(partial, produce)
    await check(partial)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function compress(
  partial: string,
  produce: (write: WriteLine) => Promise<Omit<BackupEnd, 'end' | 'sha256'>>,
): Promise<void> {
  const hash = createHash('sha256')
  const gzip = createGzip()
  // Only the operator may read it: it holds everything.
  const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600, flush: true }))
  written.catch(() => {})
  const write = async (line: string) => {
    const bytes = Buffer.from(`${line}\n`)
    hash.update(bytes)
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
  }
  try {
    const counts = await produce(write)
    const end: BackupEnd = { end: true, ...counts, sha256: hash.digest('hex') }
    gzip.end(`${JSON.stringify(end)}\n`)
  } catch (error) {
    gzip.destroy()
    await written.catch(() => {})
    throw error
  }
  await written
}
