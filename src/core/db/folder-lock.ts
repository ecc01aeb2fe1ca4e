import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MercatError } from '../errors/index.ts'

/** Holds a folder until released or until the process dies, `kill -9` included. */
export interface FolderLock {
  release(): void
}

/** Takes the folder for this process, or returns undefined at once when another process holds it. */
export function lockFolder(folder: string): FolderLock | undefined {
  // SQLite's own file locks are the portable ones: the system drops them with the process, and no stale pid can mislead.
  const file = openLockFile(folder)
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined
    throw new MercatError(
      'unavailable',
      `The file ${join(folder, 'lock.sqlite')} is not a lock of Mercat.`,
      'Set MERCAT_DATA_DIR to another folder, or take the file away.',
    )
  }
  return { release: () => file.close() }
}

function openLockFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A moment's patience: of several that ask at once, SQLite may otherwise refuse all.
    return new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 100 })
  } catch {
    throw new MercatError(
      'unavailable',
      `The data folder ${folder} can’t be made or written to.`,
      'Set MERCAT_DATA_DIR to a folder that this user may write to.',
    )
  }
}
