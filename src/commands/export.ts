import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { csvOf } from '../core/csv/index.ts'
import { asActor } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import { type IsoDate, londonDate } from '../core/values/index.ts'
import { type ExportKind, exportKinds, exportRows } from '../procurement/index.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'
import { dateArgument } from './date-argument.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  partnership: string
  on?: IsoDate
  json?: boolean
}

const what: { readonly [kind in ExportKind]: string } = {
  contracts: 'The register of contracts',
  lots: 'Lots and who stands in them',
  rates: 'Prices and caps',
  'market-areas': 'Market areas with their words',
  'spot-purchases': 'Spot purchases',
}

/** `mercat export …`: what stands, as CSV in the layout in which it is imported. */
export const addExport: AddCommand = (program, context) => {
  const family = program.command('export').description('Write what stands as CSV, in the layout of its import.')
  for (const kind of exportKinds) addKind(family, context, kind)
}

function addKind(family: Command, context: CommandContext, kind: ExportKind): void {
  family
    .command(kind)
    .description(`${what[kind]}, as a CSV file.`)
    .argument('[file]', 'where to; left out, it is printed')
    .requiredOption('--partnership <name>', 'the partnership, as in its address: west-lothian')
    .option('--on <date>', 'as it stands on this day; today when left out', dateArgument)
    .option('--json', 'print what was written as one JSON document')
    .action(async (path: string | undefined, { partnership: slug, on, ...options }: Options) => {
      const database = await migratedDatabase(context)
      const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
      const day = on ?? londonDate(context.clock.now())
      const rows = await asActor(database, systemActor(partnership.id), (db) => exportRows(db, partnership, kind, day))
      const [, ...records] = rows
      if (path === undefined) {
        const [columns = []] = rows
        const objects = () => records.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))
        context.io.out(options.json ? `${JSON.stringify(objects(), null, 2)}\n` : csvOf(rows))
      } else {
        const file = resolve(context.io.cwd, path)
        await writeFile(file, csvOf(rows)).catch((error: NodeJS.ErrnoException) => {
          throw new MercatError('invalid', `${file} can’t be written: ${error.code ?? error.message}.`)
        })
        const done = { file: path, kind, partnership: slug, on: day, rows: records.length }
        say(context, options, done, `${path}: ${records.length} ${records.length === 1 ? 'row' : 'rows'} as at ${day}.`)
      }
      context.exit(0)
    })
}
