import { readFile, writeFile } from 'node:fs/promises'
import { type Database, openEmbedded } from '../../src/core/db/index.ts'

/**
 * Writes an embedded database to a file from which others are opened. It is opened some two hundred times in a run, so
 * it holds nothing to be recovered, a single file of the write-ahead log, and none of the databases to make new ones from.
 */
export async function writeDump({ engine }: Database, path: string): Promise<void> {
  if (engine.kind !== 'embedded') throw new Error('Not embedded.')
  const { pglite } = engine
  await pglite.exec('update pg_database set datistemplate = false where datistemplate')
  for (const statement of [
    'drop database if exists template0',
    'drop database if exists template1',
    'set wal_recycle = off',
    'checkpoint',
    'select pg_switch_wal()',
    'checkpoint',
    'reset wal_recycle',
  ])
    await pglite.exec(statement)
  await writeFile(path, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
}

const read = new Map<string, Promise<ArrayBuffer>>()

/** A database in memory that starts as the one that was written there. */
export async function openDump(path: string): Promise<Database> {
  const reading = read.get(path) ?? readFile(path).then((bytes) => new Uint8Array(bytes).buffer)
  read.set(path, reading)
  const bytes = await reading
  // The engine copies what it takes from it; a blob of its own would be copied three times before.
  return openEmbedded(undefined, Object.assign(new Blob(), { arrayBuffer: async () => bytes }))
}
