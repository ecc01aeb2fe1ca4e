import { number, percent } from '../core/ui/format.ts'
import type { Answer } from '../engines/allocation/index.ts'

/** The answer as it is printed; a gap file's plan that leaves an item out has no objective, because it is none of its plans. */
export type ToldAnswer = Omit<Answer, 'objective' | 'gap'> & {
  readonly objective: number | null
  readonly gap: number | null
}

/** The fields of the answer in the order in which they are printed. */
export function toldAnswer(answer: Answer, isGap: boolean): ToldAnswer {
  const { plan, objective, bound, gap, unmet, iterations, seed, proved } = answer
  if (!isGap) return { plan, objective, bound, gap, unmet, iterations, seed, proved }
  const isWhole = unmet.packages === 0
  const left = { packages: unmet.packages, weightedMinutes: isWhole ? 0 : unmet.weightedMinutes }
  if (isWhole) return { plan, objective, bound, gap, unmet: left, iterations, seed, proved }
  return { plan, objective: null, bound, gap: null, unmet: left, iterations, seed, proved: false }
}

const pounds = (pence: number): string => `£${number(pence / 100, 2)}`

/** The answer for a reader. */
export function planWords(told: ToldAnswer, { packages }: { packages: number }, isGap: boolean): string {
  const { objective, bound, gap, unmet, iterations, seed, proved } = told
  const money = isGap ? (value: number) => number(value, Number.isInteger(value) ? 0 : 2) : pounds
  const placed = packages - unmet.packages
  const hours = number(unmet.weightedMinutes / 60, 0)
  const left = isGap
    ? `${number(unmet.packages)} left out`
    : `${number(unmet.packages)} unmet, ${hours} hours a week weighted by priority`
  const first = `${number(placed)} of ${number(packages)} ${isGap ? 'items' : 'packages'} placed; ${left}.`
  const weight = isGap ? '' : ' a week, the weight of what is unmet included'
  const cost =
    objective === null || gap === null
      ? []
      : [`It costs ${money(objective)}${weight}.`, nearness(proved, bound, gap, money)]
  return [first, ...cost, `Seed ${seed}, ${number(iterations)} iterations.`].join('\n')
}

function nearness(proved: boolean, bound: number, gap: number, money: (value: number) => string): string {
  if (proved) return 'It is optimal: it is proved that no plan costs less.'
  return `It is proved that no plan costs less than ${money(bound)}: at most ${percent(100 * gap, 2)} could be saved.`
}
