import { publicActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { longDate } from '../core/ui/format.ts'
import { unmetCountsOf } from '../publishing/index.ts'
import { type AddCommand, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  partnership: string
  json?: boolean
}

/** `mercat unmet`: who waited for care by month and on each Monday, as the statement tells it. */
export const addUnmet: AddCommand = (program, context) => {
  program
    .command('unmet')
    .description('Print the counts of unmet need that the statement shows; small numbers of people are hidden.')
    .requiredOption('--partnership <slug>', 'whose')
    .option('--json', 'print it as one JSON document')
    .action(async ({ partnership, json }: Options) => {
      const database = await migratedDatabase(context)
      const counts = await asActor(database, publicActor, (db) => unmetCountsOf(db, partnership))
      const all = counts.months.filter(({ reason, missing }) => reason === 'all' && missing === 'all')
      const words = all.map(({ month, area_name, service_name, people, hours_a_week, suppressed }) => {
        const many = suppressed ? '[c] hidden' : `${people} people, ${hours_a_week} hours a week`
        return `${month} ${service_name}, ${area_name}: ${many}`
      })
      const until =
        counts.countedOn === null ? 'Nothing was counted yet.' : `Counted up to ${longDate(counts.countedOn)}.`
      say(context, json === undefined ? {} : { json }, counts, [until, ...words].join('\n'))
    })
}
