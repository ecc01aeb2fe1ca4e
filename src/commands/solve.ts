import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { invalid, MercatError } from '../core/errors/index.ts'
import { type Format, formatOf, inventionOf, largestFile, type Source, solveSource } from '../core/solver/index.ts'
import type { Policy } from '../engines/allocation/index.ts'
import { type BareContext, say } from './context.ts'
import { progressBar } from './progress.ts'
import { planWords, toldAnswer } from './solve-words.ts'

interface Options {
  generate?: string
  seconds?: number
  iterations?: number
  seed: number
  policy: Policy
  format?: Format
  json?: boolean
}

/** Part of the seconds allowed that starting the program may take of them: of a short time, solving keeps most. */
const mostForStart = 0.25

/** `mercat solve`: places packages with providers, from a file or a made-up problem; opens no database; `began` is when its time begins to count, milliseconds since 1970. */
export const addSolve = (program: Command, context: BareContext, began: number = now()): void => {
  const command = program
    .command('solve')
    .description(
      'Place packages with providers at the least cost, and prove how near the plan is to the best there can be.',
    )
    .argument('[file]', 'a problem as mercat-allocation/1 or as a gap file; - reads standard input')
    .option('--generate <settings>', 'make a problem up instead: packages=5000,providers=100,tightness=0.7,seed=1')
    .addOption(new Option('--seconds <number>', 'stop after this time').argParser(seconds).conflicts('iterations'))
    .option(
      '--iterations <number>',
      'stop after so many iterations; the same seed then gives the same answer',
      count(1),
    )
    .option('--seed <number>', 'where chance begins', count(0), 1)
    .addOption(
      new Option('--policy <policy>', 'strict: nobody ranked better who has room is passed over; priced: it costs')
        .choices(['strict', 'priced'])
        .default('priced'),
    )
    .addOption(
      new Option('--format <format>', 'how the file is written, where it does not show').choices(['mercat', 'gap']),
    )
    .option('--json', 'print the answer as one JSON document')
  command.action(async (path: string | undefined, options: Options) => {
    const { seconds: allowed } = options
    const from = allowed === undefined ? began : Math.max(began, now() - mostForStart * 1000 * allowed)
    // A file that cannot be used is wrong usage, as the exit code says; other trouble is told by the program.
    const refuse = (error: unknown): never => {
      if (error instanceof MercatError && error.kind === 'invalid')
        return command.error(`error: ${error.message}`, { exitCode: 2 })
      throw error
    }
    const source = await sourceOf(context, path, options).catch(refuse)
    await answer(context, source, options, from).catch(refuse)
  })
}

async function sourceOf({ io }: BareContext, path: string | undefined, { generate, format }: Options): Promise<Source> {
  if (path === undefined && generate === undefined) throw invalid('Name a file to solve, or say --generate.')
  if (path !== undefined && generate !== undefined) throw invalid('Name a file or say --generate, not both.')
  if (generate !== undefined) return { from: 'invention', invention: inventionOf(generate) }
  const text = await (path === '-' ? standardInput() : fileText(resolve(io.cwd, path ?? '')))
  return { from: 'text', text, format: format ?? formatOf(text) }
}

async function fileText(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw invalid(`There is no file ${file}.`)
  if (found.isDirectory()) throw invalid(`${file} is a folder, not a file.`)
  if (found.size > largestFile) throw tooLarge(file)
  return readFile(file, 'utf8').catch(() => {
    throw invalid(`The file ${file} can't be read.`)
  })
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    parts.push(part as Buffer)
    size += (part as Buffer).length
    if (size > largestFile) throw tooLarge('Standard input')
  }
  return Buffer.concat(parts).toString('utf8')
}

const tooLarge = (what: string) =>
  invalid(`${what} is larger than ${largestFile / 1024 / 1024} MB, the most that is read.`)

async function answer(context: BareContext, source: Source, options: Options, began: number): Promise<void> {
  const { policy, seed, seconds = null, iterations = null, json } = options
  const { io } = context
  const draw = progressBar(io)
  const took = () => (now() - began) / 1000
  const interrupted = new AbortController()
  const stop = () => interrupted.abort()
  process.once('SIGINT', stop)
  let size = { packages: 0, providers: 0 }
  const solved = await solveSource(
    source,
    { policy, seed, seconds, iterations },
    {
      signal: interrupted.signal,
      began,
      onRead: (read) => {
        size = read
        io.err(`Read after ${took().toFixed(1)} s: ${read.packages} packages, ${read.providers} providers.\n`)
      },
      onProgress: (progress) => {
        const share =
          seconds === null ? progress.iterations / (iterations ?? Number.POSITIVE_INFINITY) : took() / seconds
        draw(Math.min(0.99, share), 'making the plan better')
      },
    },
  ).finally(() => process.removeListener('SIGINT', stop))
  const isGap = source.from === 'text' && source.format === 'gap'
  const told = toldAnswer(solved.answer, isGap)
  if (io.interactive) io.err('\n')
  io.err(`Solved and checked after ${took().toFixed(1)} s.\n`)
  if (isGap && told.objective === null) {
    io.err(`No assignment of every item was found: ${told.unmet.packages} of ${size.packages} are left out.\n`)
    context.exit(1)
  }
  say(context, json === undefined ? {} : { json }, told, planWords(told, size, isGap))
}

const now = (): number => performance.timeOrigin + performance.now()

function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= 0.5 && value <= 86_400))
    throw new InvalidArgumentError('It must be a number of seconds from 0.5 to 86400.')
  return value
}

function count(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= 2_147_483_647))
      throw new InvalidArgumentError(`It must be a whole number from ${least} to 2147483647.`)
    return value
  }
}
