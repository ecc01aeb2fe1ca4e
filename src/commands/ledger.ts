import type { Command } from 'commander'
import { packageRecord } from '../brokerage/index.ts'
import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { verifyLedger } from '../core/ledger/index.ts'
import { number } from '../core/ui/format.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  partnership: string
  package: string
  json?: boolean
}

/** `mercat ledger …`: whether the chain of what happened is whole, and what it says of one package. */
export const addLedger: AddCommand = (program, context) => {
  const family = program.command('ledger').description('The chain of what happened and was decided.')
  addVerify(family, context)
  addExport(family, context)
}

const partnershipOption = ['--partnership <name>', 'the partnership, as in its address: west-lothian'] as const

async function begun(context: CommandContext, slug: string) {
  const database = await migratedDatabase(context)
  const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
  return { database, partnership, actor: systemActor(partnership.id) }
}

function addVerify(family: Command, context: CommandContext): void {
  family
    .command('verify')
    .description('Follow the chain of a partnership from its first entry to its last; 1 when it is broken.')
    .requiredOption(...partnershipOption)
    .option('--json', 'print what was found as one JSON document')
    .action(async ({ partnership: slug, ...options }: Options) => {
      const { database, partnership, actor } = await begun(context, slug)
      const found = await asActor(database, actor, (db) => verifyLedger(db, partnership.id))
      const { ok, entries, erased, firstBroken } = found
      const words = ok
        ? `The ledger of ${partnership.title} is whole: ${number(entries)} entries, what ${number(erased)} of them said is erased.`
        : `The ledger of ${partnership.title} is broken at entry ${number(firstBroken ?? 0)}; restore from a backup and find out who had access.`
      say(context, options, { partnership: slug, ...found }, words)
      context.exit(ok ? 0 : 1)
    })
}

function addExport(family: Command, context: CommandContext): void {
  family
    .command('export')
    .description('Print what is recorded of a package, for a challenge: with its proof, without who it is for.')
    .requiredOption(...partnershipOption)
    .requiredOption('--package <reference>', 'the reference of the package, such as WL-PKG-00042')
    .option('--json', 'as it is anyway')
    .action(async ({ partnership: slug, package: reference }: Options) => {
      const { database, partnership, actor } = await begun(context, slug)
      const record = await asActor(database, actor, (db) =>
        packageRecord(db, partnership, reference.toUpperCase(), context.clock.now()),
      )
      context.io.out(`${JSON.stringify(record, null, 2)}\n`)
    })
}
