/** The thread in which problems are solved: it can be ended from outside at any moment. */
import { parentPort, workerData } from 'node:worker_threads'
import {
  type Answer,
  check,
  generate,
  type Problem,
  type Progress,
  priceOf,
  solve,
  usualIterations,
} from '../../engines/allocation/index.ts'
import { MercatError } from '../errors/index.ts'
import { exactHelp } from './exact-help.ts'
import { type News, now, type Source, type Task } from './thread-messages.ts'

/** Milliseconds between two tellings of how far it has come, and the least between two plans. */
const [tellEvery, showEvery] = [250, 1000]

/** Milliseconds for a plan, where reading took nearly all the time; it may then be cut short from outside. */
const leastToSolve = 100

const tell = (news: News): void => parentPort?.postMessage(news)

async function problemOf(source: Source): Promise<Problem> {
  if (source.from === 'problem') return source.problem
  if (source.from === 'invention') return generate(source.invention)
  // Loaded only for this: the start counts towards the time allowed.
  const { readProblem } = await import('./read-problem.ts')
  return readProblem(source.text, source.format)
}

async function work({ source, settings, until, stop }: Task): Promise<void> {
  const { policy, seed, seconds } = settings
  const stopped = new Int32Array(stop)
  const problem = await problemOf(source)
  tell({ tells: 'read', packages: problem.packages.length, providers: problem.providers.length })
  const checked = (answer: Answer) => check(problem, answer, policy)
  // However late the problem was there, a first plan is made of it.
  const end = until === null ? Infinity : Math.max(until - timeToFinish(problem), now() + leastToSolve)
  const began = now()
  const spent = () => (Atomics.load(stopped, 0) === 1 ? 2 : end === Infinity ? 0 : (now() - began) / (end - began))
  const exact = await exactHelp(problem, {
    secondsLeft: seconds === null ? null : () => (end - now()) / 1000,
    isOver: () => spent() >= 1,
  })
  const show = showing(problem, settings, checked)
  const answer = solve(problem, {
    policy,
    seed,
    iterations: settings.iterations ?? (seconds === null ? usualIterations(problem) : null),
    spent,
    onProgress: show,
    ...(exact && { exact }),
  })
  const objections = checked(answer)
  if (objections.length > 0) tell({ tells: 'objections', says: objections.map(({ says }) => says).slice(0, 5) })
  else tell({ tells: 'done', answer })
}

/** Milliseconds to keep for checking the plan and sending it: by what it takes to price one. */
function timeToFinish(problem: Problem): number {
  const nobody = problem.packages.map(({ locked, current }) => (locked ? current : null))
  const started = now()
  priceOf(problem, nobody, 'priced')
  return 20 + 6 * (now() - started)
}

/** Tells how far it has come, and less often the best plan, if the checker has nothing against it. */
function showing(
  problem: Problem,
  { policy, seed }: Task['settings'],
  checked: (answer: Answer) => readonly unknown[],
) {
  let [toldAt, shownAt, wait] = [0, 0, showEvery]
  return ({ iterations, objective, bound, plan }: Progress): void => {
    const at = now()
    if (at - toldAt < tellEvery) return
    toldAt = at
    tell({ tells: 'progress', progress: { iterations, objective, bound } })
    if (at - shownAt < wait) return
    const best = plan()
    const priced = priceOf(problem, best, policy)
    const below = Math.min(bound, priced.objective)
    const gap = priced.objective === 0 ? 0 : (priced.objective - below) / priced.objective
    const answer = { plan: best, ...priced, bound: below, gap, iterations, seed, proved: false }
    if (checked(answer).length === 0) tell({ tells: 'best', answer })
    shownAt = now()
    wait = Math.max(showEvery, 20 * (shownAt - at))
  }
}

work(workerData as Task).catch((error: unknown) => {
  if (!(error instanceof MercatError)) throw error
  tell({ tells: 'refused', sentence: error.message })
})
