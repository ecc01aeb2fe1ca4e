import { clearDemonstration } from '../clear-demonstration.ts'
import { loadDemonstration } from '../demonstration.ts'
import { prepare } from '../prepare.ts'
import { type AddCommand, say } from './context.ts'
import { addPlay } from './demo-play.ts'
import { progressBar } from './progress.ts'

/** `mercat demo load`, `run` and `clear`: the four partnerships made from published documents. */
export const addDemo: AddCommand = (program, context) => {
  const family = program
    .command('demo')
    .description('The demonstration: four partnerships made from published documents.')
  family
    .command('load')
    .description('Load it, after bringing the database up to date; safe to repeat.')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const database = await context.database()
      await prepare(database)
      const done = await loadDemonstration(database, context.clock, progressBar(context.io))
      say(context, options, done, `The demonstration is loaded: ${done.rows} rows of ${done.files} files.`)
    })
  addPlay(family, context)
  family
    .command('clear')
    .description('Take it away again, with everything that was recorded for its partnerships.')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const database = await context.database()
      await prepare(database)
      const done = await clearDemonstration(database, context.clock)
      say(
        context,
        options,
        done,
        done.partnerships === 0
          ? 'There was no demonstration to clear.'
          : `Cleared ${done.partnerships} partnerships, ${done.rows} rows.`,
      )
      context.exit(done.partnerships === 0 ? 1 : 0)
    })
}
