/**
 * A backup is a gzip of lines, each one JSON document, in this order: a header; for each table a heading and then its
 * rows, as the database itself writes them (JavaScript would lose digits of long numbers); a heading for pending jobs
 * and then the jobs; and an end, with the counts and the SHA-256 of every line before it.
 */
export interface BackupHeader {
  format: 'mercat-backup'
  version: number
  /** An instant in ISO 8601. */
  madeAt: string
  /** The migrations whose schema the rows fit. */
  migrations: string[]
  sequences: { name: string; value: string; called: boolean }[]
}

export interface TableHeading {
  table: string
  rows: number
}

export interface JobsHeading {
  jobs: number
}

export interface BackupEnd {
  end: true
  tables: number
  rows: number
  jobs: number
  sha256: string
}

/** A job that had not ended when the backup was made; it runs again after a restore. */
export interface PendingJob {
  queue: string
  data: unknown
  /** An instant in ISO 8601. */
  startAfter: string
  singletonKey: string | null
}

/** The version of the format that this version of Mercat writes, and the newest that it reads. */
export const formatVersion = 1

/** How every backup begins, so that another file is told at once from a damaged backup. */
export const firstBytes = '{"format":"mercat-backup"'
