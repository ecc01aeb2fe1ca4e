import type { Io } from './commands/context.ts'
import { addSolve } from './commands/solve.ts'
import { fail, runProgram } from './run-program.ts'

/** `mercat solve` without the rest of the program, whose start would take most of a short time and of the memory. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exit = 0
  const context = {
    io,
    exit: (code: number) => {
      exit = code
    },
  }
  return runProgram(
    argv,
    io,
    (program) => addSolve(program, context, performance.timeOrigin),
    () => exit,
  ).catch((error: unknown) => fail(error, argv, io))
}
