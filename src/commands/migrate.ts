import { prepare } from '../prepare.ts'
import { type AddCommand, say } from './context.ts'

/** `mercat migrate`: the schema and the reference data, up to date. */
export const addMigrate: AddCommand = (program, context) => {
  program
    .command('migrate')
    .description('Bring the database up to date and load the reference data; safe to repeat.')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const { applied } = await prepare(await context.database())
      say(
        context,
        options,
        { applied },
        applied.length ? `Applied ${applied.length} migrations.` : 'The database is up to date.',
      )
    })
}
