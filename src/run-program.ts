import { Command, CommanderError } from 'commander'
import type { Io } from './commands/context.ts'
import { MercatError } from './core/errors/index.ts'

/** Runs one command line among the commands that `add` adds; gives 2 for wrong usage and otherwise what `exit` says at the end. */
export async function runProgram(
  argv: readonly string[],
  io: Io,
  add: (program: Command) => void,
  exit: () => number,
): Promise<number> {
  const program = new Command('mercat')
    .description('Commissioning for health and social care partnerships: analyse, plan, do, review.')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('Try mercat --help.')
  add(program)
  inheritExit(program, io)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    // Commander has told the person already; a program that asked for JSON is told as well.
    const sentence =
      error.code === 'commander.help' ? 'This is not a whole command.' : error.message.replace(/^error: /, '')
    sayFailure(argv, io, sentence, 'See mercat --help.')
    return 2
  }
}

function inheritExit(command: Command, io: Io): void {
  for (const child of command.commands) {
    child.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err })
    inheritExit(child, io)
  }
}

/** The one JSON document of a command that failed, when JSON was asked for. */
function sayFailure(argv: readonly string[], io: Io, error: string, advice: string | undefined): void {
  if (argv.includes('--json')) io.out(`${JSON.stringify({ error, advice: advice ?? null }, null, 2)}\n`)
}

/** Tells why a command failed, and gives its exit code. */
export function fail(error: unknown, argv: readonly string[], io: Io): number {
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
