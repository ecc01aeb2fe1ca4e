import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { longDate } from '../core/ui/format.ts'
import { londonDate } from '../core/values/index.ts'
import { changesInWords, editionsOf, publishEdition } from '../publishing/index.ts'
import { type AddCommand, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface PublishOptions {
  partnership: string
  title: string
  summary?: string
  json?: boolean
}

/** `mercat statement publish` and `mercat statement editions`: a statement as it is frozen from time to time. */
export const addStatement: AddCommand = (program, context) => {
  const family = program.command('statement').description('The statement of a partnership and its editions.')
  const whose = ['--partnership <name>', 'the partnership, as in its address: west-lothian'] as const
  family
    .command('publish')
    .description('Publish the drafts and every figure as they are now as the next edition.')
    .requiredOption(...whose)
    .requiredOption('--title <title>', 'what the edition is called')
    .option('--summary <text>', 'what is new in it')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: PublishOptions) => {
      const database = await migratedDatabase(context)
      const at = context.clock.now()
      const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, options.partnership))
      const actor = systemActor(partnership.id)
      const { title, summary = '' } = options
      const published = await asActor(database, actor, (db) =>
        publishEdition(db, actor, { partnership, title, summary, at }),
      )
      const { number, sections, figures, changes } = published
      const what = changes
        ? changesInWords(changes)
        : `It has ${count(sections, 'section')} and ${count(figures, 'figure')}.`
      say(
        context,
        options,
        published,
        `Edition ${number} of the statement of ${partnership.title} is published. ${what}`,
      )
    })
  family
    .command('editions')
    .description('List the editions, newest first.')
    .requiredOption(...whose)
    .option('--json', 'print them as one JSON document')
    .action(async (options: Pick<PublishOptions, 'partnership' | 'json'>) => {
      const database = await migratedDatabase(context)
      const { editions } = await asActor(database, publicActor, async (db) =>
        editionsOf(db, (await partnershipBySlug(db, options.partnership)).id, { limit: mostListed }),
      )
      const lines = editions.map(
        ({ number, publishedAt, title }) => `${number}  ${longDate(londonDate(publishedAt))}  ${title}`,
      )
      say(context, options, { items: editions }, lines.join('\n') || 'There are none yet.')
    })
}

/** More editions than this a statement will not have in a lifetime. */
const mostListed = 1000

const count = (amount: number, what: string): string =>
  `${amount === 0 ? 'no' : amount} ${what}${amount === 1 ? '' : 's'}`
