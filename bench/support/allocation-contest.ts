import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { newExact } from '../../src/core/solver/exact.ts'
import { exactHelp } from '../../src/core/solver/exact-help.ts'
import { readProblem } from '../../src/core/solver/read-problem.ts'
import {
  check,
  type ExactAnswer,
  generate,
  type Invention,
  type Problem,
  priceOf,
  solve,
} from '../../src/engines/allocation/index.ts'
import { solveByCbc } from './cbc.ts'
import { type GapKind, gapFile } from './gap-recipes.ts'

/** A problem that can be made again in another process. */
export type Instance =
  | ({ readonly from: 'invention' } & Invention)
  | {
      readonly from: 'recipe'
      readonly kind: GapKind
      readonly agents: number
      readonly items: number
      readonly seed: number
    }
  | { readonly from: 'file'; readonly path: string }

/** Who solves it and for how long, seconds of one core. */
export interface Turn {
  readonly solver: 'mercat' | 'HiGHS' | 'cbc'
  readonly instance: Instance
  readonly seconds: number
}

/** What came of it; the objective is null without a plan, or where an item of a gap file was left out. */
export interface Outcome {
  readonly objective: number | null
  readonly bound: number
  readonly unmetHours: number
  readonly unmet: number
  /** Seconds of the main thread's own time, and by the clock; megabytes. What another program takes is not known but by the clock. */
  readonly cpu: number | null
  readonly wall: number
  readonly megabytes: number | null
  readonly proved: boolean
}

const nothing: Outcome = {
  objective: null,
  bound: -Infinity,
  unmetHours: 0,
  unmet: 0,
  cpu: 0,
  wall: 0,
  megabytes: 0,
  proved: false,
}

const problemOf = (instance: Instance): Problem => {
  if (instance.from === 'invention') return generate(instance)
  const { kind, agents, items, seed } =
    instance.from === 'recipe' ? instance : { kind: 'c' as const, agents: 0, items: 0, seed: 0 }
  const text = instance.from === 'file' ? readFileSync(instance.path, 'utf8') : gapFile(kind, agents, items, seed)
  return readProblem(text, 'gap')
}

/** Seconds that this thread has worked: other programs on the machine do not count. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

/** In a process of its own: takes a turn and prints what came of it. */
export async function takeTurn({ solver, instance, seconds }: Turn): Promise<void> {
  const problem = problemOf(instance)
  const highs = solver === 'HiGHS' ? await newExact() : null
  const [began, started] = [worked(), performance.now()]
  const spent = () => (worked() - began) / seconds
  const isOver = () => spent() >= 1
  // As the product does.
  const exact =
    solver === 'mercat' ? await exactHelp(problem, { secondsLeft: () => (1 - spent()) * seconds, isOver }) : undefined
  const found = ((): ExactAnswer & { proved: boolean } => {
    if (solver === 'cbc') return { ...solveByCbc(problem, seconds), proved: false }
    if (highs) {
      const effort = { iterations: Infinity, seconds: Infinity, isOver }
      return { ...(highs(problem, effort) ?? { plan: null, bound: -Infinity }), proved: false }
    }
    const { plan, bound, proved } = solve(problem, {
      policy: 'priced',
      seed: 1,
      iterations: null,
      spent,
      ...(exact && { exact }),
    })
    return { plan, bound, proved }
  })()
  const wall = (performance.now() - started) / 1000
  const own = { cpu: worked() - began, megabytes: process.resourceUsage().maxRSS / 1024 }
  const told = solver === 'cbc' ? { cpu: null, megabytes: null } : own
  console.log(JSON.stringify({ ...outcomeOf(problem, found), wall, ...told }))
}

function outcomeOf(problem: Problem, { plan, bound, proved }: ExactAnswer & { proved: boolean }): Outcome {
  if (plan === null) return { ...nothing, bound }
  const { objective, unmet } = priceOf(problem, plan, 'priced')
  const below = Math.min(bound, objective)
  const gap = objective === 0 ? 0 : (objective - below) / objective
  const objections = check(
    problem,
    { plan, objective, bound: below, gap, unmet, iterations: 0, seed: 1, proved },
    'priced',
  )
  if (objections[0]) throw new Error(`The plan is not allowed: ${objections[0].says}`)
  return { ...nothing, objective, bound: below, unmet: unmet.packages, unmetHours: unmet.weightedMinutes / 60, proved }
}

/** Takes a turn in a process of its own, so that its memory is its own; one that runs on and on is ended without an outcome. */
export function turnApart(bench: string, turn: Turn): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, bench, JSON.stringify(turn)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.err += text
    })
    const late = setTimeout(() => child.kill('SIGKILL'), 1000 * (60 + 6 * turn.seconds))
    child.once('close', (code) => {
      clearTimeout(late)
      const line = said.out.trim().split('\n').at(-1) ?? ''
      if (code === 0) resolve(JSON.parse(line, (_, value) => value ?? null) as Outcome)
      // HiGHS may run out of the memory that WebAssembly has, or over its time: it has no plan then.
      else if (turn.solver === 'mercat') reject(new Error(said.err.slice(-2000)))
      else resolve(nothing)
    })
  })
}
