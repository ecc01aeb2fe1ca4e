import type { Highs, ModelData } from 'highs'
import type { ExactAnswer, Problem } from '../../engines/allocation/index.ts'
import { type LinearModel, linearModel } from './linear-model.ts'

/** Most columns that HiGHS is given: beyond, it finds nothing in useful time and its memory (2 GB in WebAssembly) runs out. */
export const mostColumns = 60_000

/** How long HiGHS may work on one problem. */
export interface Effort {
  /** Simplex iterations in all: the same on every machine. */
  readonly iterations: number
  /** Seconds; it may overrun, so that whoever must keep to a time ends the thread. */
  readonly seconds: number
  /** Asked often: whether to stop at once. */
  readonly isOver?: () => boolean
  /** Minimises without looking for whole placements: a lower bound alone. */
  readonly relaxed?: boolean
}

/** Solves a problem under the policy `priced` as far as the effort allows; null for one that is too large for it. */
export type Exact = (problem: Problem, effort: Effort) => ExactAnswer | null

/** Pence within which plan and bound count as met. */
const met = 0.4

/** Loads HiGHS; what it gives works without waiting. */
export async function newExact(): Promise<Exact> {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs()
  return (problem, effort) => {
    const model = linearModel(problem)
    const { count, rows, free, offset } = model
    if (count > mostColumns) return null
    if (rows.length === 0 || count === 0) return unbound(problem, model)
    return highs.withModel(dataOf(highs, model), (solver) => {
      solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: met })
      if (Number.isFinite(effort.seconds)) solver.options.set({ time_limit: effort.seconds })
      if (effort.relaxed) solver.options.set({ solve_relaxation: true })
      const { mipInterrupt } = highs.constants.callbackType
      solver.run({
        [mipInterrupt]: (event) => {
          const done = Number(event.data.mip_total_lp_iterations ?? 0n)
          if (done > effort.iterations || effort.isOver?.()) event.interrupt()
        },
      })
      const { modelStatus } = highs.constants
      const status = solver.getModelStatus()
      const bound = effort.relaxed
        ? status === modelStatus.optimal
          ? solver.getObjectiveValue()
          : -Infinity
        : Number(solver.info.get('mip_dual_bound'))
      const hasPlan = !effort.relaxed && Number(solver.info.get('primal_solution_status')) === 2
      const values = hasPlan ? solver.getSolution().colValue : null
      const plan: (number | null)[] = problem.packages.map(({ locked, current }) => (locked ? current : null))
      if (values)
        for (const [at, { item, provider }] of free.entries()) if ((values[at] ?? 0) > 0.5) plan[item] = provider
      return { plan: values ? plan : null, bound: bound + offset - 1e-9 * Math.abs(bound + offset) }
    })
  }
}

/** Where nothing limits anything, each package has its cheapest. */
function unbound(problem: Problem, { free, offset }: LinearModel): ExactAnswer {
  const plan: (number | null)[] = problem.packages.map(({ locked, current }) => (locked ? current : null))
  const best = new Map<number, { provider: number; cost: number }>()
  for (const { item, provider, cost } of free)
    if (cost < (best.get(item)?.cost ?? 0)) best.set(item, { provider, cost })
  let bound = offset
  for (const [item, { provider, cost }] of best) {
    plan[item] = provider
    bound += cost
  }
  return { plan, bound }
}

/** The model in the arrays that HiGHS takes. */
function dataOf(highs: Highs, { free, count, rows }: LinearModel): ModelData {
  const starts = new Int32Array(rows.length + 1)
  for (const [at, { columns }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + columns.length
  const [indices, values] = [new Int32Array(starts[rows.length] ?? 0), new Float64Array(starts[rows.length] ?? 0)]
  for (const [at, row] of rows.entries()) {
    indices.set(row.columns, starts[at])
    values.set(row.values, starts[at])
  }
  const bound = (value: number) => (Number.isFinite(value) ? value : value > 0 ? highs.infinity : -highs.infinity)
  return {
    numCols: count,
    numRows: rows.length,
    colCost: Float64Array.from({ length: count }, (_, at) => free[at]?.cost ?? 0),
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(1),
    rowLower: rows.map(({ low }) => bound(low)),
    rowUpper: rows.map(({ high }) => bound(high)),
    matrix: { format: 'csr', numRows: rows.length, numCols: count, starts, indices, values },
    integrality: new Int32Array(count).fill(highs.constants.variableType.integer),
  }
}
