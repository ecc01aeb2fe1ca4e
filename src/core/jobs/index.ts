export { type DeadJob, deadJobs } from './dead-jobs.ts'
export { enqueue, enqueueAt, enqueued, type JobRun, runOf } from './enqueue.ts'
export { onVacuum, vacuumJob } from './housekeeping.ts'
export {
  defineJob,
  type Job,
  type JobContext,
  type JobHandler,
  type JobOptions,
  type JobPayload,
  onJob,
} from './job.ts'
export { jobsMigrations } from './migrations/index.ts'
export { prepareJobs } from './prepare.ts'
export { type JobLog, type JobSettings, type Jobs, startJobs } from './start.ts'
