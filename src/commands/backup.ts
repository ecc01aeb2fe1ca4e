import { resolve } from 'node:path'
import { systemActor } from '../core/auth/index.ts'
import { backup, type PendingJob, restore } from '../core/backup/index.ts'
import { asActor, type Database, withNobodyAtWork } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import { defineJob, enqueue, type JobPayload } from '../core/jobs/index.ts'
import { migrations } from '../migrations.ts'
import { prepare } from '../prepare.ts'
import { type AddCommand, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

/** `mercat backup FILE` and `mercat restore FILE`, on either database and from one to the other. */
export const addBackup: AddCommand = (program, context) => {
  program
    .command('backup')
    .description('Write everything to one file, and read it again to be sure.')
    .argument('<file>', 'where to; an existing file is replaced once the new one is verified')
    .option('--json', 'print the result as one JSON document')
    .action(async (path: string, options: { json?: boolean }) => {
      const database = await migratedDatabase(context)
      const made = await backup(database, resolve(context.io.cwd, path), context.clock.now())
      say(context, options, made, `${path}: ${made.rows} rows of ${made.tables} tables, read again and whole.`)
    })
  program
    .command('restore')
    .description('Bring back what a backup holds, into an empty database.')
    .argument('<file>', 'a file that mercat backup wrote')
    .option('--replace', 'replace what the database holds now')
    .option('--json', 'print the result as one JSON document')
    .action(async (path: string, options: { json?: boolean; replace?: boolean }) => {
      const database = await context.database()
      if (context.inServer) {
        throw new MercatError(
          'conflict',
          'A server is running on this data folder, and a restore replaces what it shows.',
          'Stop the server, restore, and start it again.',
        )
      }
      const done = await withNobodyAtWork(database, () =>
        restore(database, resolve(context.io.cwd, path), migrations, {
          replace: options.replace === true,
          enqueue: (pending) => enqueueAgain(database, pending),
        }),
      )
      say(
        context,
        options,
        done,
        `${path}: ${done.rows} rows and ${done.jobs} waiting jobs are back, as they were on ${done.madeAt}.`,
      )
    })
}

/** Jobs that waited when the backup was made wait again, each for its own partnership. */
async function enqueueAgain(database: Database, pending: readonly PendingJob[]): Promise<void> {
  await prepare(database)
  for (const job of pending) {
    const payload = job.data as JobPayload
    await asActor(database, systemActor(payload.partnershipId), (db) =>
      enqueue(db, defineJob<JobPayload>(job.queue), payload, new Date(job.startAfter)),
    )
  }
}
