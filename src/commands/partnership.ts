import { Option } from 'commander'
import { allPartnerships, partnershipProblems, publicActor, savePartnership, systemActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import { record } from '../core/ledger/index.ts'
import { prepare } from '../prepare.ts'
import { type AddCommand, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface AddOptions {
  slug: string
  title: string
  name: string
  kind: 'health-and-social-care-partnership' | 'council'
  nation: 'scotland' | 'england'
  area: string
  prefix: string
  brand: string
  website?: string
  json?: boolean
}

/** `mercat partnership list` and `mercat partnership add`: who publishes here. */
export const addPartnership: AddCommand = (program, context) => {
  const family = program.command('partnership').description('The partnerships that publish here.')
  family
    .command('list')
    .description('List them.')
    .option('--json', 'print them as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const database = await migratedDatabase(context)
      const found = await asActor(database, publicActor, allPartnerships)
      say(
        context,
        options,
        { items: found },
        found.map((one) => `${one.slug}  ${one.name}`).join('\n') || 'There are none yet.',
      )
    })
  family
    .command('add')
    .description('Add one, or change the one with the same slug.')
    .requiredOption('--slug <slug>', 'its name in addresses: west-lothian')
    .requiredOption('--title <title>', 'as people say it: West Lothian')
    .requiredOption('--name <name>', 'in full')
    .addOption(
      new Option('--kind <kind>')
        .choices(['health-and-social-care-partnership', 'council'])
        .default('health-and-social-care-partnership'),
    )
    .addOption(new Option('--nation <nation>').choices(['scotland', 'england']).makeOptionMandatory())
    .requiredOption('--area <code>', 'the official code of its area: S12000040')
    .requiredOption('--prefix <letters>', 'two to five capitals that begin its references: WL')
    .option('--brand <colour>', 'a dark colour such as #5b2a6e', '#2f3b52')
    .option('--website <address>', 'its own site')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: AddOptions) => {
      const written = {
        ...options,
        area_code: options.area,
        brand_colour: options.brand,
        website: options.website ?? '',
      }
      const problems = partnershipProblems((key) => written[key])
      if (problems.length > 0) throw invalid(problems.map(({ reason }) => reason).join(' '))
      const database = await context.database()
      if (!context.inServer) await prepare(database)
      const { area, brand, website, json: _, ...rest } = options
      const details = {
        ...rest,
        areaCode: area,
        brandColour: brand.toLowerCase(),
        website: website ?? null,
        demonstration: false,
      }
      const at = context.clock.now()
      const saved = await asActor(database, systemActor(), async (db) => {
        const result = await savePartnership(db, details)
        const subject = { kind: 'partnership', id: result.id }
        await record(db, systemActor(), at, { event: `auth.partnership-${result.outcome}`, subject, payload: details })
        return result
      })
      say(context, options, saved, `${options.name}: ${saved.outcome}.`)
    })
}
