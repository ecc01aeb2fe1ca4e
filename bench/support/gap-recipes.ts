import { seeded } from './seeded.ts'

/** The harder kinds of generalized assignment problem in the literature. */
export type GapKind = 'c' | 'd' | 'e'

/**
 * A made-up problem by the published recipes (c and d: Chu and Beasley 1997; e: Laguna and others 1995),
 * as a gap file: U is drawn evenly, capacities are 0.8 · Σ weights ÷ agents.
 * c: weights 5–25, costs 10–50. d: weights 1–100, costs 111 − weight + U[−10, 10].
 * e: weights 1 − 10·ln U(0, 1], costs 1000 ÷ weight − 10·U[0, 1].
 */
export function gapFile(kind: GapKind, agents: number, items: number, seed: number): string {
  const random = seeded(seed)
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const cell = (): { cost: number; weight: number } => {
    if (kind === 'c') return { weight: whole(5, 25), cost: whole(10, 50) }
    if (kind === 'd') {
      const weight = whole(1, 100)
      return { weight, cost: 111 - weight + whole(-10, 10) }
    }
    const weight = 1 - 10 * Math.log(1 - random())
    return { weight: Math.max(1, Math.round(weight)), cost: Math.max(0, Math.round(1000 / weight - 10 * random())) }
  }
  const rows = Array.from({ length: agents }, () => Array.from({ length: items }, cell))
  const capacities = rows.map((row) => Math.floor((0.8 * row.reduce((sum, { weight }) => sum + weight, 0)) / agents))
  const lines = [
    [agents, items],
    ...rows.map((row) => row.map(({ cost }) => cost)),
    ...rows.map((row) => row.map(({ weight }) => weight)),
    capacities,
  ]
  return lines.map((line) => line.join(' ')).join('\n')
}
