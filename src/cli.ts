import { Command, CommanderError } from 'commander'
import type { CommandContext, Io } from './commands/context.ts'
import { commands } from './commands/index.ts'
import { type Config, readConfig } from './core/config/index.ts'
import { type Database, FolderHeld, openDatabase } from './core/db/index.ts'
import { MercatError } from './core/errors/index.ts'
import { handOver } from './core/hand-off/index.ts'
import { type Log, newLog } from './core/log/index.ts'
import { systemClock } from './core/values/index.ts'

/** How long a command waits for another command that holds the folder, milliseconds. */
const patience = 60_000

/** Runs one command line and gives its exit code; `held` is the open database of the server that runs it for someone else. */
export async function main(argv: readonly string[], io: Io, held?: Database): Promise<number> {
  const until = Date.now() + patience
  for (let told = false; ; ) {
    try {
      return await runOnce(argv, io, held)
    } catch (error) {
      if (!(error instanceof FolderHeld)) return fail(error, argv, io)
      const exit = await handOver(
        error.folder,
        { argv: [...argv], cwd: io.cwd, interactive: io.interactive },
        (answer) => ('out' in answer ? io.out(answer.out) : io.err(answer.err)),
      )
      if (exit !== undefined) return exit
      if (Date.now() > until) return fail(error, argv, io)
      if (!told) io.err('Waiting for another mercat command to finish with the data folder…\n')
      told = true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

async function runOnce(argv: readonly string[], io: Io, held: Database | undefined): Promise<number> {
  const runtime = newRuntime(io, held)
  const program = new Command('mercat')
    .description('Commissioning for health and social care partnerships: analyse, plan, do, review.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('Try mercat --help.')
  for (const add of commands) add(program, runtime.context)
  inheritExit(program, io)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return runtime.exit()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    // Commander has told the person already; a program that asked for JSON is told as well.
    const sentence =
      error.code === 'commander.help' ? 'This is not a whole command.' : error.message.replace(/^error: /, '')
    sayFailure(argv, io, sentence, 'See mercat --help.')
    return 2
  } finally {
    await runtime.close()
  }
}

function inheritExit(command: Command, io: Io): void {
  for (const child of command.commands) {
    child.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err })
    inheritExit(child, io)
  }
}

function newRuntime(io: Io, held: Database | undefined) {
  let [config, log, exit]: [Config?, Log?, number?] = []
  let opened: Database | undefined
  const context: CommandContext = {
    io,
    clock: systemClock,
    config: () => {
      config ??= readConfig(io.env, io.cwd)
      return config
    },
    log: () => {
      log ??= newLog(context.config().logLevel, io.err)
      return log
    },
    database: async () => {
      if (held) return held
      opened ??= await openDatabase(context.config().store)
      return opened
    },
    inServer: held !== undefined,
    runOn: (database, argv, other) => main(argv, other, database),
    exit: (code) => {
      exit = code
    },
  }
  return { context, exit: () => exit ?? 0, close: async () => opened?.close() }
}

/** The one JSON document of a command that failed, when JSON was asked for. */
function sayFailure(argv: readonly string[], io: Io, error: string, advice: string | undefined): void {
  if (argv.includes('--json')) io.out(`${JSON.stringify({ error, advice: advice ?? null }, null, 2)}\n`)
}

function fail(error: unknown, argv: readonly string[], io: Io): number {
  const known = error instanceof MercatError
  const sentence = known
    ? error.message
    : `Something went wrong: ${error instanceof Error ? error.message : String(error)}`
  const advice = known ? error.advice : undefined
  sayFailure(argv, io, sentence, advice)
  io.err(`${sentence}${advice ? ` ${advice}` : ''}\n`)
  if (!known && io.env.MERCAT_LOG_LEVEL === 'debug' && error instanceof Error) io.err(`${error.stack}\n`)
  return 1
}
