import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Database } from '../core/db/index.ts'
import { fileOnDisk, type ImportOptions, type ImportReport, type SourceFile } from '../core/import/index.ts'
import { prepare } from '../prepare.ts'
import { type CommandContext, say } from './context.ts'
import { importWords } from './import-words.ts'

/** What every import can be told. */
export interface CommonOptions {
  dryRun?: boolean
  allOrNothing?: boolean
  json?: boolean
}

type Run = (database: Database, file: SourceFile, options: ImportOptions & { at: Date }) => Promise<ImportReport>

/** An import command with what all of them have. */
export const common = (command: Command, what: string, from = 'a CSV file or a workbook') =>
  command
    .description(`${what}, from ${from}.`)
    .argument('<file>', 'the file')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--all-or-nothing', 'take nothing unless every row is good')
    .option('--json', 'print the report as one JSON document')

/** Imports a file from disk and says what became of it. */
export async function runImportCommand(
  context: CommandContext,
  path: string,
  options: CommonOptions,
  run: Run,
): Promise<void> {
  const file = await fileOnDisk(resolve(context.io.cwd, path))
  const database = await context.database()
  // A new database is made ready first, so that a file can be tried without another command before it.
  if (!context.inServer) await prepare(database)
  const report = await run(database, file, {
    dryRun: options.dryRun === true,
    allOrNothing: options.allOrNothing === true,
    at: context.clock.now(),
    onProgress: ({ rows }) => {
      if (context.io.interactive) context.io.err(`\r${rows.toLocaleString('en-GB')} rows read`)
    },
  })
  if (context.io.interactive) context.io.err('\n')
  say(context, options, report, importWords(report))
  context.exit(report.applied ? 0 : 1)
}
