import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linearModel } from '../../src/core/solver/linear-model.ts'
import type { ExactAnswer, Problem } from '../../src/engines/allocation/index.ts'

/** Whether COIN-OR's solver is installed (`coinor-cbc`). */
export const isCbcThere = (): boolean => spawnSync('cbc', ['-quit'], { stdio: 'ignore' }).error === undefined

/** What cbc finds in so many seconds on one thread. */
export function solveByCbc(problem: Problem, seconds: number): ExactAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'mercat-cbc-'))
  try {
    const [model, solution] = [join(folder, 'problem.lp'), join(folder, 'solution.txt')]
    const { free, offset } = linearModel(problem)
    writeFileSync(model, linearText(problem))
    const { stdout } = spawnSync('cbc', [model, '-seconds', String(seconds), '-solve', '-solution', solution], {
      encoding: 'utf8',
      timeout: 3000 * seconds,
    })
    const [status = '', ...lines] = readFileSync(solution, 'utf8').split('\n')
    const bound = /Lower bound:\s+(-?[\d.]+)/.exec(stdout)?.[1]
    const least = /^Optimal/.test(status) ? /objective value\s+(-?[\d.e+]+)/.exec(status)?.[1] : bound
    if (/infeasible|no integer/i.test(status)) return { plan: null, bound: Number(least ?? -Infinity) + offset }
    const plan: (number | null)[] = problem.packages.map(({ locked, current }) => (locked ? current : null))
    for (const line of lines) {
      const [, name = '', value] = line.trim().split(/\s+/)
      const column = /^x\d+$/.test(name) && Number(value) > 0.5 ? free[Number(name.slice(1))] : undefined
      if (column) plan[column.item] = column.provider
    }
    return { plan, bound: Number(least ?? -Infinity) + offset }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The problem in the LP format that most solvers read; columns are x0, x1, … in the order of the linear model. */
export function linearText(problem: Problem): string {
  const { free, count, rows } = linearModel(problem)
  const sum = (columns: readonly number[], values: readonly number[]) =>
    columns
      .map((column, at) => `${(values[at] ?? 0) < 0 ? '-' : '+'} ${Math.abs(values[at] ?? 0)} x${column}`)
      .join('\n ')
  const lines = [
    'Minimize',
    ` cost: ${sum(
      [...free.keys()],
      free.map(({ cost }) => cost),
    )}`,
    'Subject To',
  ]
  for (const [at, { columns, values, low, high }] of rows.entries()) {
    if (Number.isFinite(high)) lines.push(` h${at}: ${sum(columns, values)} <= ${high}`)
    if (Number.isFinite(low)) lines.push(` l${at}: ${sum(columns, values)} >= ${low}`)
  }
  lines.push('Binaries', ` ${Array.from({ length: count }, (_, at) => `x${at}`).join('\n ')}`, 'End', '')
  return lines.join('\n')
}
