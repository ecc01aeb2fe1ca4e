import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Answer, Problem } from '../../engines/allocation/index.ts'
import { invalid, MercatError } from '../errors/index.ts'
import { type News, now, type SolveProgress, type SolveSettings, type Source, type Task } from './thread-messages.ts'

/** Megabytes that the thread may have: a problem that needs more ends it, not the program. */
const mostMegabytes = 3072

/** Megabytes for what is newly made there: Node's own measure costs 60 MB more and saves no time that can be measured. */
const youngMegabytes = 16

/** Milliseconds in which a thread that is told to stop should answer, before it is ended. */
const patience = 1500

/** Milliseconds more, for a first plan from a thread that was told to stop and has shown none. */
const lastPatience = 5000

/**
 * Parts of the time allowed by which the thread may be late before it is ended: with the best plan that it has shown,
 * or without one. What is not solved by then is refused: nobody waits a tenth longer than they allowed.
 */
const late = { best: 0.04, none: 0.07 } as const

/** Milliseconds in which a thread that has answered should be gone by itself. */
const grace = 500

/** Who listens and who may stop it. */
export interface SolveHooks {
  readonly signal?: AbortSignal
  readonly onRead?: (size: { packages: number; providers: number }) => void
  readonly onProgress?: (progress: SolveProgress) => void
  /** Milliseconds since 1970 from which the seconds count, where that was before now. */
  readonly began?: number
}

/** An answer that the independent checker has nothing against. */
export interface Solved {
  readonly answer: Answer
  readonly checked: true
}

/** Solves a problem in a thread of its own; stopped by the signal, it gives the best plan so far. */
export const solveInWorker = (problem: Problem, settings: SolveSettings, hooks: SolveHooks = {}): Promise<Solved> =>
  solveSource({ from: 'problem', problem }, settings, hooks)

/** The same for a problem that is read or made up in the thread. */
export async function solveSource(source: Source, settings: SolveSettings, hooks: SolveHooks = {}): Promise<Solved> {
  const stop = new SharedArrayBuffer(4)
  const began = hooks.began ?? now()
  const until = settings.seconds === null ? null : began + 1000 * settings.seconds
  const task: Task = { source, settings, until, stop }
  const worker = new Worker(threadFile(), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
  }
  hooks.signal?.addEventListener('abort', end, { once: true })
  if (hooks.signal?.aborted) end()
  let hasAnswered = false
  worker.on('message', ({ tells }: News) => {
    hasAnswered ||= tells === 'done' || tells === 'refused' || tells === 'objections'
  })
  try {
    return {
      answer: await answerOf(worker, until === null ? null : { until, seconds: settings.seconds ?? 0 }, hooks),
      checked: true,
    }
  } finally {
    hooks.signal?.removeEventListener('abort', end)
    // Ended from outside while it takes down its WebAssembly, a thread has taken the whole process with it.
    if (hasAnswered && worker.threadId !== -1)
      await Promise.race([once(worker, 'exit').catch(() => {}), wait(grace, undefined, { ref: false })])
    await worker.terminate()
  }
}

const noPlan = (seconds: number | null): string =>
  seconds === null
    ? 'It was stopped before there was a first plan.'
    : `Reading the problem and making a first plan took longer than the ${seconds} s allowed.`

/** The thread beside this file: TypeScript while testing, the bundle beside the program's own. */
const threadFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './solver.mjs', import.meta.url)

/** Waits for the answer, or for the end of patience with the thread: then the best plan that it has shown, or the first that it will. */
function answerOf(
  worker: Worker,
  time: { until: number; seconds: number } | null,
  { signal, onRead, onProgress }: SolveHooks,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let best: Answer | undefined
    let isLate = false
    const timers: NodeJS.Timeout[] = []
    const settle = (work: () => void) => {
      for (const timer of timers) clearTimeout(timer)
      work()
    }
    const after = (milliseconds: number, work: () => void) => timers.push(setTimeout(work, Math.max(0, milliseconds)))
    const none = () =>
      settle(() => reject(new MercatError('unavailable', noPlan(time?.seconds ?? null), 'Allow more.')))
    const giveUp = (patienceLeft: number) => {
      isLate = true
      const plan = best
      if (plan) settle(() => resolve(plan))
      else after(patienceLeft, none)
    }
    if (time) {
      const allowed = 1000 * time.seconds
      after(time.until + late.best * allowed - now(), () => giveUp((late.none - late.best) * allowed))
    }
    const stopped = () => after(patience, () => giveUp(lastPatience))
    if (signal?.aborted) stopped()
    else signal?.addEventListener('abort', stopped, { once: true })
    worker.on('message', (news: News) => {
      if (news.tells === 'read') onRead?.(news)
      else if (news.tells === 'progress') onProgress?.(news.progress)
      else if (news.tells === 'best') {
        best = news.answer
        if (isLate) giveUp(0)
      } else if (news.tells === 'refused') settle(() => reject(invalid(news.sentence)))
      else if (news.tells === 'done') settle(() => resolve(news.answer))
      else settle(() => reject(new Error(`The checker objects to the plan: ${news.says.join(' ')}`)))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const told = isFull
        ? new MercatError('unavailable', 'The problem needs more memory than there is for it.')
        : error
      settle(() => reject(told))
    })
    worker.on('exit', () => settle(() => reject(new Error('The thread that solves ended without an answer.'))))
  })
}
