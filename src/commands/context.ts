import type { Command } from 'commander'
import type { Config } from '../core/config/index.ts'
import type { Database } from '../core/db/index.ts'
import type { Log } from '../core/log/index.ts'
import type { Clock } from '../core/values/index.ts'

/** Where a command writes and what surrounds it; a terminal, or the connection of a command that was handed over. */
export interface Io {
  out(text: string): void
  err(text: string): void
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether someone watches: then progress is drawn in place. */
  readonly interactive: boolean
}

/** What a command works with. */
export interface CommandContext {
  readonly io: Io
  readonly clock: Clock
  config(): Config
  log(): Log
  /** The open, migrated-or-not database; awaited before anything is printed, because the command may be handed over instead. */
  database(): Promise<Database>
  /** Whether this command runs inside a server that others use. */
  readonly inServer: boolean
  /** Runs another command line on a database that is open already: for a server that takes commands over. */
  runOn(database: Database, argv: readonly string[], io: Io): Promise<number>
  /** Ends the command with this exit code: 0 applied, 1 nothing was, 2 wrong usage. */
  exit(code: 0 | 1 | 2): void
}

/** What a command that opens no database works with. */
export type BareContext = Pick<CommandContext, 'io' | 'exit'>

/** Adds one command, or a family of them, to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void

/** Writes a result: one JSON document when asked for, otherwise the words. */
export function say(context: BareContext, options: { json?: boolean }, value: unknown, words: string): void {
  context.io.out(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${words}\n`)
}
