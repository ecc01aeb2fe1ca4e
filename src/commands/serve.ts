import { MercatError } from '../core/errors/index.ts'
import { serve } from '../server.ts'
import { work } from '../worker.ts'
import type { AddCommand } from './context.ts'

/** `mercat serve` and `mercat worker`: the processes that stay. */
export const addServe: AddCommand = (program, context) => {
  program
    .command('serve')
    .description(
      'Serve the pages and work through the jobs until stopped. Settings: PORT, HOST, MERCAT_DATA_DIR, DATABASE_URL, MERCAT_DEMO.',
    )
    .option('--json', 'print the address as one JSON document once it is ready')
    .action((options: { json?: boolean }) => serve(context, options))
  program
    .command('worker')
    .description('Work through the jobs only, beside servers on the same PostgreSQL.')
    .option('--json', 'print one JSON document once it is ready')
    .action((options: { json?: boolean }) => {
      if (context.config().store.kind === 'embedded') {
        throw new MercatError(
          'invalid',
          'On the embedded database the server works through the jobs itself.',
          'Run a worker of its own only with DATABASE_URL.',
        )
      }
      return work(context, options)
    })
}
