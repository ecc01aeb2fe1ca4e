import { Option } from 'commander'
import { allPartnerships, type Role, staffRoles, systemActor } from '../core/auth/index.ts'
import { partnershipBySlug } from '../core/auth/partnership.ts'
import { asActor } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import { readEmail, readName } from '../core/sign-in/forms.ts'
import { endAccount, everyone, invite, unlock } from '../core/sign-in/index.ts'
import { isPlainLine } from '../core/values/index.ts'
import { addOrganisation } from '../providers/index.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface AddOptions {
  email: string
  name: string
  partnership: string
  organisation?: string
  role: string[]
  json?: boolean
}

const collect = (value: string, before: string[] = []) => [...before, value]

/** `mercat user add`, `list`, `unlock` and `end`: who signs in. */
export const addUser: AddCommand = (program, context) => {
  const family = program.command('user').description('The people who sign in.')
  family
    .command('add')
    .description('Invite somebody: prints the address at which they accept, and mails it when mail is set up.')
    .requiredOption('--email <address>', 'their email address')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--partnership <slug>', 'the partnership that invites, such as west-lothian')
    .option('--organisation <name>', 'the provider for whom they act; made when it is new. Without it they are staff')
    .addOption(new Option('--role <role>', `${staffRoles.join(', ')}; or provider`).argParser(collect))
    .option('--json', 'print the result as one JSON document')
    .action((options: AddOptions) => add(context, options))
  family
    .command('list')
    .description('List everyone who has an account.')
    .option('--json', 'print them as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const database = await migratedDatabase(context)
      const items = await asActor(database, systemActor(), everyone)
      const line = ({ email, name, ended, actsFor }: (typeof items)[number]) =>
        `${email}  ${name}  ${ended ? 'ended' : actsFor.join('; ') || 'no access'}`
      say(context, options, { items }, items.map(line).join('\n') || 'There is nobody yet.')
    })
  family
    .command('unlock')
    .description('Let somebody try again at once whom too many wrong passwords or codes have locked out.')
    .requiredOption('--email <address>', 'their email address')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { email: string; json?: boolean }) => {
      const database = await migratedDatabase(context)
      await unlock({ database, config: context.config(), clock: context.clock }, options.email)
      say(context, options, { email: options.email }, `${options.email} can try again now.`)
    })
  family
    .command('end')
    .description('End every access and session of somebody, at once.')
    .requiredOption('--email <address>', 'their email address')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { email: string; json?: boolean }) => {
      const database = await migratedDatabase(context)
      const ended = await endAccount(database, context.clock.now(), options.email)
      say(
        context,
        options,
        ended,
        `${options.email}: access ended for ${ended.memberships} partnerships or organisations.`,
      )
    })
}

async function add(context: CommandContext, options: AddOptions): Promise<void> {
  const email = readEmail(options.email)
  if (!email) throw invalid('The email address must look like name@example.org.')
  const name = readName(options.name)
  if (!name) throw invalid('The name must have letters in it, no angle brackets, and at most 100 characters.')
  const roles = rolesFrom(options)
  const database = await migratedDatabase(context)
  const partnership = await asActor(database, systemActor(), async (db) => {
    if ((await allPartnerships(db)).length === 0)
      throw invalid('There is no partnership yet.', 'Make one with mercat partnership add.')
    return partnershipBySlug(db, options.partnership)
  })
  const at = context.clock.now()
  const provider = options.organisation?.trim().replaceAll(/\s+/g, ' ')
  if (provider !== undefined && (provider === '' || provider.length > 150 || !isPlainLine(provider)))
    throw invalid('The name of the provider must have something in it and at most 150 characters.')
  const organisation = provider
    ? await asActor(database, systemActor(), async (db) => ({
        id: (await addOrganisation(db, at, provider)).id,
        name: provider,
      }))
    : undefined
  const { publicUrl, host, port } = context.config()
  const origin = publicUrl ? new URL(publicUrl).origin : `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const actor = systemActor(partnership.id)
  const invited = await asActor(database, actor, (db) =>
    invite(db, actor, at, { partnership, email, name, roles, organisation, origin }),
  )
  const result = { email, link: invited.link }
  say(
    context,
    options,
    result,
    `${name} is invited by ${partnership.name}. The address to accept, for a week:\n${invited.link}`,
  )
}

function rolesFrom({ organisation, role = [] }: AddOptions): Role[] {
  if (organisation) {
    if (role.some((one) => one !== 'provider')) throw invalid('A provider’s person has the role provider and no other.')
    return ['provider']
  }
  const roles = staffRoles.filter((one) => role.includes(one))
  const unknown = role.filter((one) => !staffRoles.some((known) => known === one))
  if (unknown.includes('provider')) throw invalid('The role provider goes with --organisation.')
  if (unknown.length > 0) throw invalid(`There is no role ${unknown[0]}.`, `There are ${staffRoles.join(', ')}.`)
  if (roles.length === 0) throw invalid('Say what they are to do, with --role.', `There are ${staffRoles.join(', ')}.`)
  return roles
}
