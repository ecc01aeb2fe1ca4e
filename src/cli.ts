import type { Command } from 'commander'
import type { CommandContext, Io } from './commands/context.ts'
import { commands } from './commands/index.ts'
import { type Config, readConfig } from './core/config/index.ts'
import { type Database, FolderHeld, openDatabase } from './core/db/index.ts'
import { handOver } from './core/hand-off/index.ts'
import { type Log, newLog } from './core/log/index.ts'
import { systemClock } from './core/values/index.ts'
import { fail, runProgram } from './run-program.ts'

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
  const add = (program: Command) => {
    for (const one of commands) one(program, runtime.context)
  }
  return runProgram(argv, io, add, runtime.exit).finally(runtime.close)
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
