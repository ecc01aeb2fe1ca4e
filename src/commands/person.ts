import { type Command, Option } from 'commander'
import { type EraseReason, erasePerson, eraseReasons, exportPerson } from '../brokerage/index.ts'
import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  partnership: string
  person: string
  reason: EraseReason
  json?: boolean
}

/** `mercat person …`: what is held of one person, given on request or erased. */
export const addPerson: AddCommand = (program, context) => {
  const family = program.command('person').description('The data that is held of one person.')
  addExport(family, context)
  addErase(family, context)
}

const partnershipOption = ['--partnership <name>', 'the partnership, as in its address: west-lothian'] as const
const personOption = ['--person <reference>', 'the reference of the person, such as WL-PER-00042'] as const

/** The database, and who the person is among which people. */
async function begun(context: CommandContext, slug: string) {
  const database = await migratedDatabase(context)
  const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
  return { database, partnership, actor: systemActor(partnership.id), at: context.clock.now() }
}

function addExport(family: Command, context: CommandContext): void {
  family
    .command('export')
    .description('Print everything that is held of a person as one JSON document; that it was given is recorded.')
    .requiredOption(...partnershipOption)
    .requiredOption(...personOption)
    .option('--json', 'as it is anyway')
    .action(async ({ partnership: slug, person }: Options) => {
      const { database, partnership, actor, at } = await begun(context, slug)
      const asked = { partnership, reference: person.toUpperCase(), at }
      const record = await asActor(database, actor, (db) => exportPerson(db, actor, asked))
      context.io.out(`${JSON.stringify(record, null, 2)}\n`)
    })
}

function addErase(family: Command, context: CommandContext): void {
  family
    .command('erase')
    .description(
      'Erase who a person is and every word about them; care is still counted, the ledger’s chain stays whole.',
    )
    .requiredOption(...partnershipOption)
    .requiredOption(...personOption)
    .addOption(new Option('--reason <reason>', 'why').choices(eraseReasons).makeOptionMandatory())
    .option('--json', 'print what was done as one JSON document')
    .action(async ({ partnership: slug, person, reason, ...options }: Options) => {
      const { database, partnership, actor, at } = await begun(context, slug)
      const reference = person.toUpperCase()
      const done = await asActor(database, actor, (db) =>
        erasePerson(db, actor, { partnershipId: partnership.id, reference, reason, at }),
      )
      if (done.outcome === 'refused') throw new MercatError('conflict', done.sentence)
      say(context, options, { person: reference, ...done }, `${reference} is erased. The ledger’s chain is whole.`)
    })
}
