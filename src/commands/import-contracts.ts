import { type Command, InvalidArgumentError } from 'commander'
import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import { type ColumnMapping, headerOf } from '../core/import/index.ts'
import { type ImportKind, rememberColumns, rememberedColumns, usable } from '../core/importing/index.ts'
import { importKinds } from '../import-kinds.ts'
import type { CommandContext } from './context.ts'
import { common, runImportCommand } from './import-command.ts'

/** The kinds that are commands under their own name, with columns that are remembered. */
const keys = ['market-areas', 'contracts', 'lots', 'rates', 'spot-purchases', 'committee-dates', 'lead-times']

/** `mercat import contracts …`: a partnership's register, its lots, prices, summaries and spot purchases. */
export function addContractImports(family: Command, context: CommandContext): void {
  for (const kind of importKinds.filter(({ key }) => keys.includes(key))) addKind(family, context, kind)
}

function addKind(family: Command, context: CommandContext, kind: ImportKind): void {
  common(family.command(kind.key), kind.title, 'a CSV file or an Excel workbook')
    .requiredOption('--partnership <name>', 'the partnership, as in its address: west-lothian')
    .option('--map <column=name>', 'what the file calls a column; remembered for the next file', told, {})
    .action((path, { partnership: slug, map, ...options }) =>
      runImportCommand(context, path, options, async (database, file, run) => {
        const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
        const actor = systemActor(partnership.id)
        refuseUnknown(kind, map)
        const remembered = await asActor(database, actor, (db) => rememberedColumns(db, partnership.id, kind.key))
        const layout = { columns: (header: readonly string[]) => kind.columns(header, {}), titlesAbove: true }
        // Columns of an earlier file are no mistake where this one has them under their own names.
        const before = usable(remembered, await headerOf(file, layout, remembered))
        const mapping: ColumnMapping = { ...before, ...map }
        const report = await kind.run(database, { partnership, file, chosen: {}, options: { ...run, mapping } })
        if (report.applied && !report.dryRun && Object.keys(map).length > 0) {
          const header = await headerOf(file, layout, mapping)
          await asActor(database, actor, (db) =>
            rememberColumns(db, actor, partnership, { kind: kind.key, header, mapping, at: run.at }),
          )
        }
        return report
      }),
    )
}

/** A column that no import of this kind reads would be left out in silence. */
function refuseUnknown(kind: ImportKind, map: ColumnMapping): void {
  const keys = kind.columns([], {}).map(({ key }) => key)
  const unknown = Object.keys(map).find((key) => !keys.includes(key))
  if (unknown === undefined) return
  throw invalid(`An import of ${kind.key} reads no column “${unknown}”.`, `It reads ${keys.join(', ')}.`)
}

function told(text: string, before: Record<string, string>): Record<string, string> {
  const [, key, name] = /^([a-z_]+)=(.*)$/.exec(text) ?? []
  if (key === undefined || name === undefined) throw new InvalidArgumentError('Write it as title="Name of contract".')
  return { ...before, [key]: name }
}
