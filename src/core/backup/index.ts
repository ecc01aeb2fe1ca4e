export type { PendingJob } from './format.ts'
export { type BackupCounts, backup } from './make-backup.ts'
export { type Restored, type RestoreOptions, restore } from './restore.ts'
