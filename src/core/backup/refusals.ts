import { conflict, invalid, MercatError } from '../errors/index.ts'

export const notABackup = (file: string): MercatError => invalid(`${file} is not a Mercat backup.`)

export const isEmpty = (file: string): MercatError => invalid(`${file} is empty.`)

export const cutShort = (file: string): MercatError =>
  invalid(
    `${file} is cut short: its end is missing.`,
    'Copy it again from where it was made, or use an earlier backup.',
  )

export const damaged = (file: string): MercatError =>
  invalid(
    `${file} was changed or damaged after it was made.`,
    'Copy it again from where it was made, or use an earlier backup.',
  )

export const newer = (file: string): MercatError =>
  invalid(`${file} was made by a newer version of Mercat than this one.`, 'Restore it with the newer version.')

export const inUse = (): MercatError =>
  conflict(
    'The database already holds partnerships, and restoring would take the place of all of it.',
    'Use an empty database, or say that it is to be replaced.',
  )

export const notOurs = (): MercatError =>
  conflict('The database holds tables of another program.', 'Give Mercat a database of its own.')

export const busy = (): MercatError =>
  new MercatError(
    'unavailable',
    'Another process is using the database.',
    'Stop every server and worker, then restore.',
  )

export const nothingYet = (): MercatError =>
  conflict('The database was never migrated, so there is nothing to back up.', 'Run mercat migrate first.')

export const unreadable = (file: string): MercatError =>
  new MercatError(
    'unavailable',
    `${file} could not be read back as it was written, so it was not kept.`,
    'Check the disk.',
  )

/** A sentence for what the system says about a file; anything unforeseen stays as it is. */
export function readingTrouble(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'ENOENT':
      return new MercatError('not-found', `There is no file ${file}.`)
    case 'EISDIR':
      return invalid(`${file} is a folder, not a backup.`)
    case 'EACCES':
      return new MercatError('forbidden', `${file} may not be read by this user.`)
    case 'Z_BUF_ERROR':
      return cutShort(file)
    case 'Z_DATA_ERROR':
      return /header check/.test(error.message) ? notABackup(file) : damaged(file)
    default:
      return error
  }
}

/** The same for a file that is being written. */
export function writingTrouble(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return invalid(`The folder of ${file} does not exist.`)
    case 'EISDIR':
      return invalid(`${file} is a folder; name a file in it.`)
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return new MercatError('forbidden', `${file} may not be written by this user.`)
    case 'ENOSPC':
      return new MercatError('unavailable', `There is no room on the disk for ${file}.`)
    default:
      return error
  }
}
