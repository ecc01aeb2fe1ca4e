import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { BackupEnd, BackupHeader, JobsHeading, PendingJob, TableHeading } from './format.ts'
import { firstBytes, formatVersion } from './format.ts'
import { cutShort, damaged, isEmpty, newer, notABackup, readingTrouble } from './refusals.ts'

/** What a backup holds, piece by piece in its order; rows come in batches of whole lines. */
export type BackupPart =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: string; rows: number }
  | { kind: 'rows'; table: string; lines: readonly Buffer[] }
  | { kind: 'job'; job: PendingJob }
  | { kind: 'end'; end: BackupEnd }

const batchRows = 500
const batchBytes = 4 * 1024 * 1024
// A row with the largest file that is kept is 128 MiB of hexadecimal; a longer line than this was not written by us.
const longestLine = 400 * 1024 * 1024

/** Reads a backup from the disk, never holding more than one batch, and refuses it in a sentence when it is not whole. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const lines = linesOf(file)
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw cutShort(file)
    return value
  }
  const nextCounted = async () => {
    const line = await next()
    hash.update(line).update('\n')
    return line
  }
  try {
    yield { kind: 'header', header: headerFrom(file, await nextCounted()) }
    const counts = { tables: 0, rows: 0, jobs: 0 }
    for (;;) {
      const line = await next()
      const heading = parsed<TableHeading | JobsHeading | BackupEnd>(file, line)
      if ('end' in heading) {
        yield { kind: 'end', end: checkedEnd(file, heading, counts, hash.digest('hex')) }
        if (!(await lines.next()).done) throw damaged(file)
        return
      }
      hash.update(line).update('\n')
      if ('jobs' in heading) {
        counts.jobs += heading.jobs
        for (let left = heading.jobs; left > 0; left -= 1) {
          yield { kind: 'job', job: parsed<PendingJob>(file, await nextCounted()) }
        }
        continue
      }
      const { table, rows } = heading
      if (typeof table !== 'string' || !Number.isInteger(rows)) throw damaged(file)
      counts.tables += 1
      counts.rows += rows
      yield { kind: 'table', table, rows }
      for (let left = rows; left > 0; ) {
        const batch: Buffer[] = []
        for (let bytes = 0; left > 0 && batch.length < batchRows && bytes < batchBytes; left -= 1) {
          const row = await nextCounted()
          batch.push(row)
          bytes += row.length
        }
        yield { kind: 'rows', table, lines: batch }
      }
    }
  } finally {
    await lines.return(undefined)
  }
}

function checkedEnd(
  file: string,
  end: BackupEnd,
  counts: { tables: number; rows: number; jobs: number },
  sha256: string,
): BackupEnd {
  const equal = end.tables === counts.tables && end.rows === counts.rows && end.jobs === counts.jobs
  if (!equal || end.sha256 !== sha256) throw damaged(file)
  return end
}

function headerFrom(file: string, line: Buffer): BackupHeader {
  const header = parsed<BackupHeader>(file, line)
  if (header.version > formatVersion) throw newer(file)
  if (!Array.isArray(header.migrations) || !Array.isArray(header.sequences)) throw damaged(file)
  return header
}

function parsed<T>(file: string, line: Buffer): T {
  try {
    const value: unknown = JSON.parse(line.toString())
    if (value !== null && typeof value === 'object') return value as T
  } catch {
    // Refused below, like any other line that is not ours.
  }
  throw damaged(file)
}

async function* linesOf(file: string): AsyncGenerator<Buffer, undefined> {
  if ((await sizeOf(file)) === 0) throw isEmpty(file)
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  // A failing source ends the loop below with its error, so the promise itself has nothing more to say.
  pipeline(createReadStream(file), gunzip).catch(() => {})
  let begun: Buffer[] = []
  let begunBytes = 0
  let first = true
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      if (first && !chunk.toString('latin1', 0, firstBytes.length).startsWith(firstBytes)) throw notABackup(file)
      first = false
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        const tail = chunk.subarray(start, end)
        yield begun.length > 0 ? Buffer.concat([...begun, tail]) : tail
        begun = []
        begunBytes = 0
        start = end + 1
      }
      if (start < chunk.length) begun.push(chunk.subarray(start))
      begunBytes += chunk.length - start
      if (begunBytes > longestLine) throw damaged(file)
    }
  } catch (error) {
    throw readingTrouble(file, error)
  } finally {
    gunzip.destroy()
  }
  if (first) throw isEmpty(file)
  if (begun.length > 0) throw cutShort(file)
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    throw readingTrouble(file, error)
  }
}
